import { X509Certificate } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readCertificate, readCertificates, type CertificateInput } from '../../../src/pki/read-certificates.js';
import { isProfilewrightError, type ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { certificateBag, certificateBagLabels, certificateBagPem } from '../../support/certificate-bag.js';
import { issueCertificate } from '../../support/issue-certificate.js';
import { pem, pemBundle } from '../../support/pem.js';
import { toBer } from '../../support/to-ber.js';

const root = rootCA();
const intermediate = intermediateCA(root);
const server = leaf(intermediate);
const base64 = Buffer.from(root.der).toString('base64');

const ders = (input: CertificateInput): Buffer[] => readCertificates(input).map(({ raw }) => Buffer.from(raw));
const refusalOf = (run: () => unknown): ProfilewrightError => {
  try {
    run();
  } catch (error) {
    if (isProfilewrightError(error)) return error;
    throw error;
  }
  throw new Error('expected an error');
};
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
};

describe('one certificate is read byte for byte', () => {
  test.each<[form: string, input: CertificateInput]>([
    ['PEM', root.pem],
    ['PEM as bytes', Buffer.from(root.pem)],
    ['PEM with CR LF', pem('CERTIFICATE', root.der, { eol: '\r\n' })],
    ['PEM with CR', pem('CERTIFICATE', root.der, { eol: '\r' })],
    ['PEM with a byte order mark', `\ufeff${root.pem}`],
    ['PEM as bytes with a byte order mark', Buffer.from(`\ufeff${root.pem}`)],
    ['PEM in UTF-16LE, as PowerShell writes it', utf16(`\ufeff${root.pem}`, 'le')],
    ['PEM in UTF-16BE', utf16(`\ufeff${root.pem}`, 'be')],
    ['PEM in UTF-16 without a byte order mark', utf16(root.pem, 'le')],
    ['PEM in UTF-16BE without a byte order mark', utf16(root.pem, 'be')],
    ['PEM with 76 characters a line', pem('CERTIFICATE', root.der, { width: 76 })],
    ['PEM on one line', pem('CERTIFICATE', root.der, { width: Infinity })],
    ['PEM without any line end', pem('CERTIFICATE', root.der, { width: Infinity }).replaceAll('\n', '')],
    ['PEM whose line ends became blanks', root.pem.replaceAll('\n', ' ')],
    ['PEM that is indented', pem('CERTIFICATE', root.der, { indent: '    ' })],
    ['PEM with blanks at the ends of lines', pem('CERTIFICATE', root.der, { trailing: ' \t' })],
    ['PEM without a last line end', root.pem.trimEnd()],
    ['PEM between other text', `subject=CN = Lab Root\n${root.pem}\nthe end, -----\n`],
    ['PEM in the file of `openssl x509 -text`', `Certificate:\n    Data:\n        Version: 3 (0x2)\n${root.pem}`],
    ['PEM with headers', pem('CERTIFICATE', root.der, { headers: ['Proc-Type: 4,MIC-CLEAR', 'Comment: a b'] })],
    ['PEM with headers and CR LF', pem('CERTIFICATE', root.der, { headers: ['X-A: b', ' c'], eol: '\r\n' })],
    ['PEM under its old label', pem('X509 CERTIFICATE', root.der)],
    ['DER', root.der],
    ['DER as a Buffer', Buffer.from(root.der)],
    [
      'DER in the middle of a larger buffer',
      Buffer.concat([Buffer.alloc(3), root.der, Buffer.alloc(3)]).subarray(3, -3),
    ],
    ['DER in shared memory', new Uint8Array(new SharedArrayBuffer(root.der.length)).map((_, i) => root.der[i]!)],
    ['DER of another realm', runInNewContext('Uint8Array.from(der)', { der: [...root.der] }) as Uint8Array],
    ['base64', base64],
    ['base64 as bytes', Buffer.from(base64)],
    ['base64 with line ends', base64.replaceAll(/.{64}/g, '$&\r\n')],
    ['base64 with a byte order mark', `\ufeff${base64}\n`],
    ['base64 in UTF-16', utf16(base64, 'le')],
    ['PKCS#7 in DER', certificateBag([root])],
    ['PKCS#7 in BER', toBer(certificateBag([root]))],
    ['PKCS#7 in base64', Buffer.from(certificateBag([root])).toString('base64')],
    ...certificateBagLabels.map((label): [string, string] => [
      `PKCS#7 under "${label}"`,
      certificateBagPem([root], label),
    ]),
    ['PKCS#7 under the label of a certificate', pem('CERTIFICATE', certificateBag([root]))],
    ['a certificate under the label of PKCS#7', pem('PKCS7', root.der)],
    ["Node's X509Certificate", new X509Certificate(root.pem)],
    ['an object with the bytes', { raw: root.der }],
    ['an array', [root.pem]],
    ['arrays in arrays, some of them empty', [[], [[root.der], []]]],
  ])('from %s', (_, input) => {
    expect(ders(input)).toEqual([Buffer.from(root.der)]);
  });

  test('from its own result, which is the same object', () => {
    const certificate = readCertificate(root.pem);
    expect(readCertificate(certificate)).toBe(certificate);
    expect(readCertificates([certificate, root.der])[0]).toBe(certificate);
  });
});

