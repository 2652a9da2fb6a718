import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../src/builder/profile-builder.js';
import { decryptProfile } from '../../src/document/decrypt-profile.js';
import { encryptProfile } from '../../src/document/encrypt-profile.js';
import { parseProfile } from '../../src/document/parse-profile.js';
import { encodeNormalized } from '../../src/plist/encode.js';
import { rootCA } from '../support/authorities.js';
import { deviceIdentity } from '../support/device-identity.js';
import { testKey } from '../support/test-key.js';
import { needReferee, run, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put, take } = workFolder('envelope');

const kinds = ['rsa-2048', 'rsa-3072', 'p256', 'p384', 'p521'] as const;
type Kind = (typeof kinds)[number];
const encryptable = ['rsa-2048', 'rsa-3072', 'p256', 'p384'] as const;

const profile = new ProfileBuilder({ displayName: 'Größe' }).addRootCA(rootCA().der).build();
const openssl = (...argv: string[]): Verdict => run('openssl', argv, { cwd: folder });

put('profile.plist', profile.toBytes());
put('payloads.plist', encodeNormalized(profile.dictionary['PayloadContent']!));
for (const kind of kinds) {
  put(`${kind}.pem`, deviceIdentity(kind).pem);
  put(`${kind}.key`, testKey(kind).privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

/** Puts the envelope of somebody else into the profile, as it is done on a Mac. */
function around(file: string): Uint8Array {
  const { PayloadContent: _, ...rest } = profile.dictionary;
  const envelope = new Uint8Array(take(file));
  return Buffer.from(encodeNormalized({ ...rest, IsEncrypted: true, EncryptedPayloadContent: envelope }));
}

describe('OpenSSL reads ours', () => {
  beforeEach((context) => needReferee('openssl', context));

  test.each(['issuerAndSerialNumber', 'subjectKeyIdentifier'] as const)(
    'with every key, named by %s',
    (recipientsBy) => {
      const certificates = encryptable.map((kind) => deviceIdentity(kind));
      const bytes = encryptProfile(
        profile,
        certificates.map(({ der }) => der),
        { recipientsBy },
      );
      put('ours.der', parseProfile(bytes).dictionary['EncryptedPayloadContent'] as Uint8Array);
      for (const [index, kind] of encryptable.entries()) {
        put('own.pem', certificates[index]!.pem);
        for (const named of [['-recip', 'own.pem'], []]) {
          const argv = ['cms', '-decrypt', '-inform', 'DER', '-in', 'ours.der', '-inkey', `${kind}.key`, ...named];
          const { status, text } = openssl(...argv, '-out', 'opened.plist');
          expect(status, text).toBe(0);
          expect(take('opened.plist')).toEqual(take('payloads.plist'));
        }
      }
    },
  );
});

describe('we read what OpenSSL writes', () => {
  beforeEach((context) => needReferee('openssl', context));

  const oaep = ['-keyopt', 'rsa_padding_mode:oaep'];
  const forms: readonly (readonly [Kind, ...string[]])[] = [
    ['rsa-2048', '-aes128'],
    ['rsa-2048', '-aes192'],
    ['rsa-3072', '-aes256'],
    ['rsa-2048', '-des3'],
    ['rsa-2048', '-aes256', '-stream'],
    ['rsa-2048', '-aes256', '-keyid'],
    ['rsa-2048', '-aes256', ...oaep],
    ['rsa-2048', '-aes128', ...oaep, '-keyopt', 'rsa_oaep_md:sha256'],
    ['rsa-3072', '-aes256', ...oaep, '-keyopt', 'rsa_oaep_md:sha512'],
    ['rsa-2048', '-aes256', ...oaep, '-keyopt', 'rsa_oaep_label:0102'],
    ['p256', '-aes128'],
    ['p256', '-aes192'],
    ['p256', '-aes256'],
    ['p256', '-des3'],
    ['p256', '-aes256', '-stream', '-keyid'],
    ['p384', '-aes256', '-keyopt', 'ecdh_kdf_md:sha256'],
    ['p384', '-aes256', '-keyopt', 'ecdh_kdf_md:sha384'],
    ['p384', '-aes128', '-aes256-wrap', '-keyopt', 'ecdh_kdf_md:sha512'],
    ['p521', '-aes256', '-keyopt', 'ecdh_kdf_md:sha512', '-keyopt', 'ecdh_cofactor_mode:1'],
    ['p256', '-aes256', '-keyopt', 'ecdh_kdf_md:sha224', '-keyopt', 'ecdh_cofactor_mode:0'],
  ];

  test.each(forms.map(([kind, ...options]) => [kind, options.join(' '), options] as const))(
    '%s %s',
    (kind, _, options) => {
      const [recipient, modes] = [
        ['-recip', `${kind}.pem`],
        options.filter((_option, index) => isKeyOption(options, index)),
      ];
      const rest = options.filter((_option, index) => !isKeyOption(options, index));
      for (const source of ['payloads.plist', 'profile.plist']) {
        const argv = ['cms', '-encrypt', '-binary', '-in', source, '-outform', 'DER', '-out', 'theirs.der'];
        const { status, text } = openssl(...argv, ...rest, ...recipient, ...modes);
        expect(status, text).toBe(0);
        const input = source === 'profile.plist' ? take('theirs.der') : around('theirs.der');
        const opened = decryptProfile(input, take(`${kind}.key`));
        expect(opened.dictionary).toEqual(profile.dictionary);
      }
    },
  );

  test('for several recipients, also as PEM and S/MIME', () => {
    for (const form of ['DER', 'PEM', 'SMIME']) {
      const argv = [
        'cms',
        '-encrypt',
        '-binary',
        '-aes256',
        '-in',
        'profile.plist',
        '-outform',
        form,
        '-out',
        'theirs',
      ];
      const { status, text } = openssl(...argv, ...encryptable.map((kind) => `${kind}.pem`));
      expect(status, text).toBe(0);
      for (const kind of encryptable) {
        const input = take('theirs');
        const options = { certificate: take(`${kind}.pem`) };
        const opened = decryptProfile(input, take(`${kind}.key`), options);
        expect(opened.dictionary).toEqual(profile.dictionary);
      }
    }
  });
});

/** Options of the key stand behind the certificate that they are for. */
function isKeyOption(options: readonly string[], index: number): boolean {
  return options[index] === '-keyopt' || options[index - 1] === '-keyopt';
}

describe("Python's cryptography", () => {
  beforeEach((context) => needReferee('python3', context));

  const script = join(import.meta.dirname, 'envelope.py');
  const python = (...argv: string[]): Verdict => run('python3', [script, ...argv], { cwd: folder });

  test('reads ours, and writes what we read', () => {
    const { pem, der } = deviceIdentity('rsa-2048');
    put('own.pem', pem);
    put('ours.der', parseProfile(encryptProfile(profile, der)).dictionary['EncryptedPayloadContent'] as Uint8Array);
    const read = python('decrypt', 'own.pem', 'rsa-2048.key', 'ours.der', 'opened.plist');
    expect(read.status, read.text).toBe(0);
    expect(take('opened.plist')).toEqual(take('payloads.plist'));
    const written = python('encrypt', 'own.pem', 'payloads.plist', 'theirs.der');
    expect(written.status, written.text).toBe(0);
    expect(decryptProfile(around('theirs.der'), testKey('rsa-2048').privateKey).dictionary).toEqual(profile.dictionary);
  });
});
