import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { issue } from '../../../src/diagnostics/issue.js';
import { ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { pkcs12Identity } from '../../../src/profile/pkcs12-identity.js';
import { quote } from '../../../src/report/text-layout.js';
import { signerChain } from '../../support/authorities.js';
import { takeLeaks } from '../../support/secrets/secret-watch.js';

const sentinel = 'SENTINEL of the watch';

/** Ways by which secrets get into the package. */
const ways: readonly (readonly [way: string, take: () => unknown, secret: () => string])[] = [
  ['an option', () => tryTo(() => pkcs12Identity(new Uint8Array(1), { password: sentinel })), () => sentinel],
  ['a payload', () => new ProfileBuilder().addPayload('com.example.own', { MyPassword: sentinel }), () => sentinel],
  [
    'a typed payload',
    () => new ProfileBuilder().addWifi({ ssid: 'Lab', encryption: 'WPA2', password: sentinel }),
    () => sentinel,
  ],
  ['a key', () => tryTo(() => createSigner({ key: signer.keyPem, certificate: '' })), () => middleOf(signer.keyPem)],
];

const signer = signerChain('p256');

function middleOf(pem: string): string {
  return pem.split('\n')[2] ?? '';
}

function tryTo(work: () => unknown): void {
  try {
    Promise.resolve(work()).catch(() => undefined);
  } catch {
    // What matters is what came in.
  }
}

/** Ways by which texts get out, each with the secret in it. */
const doors: readonly (readonly [door: string, show: (secret: string) => unknown])[] = [
  [
    'the message of an error',
    (secret) => new ProfilewrightError('ERR_PEM_MALFORMED', { label: secret, line: 1, reason: 'never ends' }),
  ],
  ['the cause of an error', (cause) => new ProfilewrightError('ERR_CMS_NOT_SIGNED', {}, { cause: { deep: [cause] } })],
  ['an issue', (secret) => issue('cms-text-form', { pointer: '' }, { form: secret })],
  ['where an issue stands', (secret) => issue('cms-nested', { pointer: `/${secret}` })],
  ['a report', (secret) => quote(secret)],
];

describe('the watch over secrets', () => {
  test.each(ways)('sees the secret in %s', (_, take, secret) => {
    take();
    expect(takeLeaks()).toEqual([]);
    quote(`so it is ${secret()}, then`);
    expect(takeLeaks()).toHaveLength(1);
  });

  test.each(doors)('sees what leaves by %s', (_, show) => {
    tryTo(() => pkcs12Identity(new Uint8Array(1), { password: sentinel }));
    show('nothing of the kind');
    expect(takeLeaks()).toEqual([]);
    show(sentinel);
    expect(takeLeaks().join('\n')).toContain(JSON.stringify(sentinel));
  });

  test('is over every function that writes a report', () => {
    const folder = join(import.meta.dirname, '../../../src/report');
    const hidden = readdirSync(folder).filter((file) =>
      /^export (class|async|const \w+ = (async )?\()/m.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(hidden).toEqual([]);
  });
});