describe('a certificate is only trusted to be ours when it is', () => {
  test('a copy with other facts is read again from its bytes', () => {
    const certificate = readCertificate(server.der);
    const forged = { ...certificate, name: '"Lab Root"', isCA: true, role: 'root' as const };
    expect(readCertificate(forged)).toMatchObject({ name: '"lab.example"', isCA: false, role: 'leaf' });
    const child = Object.create(certificate, { isCA: { value: true } }) as typeof certificate;
    expect(readCertificate(child).isCA).toBe(false);
  });

  test('one whose bytes were changed is read again', () => {
    const certificate = readCertificate(root.der);
    certificate.raw.set(server.der.subarray(0, 4));
    expect(refusalOf(() => readCertificate(certificate)).code).toMatch(/^ERR_/);
    expect(readCertificate(root.der).raw).toEqual(root.der);
  });

  test('what is returned does not share its memory with the input', () => {
    const bytes = Uint8Array.from(root.der);
    const { raw } = readCertificate(bytes);
    bytes.fill(0);
    expect(raw).toEqual(root.der);
    expect(raw.buffer.byteLength).toBe(raw.length);
  });
});

describe('several certificates', () => {
  const all = [server, intermediate, root].map(({ der }) => Buffer.from(der));

  test.each<[form: string, input: CertificateInput]>([
    ['a PEM bundle', pemBundle(server, intermediate, root)],
    ['a PEM bundle with text between', [server, intermediate, root].map((one) => `# Größe\r${one.pem}`).join('\n')],
    ['a PEM bundle without line ends between', [server, intermediate, root].map((one) => one.pem.trim()).join('')],
    ['PKCS#7', certificateBag([server, intermediate, root])],
    ['a block of PKCS#7 beside a certificate', `${server.pem}${certificateBagPem([intermediate, root])}`],
    ['an array of all forms', [server.pem, [certificateBag([intermediate])], new X509Certificate(root.der)]],
    [
      'duplicates in every form',
      [pemBundle(server, server), server.der, certificateBag([server, intermediate, server]), base64, root.pem],
    ],
  ])('of %s come in their order, equal ones once', (_, input) => {
    expect(ders(input)).toEqual(all);
  });

  test('certificates that differ in one bit of the signature are two', () => {
    const twin = issueCertificate({ ...root.options, serialNumber: root.serialNumber, signature: 'tampered' });
    expect(readCertificates([root.der, twin.der])).toHaveLength(2);
  });

  test('are too many for readCertificate, which names them', () => {
    const { code, message, hint } = refusalOf(() => readCertificate(pemBundle(server, root)));
    expect({ code, message }).toEqual({
      code: 'ERR_CERTIFICATE_COUNT',
      message: 'expected 1 certificate, found 2: "lab.example", "Lab Root"',
    });
    expect(hint).toContain('readCertificates');
    expect(readCertificate(pemBundle(root, root)).name).toBe('"Lab Root"');
  });
});

