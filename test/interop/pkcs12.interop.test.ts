import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, describe, expect, test, type TestContext } from 'vitest';
import { convertPkcs12, type Pkcs12Form } from '../../src/document/convert-pkcs12.js';
import { inspectPkcs12 } from '../../src/document/inspect-pkcs12.js';
import type { pkcs12Issues } from '../../src/diagnostics/issues/pkcs12.js';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { readPkcs12 } from '../../src/pki/pkcs12.js';
import { signerChain, type SignerMaterial } from '../support/authorities.js';
import { pemBundle } from '../support/pem.js';
import { modernPkcs12, oldPkcs12, pkcs12File, type Pkcs12FileOptions } from '../support/pkcs12-file.js';
import { testKey } from '../support/test-key.js';
import { askGo, askPython, type Pkcs12Answer } from './pkcs12-referees.js';
import { needReferee, run, type Verdict } from './referee.js';

const folder = mkdtempSync(join(tmpdir(), 'profilewright-pkcs12-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (file: string, bytes: string | Uint8Array): string => (writeFileSync(join(folder, file), bytes), file);
const take = (file: string): Buffer => readFileSync(join(folder, file));

/** RSA from top to bottom: node-forge can read nothing else. */
const onlyRsaKeys = { intermediate: { key: testKey('rsa-2048', 1) }, root: { key: testKey('rsa-2048', 2) } };
const material = { RSA: signerChain('rsa-2048', onlyRsaKeys), EC: signerChain('p256') };
type KeyName = keyof typeof material;
const passwords = { ASCII: 'correct horse 1', 'Latin-1': 'Äpfel & Söhne', Unicode: 'Äpfel 名 €' };
type PasswordName = keyof typeof passwords;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64');
const ders = ({ certificate, chain }: SignerMaterial): string[] =>
  [certificate, ...chain].map(({ der }) => base64(der));

/** The file, or what its writer says in place of writing it. */
type Written = Uint8Array | { readonly refusal: string };

interface WriterInput {
  readonly material: SignerMaterial;
  readonly password: string;
  readonly context: TestContext;
}

type Writer = (input: WriterInput) => Written;

function openssl(...argv: readonly string[]): Writer {
  return ({ material: { keyPem, certificate, chain }, password, context }) => {
    needReferee('openssl', context);
    put('all.pem', `${keyPem}${pemBundle(certificate, ...chain)}`);
    const fixed = ['pkcs12', '-export', '-in', 'all.pem', '-name', 'Anna', '-out', 'made.p12', '-passout', 'env:P12'];
    const verdict = run('openssl', [...fixed, ...argv], { cwd: folder, env: { P12: password } });
    expect(verdict.status, verdict.text).toBe(0);
    return take('made.p12');
  };
}

const python = (form: string): Writer =>
  asked(form, (question, { context }) => askPython([question], context)[0] ?? {});
const go = (form: string): Writer =>
  asked(form, (question, { context }) => askGo([question], folder, context)[0] ?? {});

interface WritingQuestion {
  readonly form: string;
  readonly password: string;
  readonly key: string;
  readonly certificates: readonly string[];
}

function asked(form: string, ask: (question: WritingQuestion, input: WriterInput) => Pkcs12Answer): Writer {
  return (input) => {
    const key = base64(input.material.keyDer);
    const question = { form, password: input.password, key, certificates: ders(input.material) };
    const { p12, error } = ask(question, input);
    return p12 === undefined ? { refusal: error ?? '' } : bytesOf(p12);
  };
}

/** keytool makes no key store of a key: it copies one, here from a file of our own workshop. */
function keytool(...argv: readonly string[]): Writer {
  return ({ material: { key, certificate, chain }, password, context }) => {
    needReferee('keytool', context);
    const source = { key, certificates: [certificate, ...chain], password: 'source password', friendlyName: 'anna' };
    put('source.p12', pkcs12File({ ...source, ...modernPkcs12 }));
    rmSync(join(folder, 'java.p12'), { force: true });
    const from = ['-srckeystore', 'source.p12', '-srcstoretype', 'PKCS12', '-srcstorepass:env', 'SOURCE'];
    const to = ['-destkeystore', 'java.p12', '-deststoretype', 'PKCS12', '-deststorepass:env', 'P12'];
    const verdict = java(['-importkeystore', '-noprompt', ...from, ...to, ...argv], {
      SOURCE: 'source password',
      P12: password,
    });
    return verdict.status === 0 ? take('java.p12') : { refusal: verdict.text };
  };
}

function java(argv: readonly string[], env: Readonly<Record<string, string>>): Verdict {
  return run('keytool', ['-J-Dfile.encoding=UTF-8', '-J-Dsun.jnu.encoding=UTF-8', ...argv], { cwd: folder, env });
}

function nodeForge(algorithm: '3des' | 'aes128' | 'aes256'): Writer {
  return ({ material: { keyPem, certificate, chain }, password }) => {
    try {
      const key = forge.pki.privateKeyFromPem(keyPem);
      const certificates = [certificate, ...chain].map(({ pem }) => forge.pki.certificateFromPem(pem));
      const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificates, password, { algorithm, friendlyName: 'Anna' });
      return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
    } catch (error) {
      return { refusal: String(error) };
    }
  };
}

const READ = 'read';
/** What becomes of a file: it is read, or it is refused with a code, or its writer refuses to write it and says why. */
type Outcome = typeof READ | `ERR_${string}` | RegExp;
type Expectation = (key: KeyName, password: PasswordName) => Outcome;

const isRead: Expectation = () => READ;
const always =
  (outcome: Outcome): Expectation =>
  () =>
    outcome;
const asciiOnly: Expectation = (_, password) => (password === 'ASCII' ? READ : /Password is not ASCII/);
const rsaOnly: Expectation = (key) => (key === 'RSA' ? READ : /does not contain an RSAPrivateKey/);
/** With AES, it garbles characters beyond Latin-1. */
const rsaAndLatin1: Expectation = (key, password) =>
  key === 'RSA' && password === 'Unicode' ? 'ERR_PKCS12_PASSWORD' : rsaOnly(key, password);

/** Every way in which each of them writes, and what becomes of the file. */
const writers: readonly [title: string, write: Writer, expectation: Expectation][] = [
  ['openssl by default', openssl(), isRead],
  ['openssl -legacy', openssl('-legacy'), isRead],
  [
    'openssl with 3DES and SHA-1',
    openssl('-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'),
    isRead,
  ],
  [
    'openssl with AES-128 and SHA-384',
    openssl('-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha384'),
    isRead,
  ],
  [
    'openssl with 3DES of two keys and RC2-128',
    openssl('-legacy', '-keypbe', 'PBE-SHA1-2DES', '-certpbe', 'PBE-SHA1-RC2-128'),
    isRead,
  ],
  ['openssl with RC4', openssl('-legacy', '-certpbe', 'PBE-SHA1-RC4-128'), always('ERR_PKCS12_ALGORITHM')],
  ['openssl without MAC', openssl('-nomac'), always('ERR_PKCS12_UNREADABLE')],
  ['cryptography with what it thinks best', python('best'), isRead],
  ['cryptography with AES', python('aes'), isRead],
  ['cryptography with 3DES', python('3des'), isRead],
  // Its file without encryption has a MAC under no password at all.
  ['cryptography without encryption', python('none'), always('ERR_PKCS12_UNREADABLE')],
  ['keytool by default', keytool(), asciiOnly],
  ['keytool in the old way', keytool('-J-Dkeystore.pkcs12.legacy'), asciiOnly],
  ['go-pkcs12 LegacyRC2', go('LegacyRC2'), isRead],
  ['go-pkcs12 LegacyDES', go('LegacyDES'), isRead],
  ['go-pkcs12 Modern2023', go('Modern2023'), isRead],
  ['go-pkcs12 Modern2026, which is PBMAC1', go('Modern2026'), isRead],
  ['go-pkcs12 Passwordless', go('Passwordless'), always(/password must be empty/)],
  ['node-forge with 3DES', nodeForge('3des'), rsaOnly],
  ['node-forge with AES-128', nodeForge('aes128'), rsaAndLatin1],
  ['node-forge with AES-256', nodeForge('aes256'), rsaAndLatin1],
];

const combinations = (Object.keys(material) as KeyName[]).flatMap((key) =>
  (Object.keys(passwords) as PasswordName[]).map((password) => ({ key, password })),
);

describe.each(writers)('written by %s', (_title, write, expectation) => {
  test.for(combinations)('with $key and a password that is $password', ({ key, password: name }, context) => {
    const [own, password] = [material[key], passwords[name]];
    const expected = expectation(key, name);
    const written = write({ material: own, password, context });
    if (!(written instanceof Uint8Array)) {
      expect(written.refusal).toMatch(expected instanceof RegExp ? expected : 'nobody expected this refusal');
      return;
    }
    expect(outcomeOf(written, password, own)).toBe(expected);
    if (expected === READ)
      expect(codeOf(() => readPkcs12(written, { password: `${password}.` }))).toBe('ERR_PKCS12_UNREADABLE');
    // Whatever it is, the doctor says something about it from outside.
    expect(inspectPkcs12(written).safes.length).toBeGreaterThan(0);
  });
});

/** `read` when it holds what went into it. */
function outcomeOf(bytes: Uint8Array, password: string, { key, certificate, chain }: SignerMaterial): string {
  return codeOf(() => {
    const content = readPkcs12(bytes, { password });
    expect(content.key.equals(key)).toBe(true);
    const held = content.certificates.map((entry) => base64(entry.certificate.raw)).sort();
    expect(held).toEqual([certificate, ...chain].map(({ der }) => base64(der)).sort());
    expect(inspectPkcs12(bytes, { password }).identity?.certificate.name).toBe('Lab Profile Signer');
  });
}

function codeOf(read: () => unknown): string {
  try {
    read();
    return READ;
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}

interface ReaderInput extends WriterInput {
  readonly bytes: Uint8Array;
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
    const { status, stdout, text } = java(argv, { P12: password });
    if (status !== 0) return { refusal: text };
    expect(text).toMatch(/Alias name: anna[^]*Entry type: PrivateKeyEntry/);
    // That the key can be decrypted shows when it is copied; keytool shows no key.
    rmSync(join(folder, 'copy.p12'), { force: true });
    const from = ['-srckeystore', 'ours.p12', '-srcstoretype', 'PKCS12', '-srcstorepass:env', 'P12'];
    const to = ['-destkeystore', 'copy.p12', '-deststoretype', 'PKCS12', '-deststorepass:env', 'P12'];
    const copied = java(['-importkeystore', '-noprompt', ...from, ...to], { P12: password });
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
    const answer = readers[reader]!({ bytes, password, context, material: own });
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
    const answer = readers[reader]!({ bytes, password: 'wrong password', context, material: material.EC });
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
