import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { derContext, derInteger, derOid, derSequence, derSetOf, derValue } from '../../../src/asn1/der.js';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { encodePem } from '../../../src/pki/pem.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { at, basicConstraints, commonName, issue } from '../trust/lab.js';
import { payload, profile, root } from './profile-dictionaries.js';

const der = root.certificate.raw;
const leaf = issue({ subject: commonName('leaf'), issuer: root, extensions: [basicConstraints(false)] }).certificate;
const expired = issue({ notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') }).certificate;
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const keyPem = key.export({ type: 'pkcs8', format: 'pem' }) as string;
const keyDer = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);
const join = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts));
const pem = encodePem('CERTIFICATE', der);
/** PKCS#12 by its outline: version 3, then the content. */
const pkcs12 = derSequence(derInteger(3), derSequence(derOid('1.2.840.113549.1.7.1'), derContext(0, derValue(4, der))));
/** SignedData that holds certificates only (RFC 5652 section 5). */
const pkcs7 = (...certificates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  derSequence(
    derOid('1.2.840.113549.1.7.2'),
    derContext(
      0,
      derSequence(
        derInteger(1),
        derSetOf(),
        derSequence(derOid('1.2.840.113549.1.7.1')),
        derContext(0, ...certificates),
        derSetOf(),
      ),
    ),
  );

type Kind = 'root' | 'pkcs1' | 'pem';
const judge = (kind: Kind, content: Uint8Array<ArrayBuffer>, as: 'author' | 'device' = 'author'): Issue[] =>
  validateProfileDictionary(
    profile({}, payload({ PayloadType: `com.apple.security.${kind}`, PayloadContent: content })),
    { at, as },
  );
const brief = (issues: readonly Issue[]): string[] => issues.map(({ severity, code }) => `${severity} ${code}`);
const place = '/PayloadContent/0/PayloadContent';

describe.each(['root', 'pkcs1'] as const)('a payload of the type %s', (kind) => {
  const code = `${kind}-content-is-der-certificate`;

  test('holds one certificate in DER', () => {
    expect(judge(kind, der)).toEqual([]);
  });

  test.each<[what: string, content: Uint8Array<ArrayBuffer>, device: string]>([
    ['PEM text', text(pem), 'warning'],
    ['bare base64', text(Buffer.from(der).toString('base64')), 'warning'],
    ['PKCS#7', pkcs7(der), 'warning'],
    ['bytes behind the certificate', join(der, Uint8Array.of(1, 2, 3)), 'warning'],
    ['nothing', new Uint8Array(), 'error'],
    ['zeros', new Uint8Array(100), 'error'],
    ['half a certificate', der.slice(0, der.length / 2), 'error'],
    ['a private key', keyDer, 'error'],
    ['the PEM text of a private key', text(keyPem), 'error'],
    ['a PEM text with a key behind the certificate', text(pem + keyPem), 'error'],
    ['PKCS#12', new Uint8Array(pkcs12), 'error'],
    ['another text', text('com.example'), 'error'],
  ])('does not hold %s', (_, content, device) => {
    const author = judge(kind, content);
    expect(brief(author)).toEqual([`error ${code}`]);
    expect(author[0]?.where).toEqual({ pointer: place });
    expect(brief(judge(kind, content, 'device'))).toEqual([`${device} ${code}`]);
  });

  test('does not hide a key behind the certificate, in whatever form', () => {
    const tails = [keyDer, text(keyPem), new Uint8Array(pkcs12)];
    for (const tail of [...tails, join(der, expired.raw, keyDer), join(Uint8Array.of(0, 0), text(keyPem))]) {
      const issues = judge(kind, join(der, tail), 'device').filter(({ severity }) => severity === 'error');
      expect(brief(issues)).toEqual([`error ${code}`]);
      expect(issues[0]?.message).toMatch(/PRIVATE KEY|PKCS#12/);
    }
  });

  test('holds no row of certificates, however long', () => {
    const row = join(...Array.from({ length: 20_000 }, () => der));
    expect(brief(judge(kind, row))).toEqual([`error ${code}`]);
  });

  test('is told how to come to DER', () => {
    expect(judge(kind, text(pem))[0]).toMatchObject({
      message: `PayloadContent at ${place} must be one certificate in DER: found PEM text`,
      hint: expect.stringContaining('openssl x509 -in FILE -outform DER') as string,
    });
  });

  test('holds one certificate, not several', () => {
    expect(brief(judge(kind, pkcs7(der, expired.raw), 'device')).slice(0, 2)).toContain(
      'warning root-one-cert-per-payload',
    );
  });
});

describe('a payload of the type pem', () => {
  test('holds one certificate as text, whatever stands around it', () => {
    for (const content of [pem, `subject=CN=Lab\n${pem}`, pem.replaceAll('\n', '\r\n')]) {
      expect(judge('pem', text(content))).toEqual([]);
    }
  });

  test.each<[what: string, content: Uint8Array<ArrayBuffer>, code: string, device: string]>([
    ['DER', der, 'pem-content-is-pem-certificate', 'warning'],
    ['bare base64', text(Buffer.from(der).toString('base64')), 'pem-content-is-pem-certificate', 'warning'],
    ['PKCS#7', text(encodePem('PKCS7', pkcs7(der))), 'pem-content-is-pem-certificate', 'warning'],
    ['a block that never ends', text(pem.slice(0, -30)), 'pem-content-is-pem-certificate', 'error'],
    ['nothing', new Uint8Array(), 'pem-content-is-pem-certificate', 'error'],
    ['a private key', text(pem + keyPem), 'pem-content-no-private-key', 'error'],
    ['a private key in DER', keyDer, 'pem-content-no-private-key', 'error'],
  ])('does not hold %s', (_, content, code, device) => {
    expect(brief(judge('pem', content))).toEqual([`error ${code}`]);
    expect(brief(judge('pem', content, 'device'))).toEqual([`${device} ${code}`]);
  });

  test('is told which certificate of a bundle a device reads', () => {
    const [found] = judge('pem', text(pem + encodePem('CERTIFICATE', leaf.raw)));
    expect(found).toMatchObject({ code: 'root-one-cert-per-payload', severity: 'error' });
    expect(found?.message).toContain('2 certificates, of which devices read "Lab" only');
  });
});

describe('PEM text that a device cannot read', () => {
  const wrong: readonly (readonly [what: string, content: string])[] = [
    ['under the label of X.509', pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
    ['under the label of OpenSSL', pem.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE')],
    ['that begins on the line of its marker', pem.replace('-----\n', '-----')],
  ];

  test.each(wrong)('%s, is refused in every payload', (_, content) => {
    for (const as of ['author', 'device'] as const) {
      expect(brief(judge('pem', text(content), as))).toEqual(['error pem-armor']);
      expect(brief(judge('root', text(content), as))).toContain('error pem-armor');
      expect(brief(judge('pkcs1', text(content), as))).toContain('error pem-armor');
    }
    expect(judge('pem', text(content))[0]?.where).toEqual({ pointer: place });
  });

  test.each<[what: string, content: string]>([
    ['text in front of it', `Bag Attributes\n${pem}`],
    ['blanks behind the marker', pem.replace('-----\n', '----- \t\n')],
    ['line ends of another system', pem.replaceAll('\n', '\r\n')],
  ])('is not one with %s', (_, content) => {
    expect(judge('pem', text(content), 'device')).toEqual([]);
  });
});

describe('the certificate inside', () => {
  test('is judged as a root in a root payload only', () => {
    const found = judge('root', leaf.raw).filter(({ severity }) => severity === 'error');
    expect(found.map(({ code }) => code)).toContain('root-ca-flag');
    expect(found.every(({ where }) => 'certificate' in where && where.pointer === place)).toBe(true);
    expect(judge('pkcs1', leaf.raw)).toEqual([]);
    expect(judge('pem', text(encodePem('CERTIFICATE', leaf.raw)))).toEqual([]);
  });

  test('may be an intermediate beside its root, in whichever order they come, but nobody should write that', () => {
    const issuing = issue({ subject: commonName('issuing'), issuer: root }).certificate;
    const payloads = [issuing.raw, der].map((PayloadContent) => payload({ PayloadContent }));
    for (const both of [payloads, payloads.toReversed()]) {
      const dictionary = profile({}, ...both);
      expect(brief(validateProfileDictionary(dictionary, { at, as: 'device' }))).toEqual(['info root-not-self-signed']);
      expect(brief(validateProfileDictionary(dictionary, { at }))).toEqual(['error root-not-self-signed']);
    }
    expect(brief(judge('root', issuing.raw, 'device'))).toEqual(['error root-not-self-signed']);
  });

  test('is judged by the time that was given, and a device takes an expired one with a warning', () => {
    const codes = (as: 'author' | 'device'): string[] => [...new Set(brief(judge('root', expired.raw, as)))];
    expect(codes('author')).toEqual([expect.stringMatching(/^error (root|certificate)-expired$/)]);
    expect(codes('device')).toEqual([expect.stringMatching(/^warning (root|certificate)-expired$/)]);
    const before = new Date('2020-06-01T00:00:00Z');
    const dictionary = profile({}, payload({ PayloadContent: expired.raw }));
    expect(validateProfileDictionary(dictionary, { at: before })).toEqual([]);
  });

  test('is judged although its form is wrong', () => {
    expect(brief(judge('root', text(encodePem('CERTIFICATE', leaf.raw))))).toEqual(
      expect.arrayContaining(['error root-content-is-der-certificate', 'error root-ca-flag']),
    );
    expect(brief(judge('root', join(leaf.raw, Uint8Array.of(0))))).toEqual(
      expect.arrayContaining(['error root-content-is-der-certificate', 'error root-ca-flag']),
    );
  });
});