describe('limits', () => {
  test.each<[form: string, input: string | Uint8Array]>([
    ['a text', root.pem],
    ['bytes', root.der],
  ])('%s is measured before it is read', (_, input) => {
    expect(readCertificates(input, { maxBytes: input.length })).toHaveLength(1);
    expect(refusalOf(() => readCertificates(input, { maxBytes: input.length - 1 }))).toMatchObject({
      code: 'ERR_INPUT_TOO_LARGE',
      details: { what: 'the input', bytes: input.length, maxBytes: input.length - 1 },
    });
    expect(refusalOf(() => readCertificates(input, { maxBytes: 0 })).code).toBe('ERR_INPUT_TOO_LARGE');
    expect(refusalOf(() => readCertificates({ raw: root.der }, { maxBytes: 9 })).code).toBe('ERR_INPUT_TOO_LARGE');
  });

  test.each<[form: string, input: CertificateInput]>([
    ['a bundle', pemBundle(server, intermediate, root)],
    ['a bag', certificateBag([server, intermediate, root])],
    ['an array', [server.der, intermediate.der, root.der]],
    ['certificates that were read before', readCertificates([server.der, intermediate.der, root.der])],
  ])('%s of more certificates than allowed is refused', (_, input) => {
    expect(readCertificates(input, { maxCertificates: 3 })).toHaveLength(3);
    const { code, message, hint } = refusalOf(() => readCertificates(input, { maxCertificates: 2 }));
    expect({ code, message }).toEqual({
      code: 'ERR_CERTIFICATE_LIMIT',
      message: 'found 3 certificates, more than the limit of 2',
    });
    expect(hint).toContain('`maxCertificates`');
    expect(refusalOf(() => readCertificates(input, { maxCertificates: 0 })).code).toBe('ERR_CERTIFICATE_LIMIT');
  });

  test('the limit counts certificates that differ, and comes before the next is read', () => {
    expect(readCertificates(root.pem.repeat(50), { maxCertificates: 1 })).toHaveLength(1);
    const broken = pem('CERTIFICATE', Uint8Array.of(0x30, 3, 2, 1, 1));
    expect(refusalOf(() => readCertificates(root.pem + server.pem + broken, { maxCertificates: 1 })).code).toBe(
      'ERR_CERTIFICATE_LIMIT',
    );
  });

  test('a certificate of a mebibyte is one too large', () => {
    const large = rootCA({ extraExtensions: [{ oid: '1.2.3', value: new Uint8Array(1024 * 1024) }] });
    expect(refusalOf(() => readCertificates(large.der))).toMatchObject({
      code: 'ERR_INPUT_TOO_LARGE',
      details: { what: 'the certificate', bytes: large.der.length, maxBytes: 1024 * 1024 },
    });
    expect(
      readCertificate(rootCA({ extraExtensions: [{ oid: '1.2.3', value: new Uint8Array(1_040_000) }] }).der).isCA,
    ).toBe(true);
  });

  test('a bag may hold hundreds of certificates of many fields', () => {
    // Some 700 values each: more than a certificate alone could ever have, and no attack.
    const subject = Array.from({ length: 60 }, (_, index) => ['OU', String(index)] as const);
    const many = certificateBag(new Array<typeof root>(250).fill(issueCertificate({ subject })));
    expect(readCertificates(many)).toHaveLength(1);
    expect(refusalOf(() => readCertificates(many, { maxCertificates: 5 })).code).toBe('ERR_ASN1_LIMIT');
  });

  test.each([
    [{ maxBytes: NaN }, 'options.maxBytes must be a whole number, 0 or more'],
    [null as never, 'options must be an object'],
    [{ maxByte: 1 } as never, 'options.maxByte is not known; known are maxBytes, maxCertificates'],
    [{ maxCertificates: -1 }, 'options.maxCertificates must be a whole number, 0 or more'],
    [{ maxCertificates: '5' as never }, 'options.maxCertificates must be a whole number, 0 or more'],
  ])('a limit that limits nothing is refused: %j', (options, message) => {
    expect(() => readCertificates(root.pem, options)).toThrow(TypeError(message));
  });
});
