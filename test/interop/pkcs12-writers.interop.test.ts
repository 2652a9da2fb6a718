import { rmSync } from 'node:fs';
import { join } from 'node:path';
import forge from 'node-forge';
import { describe, expect, test, type TestContext } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { inspectPkcs12 } from '../../src/document/inspect-pkcs12.js';
import { readPkcs12 } from '../../src/pki/pkcs12.js';
import type { SignerMaterial } from '../support/authorities.js';
import { pemBundle } from '../support/pem.js';
import { modernPkcs12, pkcs12File } from '../support/pkcs12-file.js';
import {
  base64,
  bytesOf,
  combinations,
  ders,
  material,
  passwords,
  type KeyName,
  type PasswordName,
} from './pkcs12-material.js';
import { askGo, askPython, runKeytool, type Pkcs12Answer } from './pkcs12-referees.js';
import { needReferee, run } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put, take } = workFolder('pkcs12-writers');

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
    const verdict = runKeytool(
      ['-importkeystore', '-noprompt', ...from, ...to, ...argv],
      { SOURCE: 'source password', P12: password },
      folder,
    );
    return verdict.status === 0 ? take('java.p12') : { refusal: verdict.text };
  };
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
