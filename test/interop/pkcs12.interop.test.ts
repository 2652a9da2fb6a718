import { createPrivateKey } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import type { pkcs12Issues } from '../../src/diagnostics/issues/pkcs12.js';
import { convertPkcs12, type Pkcs12Form } from '../../src/document/convert-pkcs12.js';
import { inspectPkcs12 } from '../../src/document/inspect-pkcs12.js';
import { readPkcs12 } from '../../src/pki/pkcs12.js';
import { modernPkcs12, oldPkcs12, pkcs12File, type Pkcs12FileOptions } from '../support/pkcs12-file.js';
import { base64, bytesOf, combinations, ders, material, passwords } from './pkcs12-material.js';
import { askGo, askPython, runKeytool, type Pkcs12Answer } from './pkcs12-referees.js';
import { needReferee, run } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put, take } = workFolder('pkcs12');

interface ReaderInput {
  readonly bytes: Uint8Array;
  readonly password: string;
  readonly context: TestContext;
}

/** What a reader finds, or what it says in place of reading. */
type Found = { readonly key: Buffer; readonly certificates: readonly string[] } | { readonly refusal: string };

const readers: Readonly<Record<string, (input: ReaderInput) => Found>> = {
  openssl: ({ bytes, password, context }) => {
    needReferee('openssl', context);
    const argv = ['pkcs12', '-in', put('ours.p12', bytes), '-passin', 'env:P12', '-nodes'];
    const { status, stdout, text } = run('openssl', argv, { cwd: folder, env: { P12: password } });
    if (status !== 0) return { refusal: text };
    const pem = stdout.toString();
    expect(pem).toContain('friendlyName: Anna');
    return found(pem.match(/-----BEGIN PRIVATE KEY-----[^-]+/g), pem.match(/-----BEGIN CERTIFICATE-----[^-]+/g));
  },
  cryptography: ({ bytes, password, context }) => {
    const [answer = {}] = askPython([{ p12: base64(bytes), password }], context);
    if (answer.error === undefined) expect(answer.name).toBe('Anna');
    return foundBy(answer);
  },
  'go-pkcs12': ({ bytes, password, context }) => foundBy(askGo([{ p12: base64(bytes), password }], folder, context)[0]),
  keytool: ({ bytes, password, context }) => {
    needReferee('keytool', context);
    const argv = [
      '-list',
      '-rfc',
      '-keystore',
      put('ours.p12', bytes),
      '-storetype',
      'PKCS12',
      '-storepass:env',
      'P12',
    ];
    const { status, stdout, text } = runKeytool(argv, { P12: password }, folder);
    if (status !== 0) return { refusal: text };
    expect(text).toMatch(/Alias name: anna[^]*Entry type: PrivateKeyEntry/);
    // That the key can be decrypted shows when it is copied; keytool shows no key.
    rmSync(join(folder, 'copy.p12'), { force: true });
    const from = ['-srckeystore', 'ours.p12', '-srcstoretype', 'PKCS12', '-srcstorepass:env', 'P12'];
    const to = ['-destkeystore', 'copy.p12', '-deststoretype', 'PKCS12', '-deststorepass:env', 'P12'];
    const copied = runKeytool(['-importkeystore', '-noprompt', ...from, ...to], { P12: password }, folder);
    expect(copied.status, copied.text).toBe(0);
    const key = readPkcs12(take('copy.p12'), { password }).key.export({ type: 'pkcs8', format: 'der' });
    return {
      key,
      certificates: found(null, stdout.toString().match(/-----BEGIN CERTIFICATE-----[^-]+/g)).certificates,
    };
  },
};

function found(keys: readonly string[] | null, certificates: readonly string[] | null) {
  const inside = (pem: string): string => pem.replace(/-----[^-]+-----/, '').replaceAll(/\s/g, '');
  return { key: bytesOf(inside(keys?.[0] ?? '')), certificates: (certificates ?? []).map(inside) };
}

function foundBy({ key, certificates = [], error }: Pkcs12Answer = {}): Found {
  return error === undefined ? { key: bytesOf(key), certificates } : { refusal: error };
}

/** What we write as it is asked for with `for`. */
const ours = (['any', 'ios18'] as Pkcs12Form[]).flatMap((form) => combinations.map((one) => ({ form, ...one })));

describe.each(Object.keys(readers))('read by %s', (reader) => {
  test.for(ours)('what we write for $form with $key and a password that is $password', (asked, context) => {
    const own = material[asked.key];
    const password = passwords[asked.password];
    const source = pkcs12File({
      key: own.key,
      certificates: [own.certificate, ...own.chain],
      password,
      friendlyName: 'Anna',
    });
    const bytes = convertPkcs12(source, { for: asked.form, password });
    const answer = readers[reader]!({ bytes, password, context });
    if ('refusal' in answer) {
      // Only Java has no way to take such a password.
      expect(`${reader} ${asked.password}`, answer.refusal).toMatch(/^keytool (Latin-1|Unicode)$/);
      return;
    }
    expect(createPrivateKey({ key: answer.key, format: 'der', type: 'pkcs8' }).equals(own.key)).toBe(true);
    expect(answer.certificates).toEqual(ders(own));
  });

  test('not with another password', (context) => {
    const { key, certificate } = material.EC;
    const source = pkcs12File({ key, certificates: [certificate], password: 'right' });
    const bytes = convertPkcs12(source, { for: 'ios18', password: 'right', friendlyName: 'Anna' });
    const answer = readers[reader]!({ bytes, password: 'wrong password', context });
    expect(answer).toHaveProperty('refusal');
  });
});

describe('the commands in the hints', () => {
  const password = 'correct horse 1';
  const faults: readonly [code: keyof typeof pkcs12Issues, options: Pkcs12FileOptions][] = [
    ['p12-pbes2-min-os', modernPkcs12],
    ['p12-pbes2-exact', { ...modernPkcs12, keyEncryption: { cipher: 'aes-128-cbc' } }],
    ['p12-2key-3des', { ...oldPkcs12, keyEncryption: { cipher: 'des-ede-cbc' } }],
    ['p12-mac-required', { ...oldPkcs12, mac: 'none' }],
    ['p12-key-bag', { ...oldPkcs12, keyEncryption: 'none' }],
    ['p12-localkeyid', { ...oldPkcs12, localKeyID: 'none' }],
  ];

  test.for(faults)('mend %s', ([code, options], context) => {
    needReferee('openssl', context);
    const { key, certificate, chain } = material.EC;
    const bytes = pkcs12File({ key, certificates: [certificate, ...chain], password, ...options });
    const found = inspectPkcs12(bytes, { password }).issues.find((issue) => issue.code === code);
    const [, command = ''] = /`(openssl[^`]+)`/.exec(found?.hint ?? '') ?? [];
    const script = command.replace('FILE', put('broken.p12', bytes)).replace('NEW', 'mended.p12');
    rmSync(join(folder, 'mended.p12'), { force: true });
    const verdict = run('sh', ['-c', script], { cwd: folder, env: { P12_PASSWORD: password } });
    expect(verdict.status, verdict.text).toBe(0);
    const report = inspectPkcs12(take('mended.p12'), { password });
    expect(report.issues.map((issue) => issue.code)).not.toContain(code);
    expect(report.imports.length).toBeGreaterThan(0);
  });
});
