import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/diagnostics/errors/index.js';
import { readCertificates, type CertificateInput } from '../../../src/pki/read-certificates.js';
import { intermediateCA, rootCA } from '../../support/authorities.js';
import { certificateBag, certificateBagPem, dataContentInfo } from '../../support/certificate-bag.js';
import { concat, fromHex, integer, octetString, oid, sequence } from '../../support/der.js';
import { armour, pem } from '../../support/pem.js';
import { refusedObjects } from '../../support/refused-objects.js';
import { testKey } from '../../support/test-key.js';
import { truncated, withTrailing } from '../../support/to-ber.js';
import { expectUsable, refusalOf } from './intake-refusal.js';

const root = rootCA();
const other = intermediateCA(root);
const base64 = Buffer.from(root.der).toString('base64');
const { privateKey } = testKey('p256');
const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const codes: Readonly<Record<string, ErrorCode>> = {
  'private key': 'ERR_CERTIFICATE_IS_KEY',
  'public key': 'ERR_CERTIFICATE_IS_PUBLIC_KEY',
  'certificate request': 'ERR_CERTIFICATE_IS_CSR',
  'revocation list': 'ERR_CERTIFICATE_IS_CRL',
  'PKCS#12': 'ERR_CERTIFICATE_IS_PKCS12',
  other: 'ERR_CERTIFICATE_IS_OTHER',
};

const { proxy: endedProxy, revoke } = Proxy.revocable([], {});
revoke();

describe('what is no certificate is told by what it is', () => {
  const objects = refusedObjects();

  test.each(objects)('$name', ({ kind, input }) => {
    const error = refusalOf(input);
    expect(error.code).toBe(codes[kind]);
    expectUsable(
      error,
      typeof input === 'string' ? input.replaceAll(/^--.*$/gm, '') : Buffer.from(input).toString('base64'),
    );
  });

  test.each(objects)('$name behind a certificate', ({ kind, input }) => {
    const isText = typeof input === 'string';
    // Text beside a block is passed over, unless it announces a private key.
    const isPassedOver = isText && kind !== 'private key' && !input.includes('-----BEGIN');
    const bundle = isText ? `${root.pem}${input}` : [root.der, input];
    if (isPassedOver) expect(readCertificates(bundle)).toHaveLength(1);
    else expect(refusalOf(bundle).code).toBe(codes[kind]);
  });

  test.each(objects.filter(({ input }) => typeof input !== 'string'))('$name as base64', ({ kind, input }) => {
    expect(refusalOf(Buffer.from(input).toString('base64')).code).toBe(codes[kind]);
  });

  test.each(objects.filter(({ input }) => typeof input !== 'string'))(
    '$name under the label of a certificate',
    (object) => {
      const error = refusalOf(`\n${root.pem}${pem('CERTIFICATE', object.input as Uint8Array)}`);
      expect(error.code).toBe(codes[object.kind]);
      expect(error.details).toMatchObject({ line: root.pem.split('\n').length + 1 });
      expectUsable(error, Buffer.from(object.input).toString('base64'));
    },
  );
});

describe('PEM that is broken is refused with its line', () => {
  const [begin = '', ...rest] = root.pem.trimEnd().split('\n');
  const [end = '', ...body] = rest.toReversed();
  const bodyText = body.toReversed().join('\n');

  test.each<[trap: string, input: string, line: number, reason: string]>([
    ['a block that never ends', `text\n\n${begin}\n${bodyText}\n`, 3, 'never ends'],
    ['a block that never ends, behind a whole one', `${root.pem}${begin}\n`, root.pem.split('\n').length, 'never ends'],
    ['a block in a block', `${begin}\n${root.pem}${end}\n`, 1, 'never ends'],
    ['the END of another label', `\n${begin}\n${bodyText}\n-----END X509 CRL-----\n`, 2, 'another label at line'],
    ['an END line alone', `${bodyText}\n${end}\n`, bodyText.split('\n').length + 1, 'no BEGIN line'],
    [
      'a second certificate without its BEGIN line',
      `${root.pem}${bodyText}\n${end}\n`,
      root.pem.split('\n').length * 2 - 3,
      'no BEGIN line',
    ],
    ['a BEGIN line without its dashes', `${begin.slice(0, -5)}\n${bodyText}\n${end}\n`, 1, 'no complete BEGIN line'],
    ['an empty block', `${begin}\n${end}\n`, 1, 'is empty'],
    [
      'a body that is not base64',
      `\n${begin}\n${bodyText}\n###\n${end}\n`,
      bodyText.split('\n').length + 3,
      'not base64',
    ],
    [
      'a body that stops in the middle',
      `${begin}\n${bodyText.slice(0, -2)}\n${end}`,
      bodyText.split('\n').length + 2,
      'not base64',
    ],
    ['backslashes in place of line ends', root.pem.replaceAll('\n', '\\n'), 1, 'in place of line ends'],
    [
      'an encrypted body',
      pem('CERTIFICATE', root.der, { headers: ['Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-256-CBC,00'] }),
      1,
      'is encrypted',
    ],
    ['a body in front of which a header never ends', `${begin}\nA: b\n${bodyText}\n${end}`, 2, 'not base64'],
  ])('%s', (_, input, line, reason) => {
    const error = refusalOf(input);
    expect(error).toMatchObject({ code: 'ERR_PEM_MALFORMED', details: { line } });
    expect(error.message).toContain(`begins at line ${line}`);
    expect(error.message).toContain(reason);
    expectUsable(error, base64);
  });

  test('what slipped into a BEGIN line is not repeated', () => {
    const error = refusalOf(`-----BEGIN CERTIFICATE ${base64}-----END CERTIFICATE-----`);
    expect(error).toMatchObject({ code: 'ERR_PEM_MALFORMED', details: { label: '?' } });
    expectUsable(error, base64);
    expectUsable(refusalOf(`-----BEGIN CERTIFICATE\n${base64}\n`), base64);
  });

  test('labels of others are told, but nothing that controls a terminal', () => {
    expect(refusalOf(armour('TRUSTED CERTIFICATE', base64)).message).toContain('a PEM block "TRUSTED CERTIFICATE"');
    expect(refusalOf(armour('\u001b[31mX', base64)).message).not.toContain('\u001b');
  });
});

describe('whatever else people hand over', () => {
  test.each<[trap: string, input: unknown, code: ErrorCode, message: string]>([
    ['an empty text', '', 'ERR_INPUT_EMPTY', 'the input is empty'],
    ['white space', ' \r\n\t', 'ERR_INPUT_EMPTY', 'the input is empty'],
    ['a byte order mark', '\ufeff', 'ERR_INPUT_EMPTY', 'the input is empty'],
    ['no bytes', new Uint8Array(), 'ERR_INPUT_EMPTY', 'the input is empty'],
    ['an object without bytes', { raw: new Uint8Array() }, 'ERR_INPUT_EMPTY', 'the input is empty'],
    ['an empty array', [], 'ERR_INPUT_EMPTY', 'the array is empty'],
    ['an array of empty arrays', [[], [[]]], 'ERR_INPUT_EMPTY', 'the array is empty'],
    ['an array with an empty text', [root.pem, ''], 'ERR_INPUT_EMPTY', 'the input at index 1 is empty'],
    ['an empty bag', certificateBag([]), 'ERR_INPUT_EMPTY', 'the PKCS#7 certificate bag is empty'],
    ['an absolute path', '/etc/ssl/ca.pem', 'ERR_INPUT_IS_PATH', 'the text looks like the path of a file'],
    ['a relative path', './ca.pem', 'ERR_INPUT_IS_PATH', 'the text looks like the path of a file'],
    ['a file name', 'ca.crt', 'ERR_INPUT_IS_PATH', 'the text looks like the path of a file'],
    ['a path that is base64', 'Mac/certs/ca/root/A', 'ERR_INPUT_IS_PATH', 'the text looks like the path of a file'],
    ['a path of Windows', 'C:\\certs\\ca.cer', 'ERR_INPUT_IS_PATH', 'the text looks like the path of a file'],
    ['a home folder', '~/ca.pem\n', 'ERR_INPUT_IS_PATH', 'the text looks like the path of a file'],
    ['an address', 'https://lab.example/ca.pem', 'ERR_INPUT_IS_PATH', 'the text looks like the path of a file'],
    ['a path in bytes', text('/etc/ssl/ca.pem'), 'ERR_INPUT_IS_PATH', 'the text looks like the path of a file'],
    ['a path in an array', ['ca.pem'], 'ERR_INPUT_IS_PATH', 'the text at index 0 looks like the path of a file'],
    [
      'base64 with a wrong character',
      `${base64.slice(0, 99)}*${base64.slice(100)}`,
      'ERR_CERTIFICATE_UNREADABLE',
      'character 100 of it is none',
    ],
    ['base64 that was cut', base64.slice(0, 401), 'ERR_CERTIFICATE_UNREADABLE', 'the base64 stops in the middle'],
    [
      'base64 of a PEM file',
      Buffer.from(root.pem).toString('base64'),
      'ERR_CERTIFICATE_UNREADABLE',
      'the base64 of a PEM text: decode it first',
    ],
    [
      'base64 of a text',
      Buffer.from('neither one nor the other').toString('base64'),
      'ERR_CERTIFICATE_UNREADABLE',
      'the base64 of something else',
    ],
    ['words', 'my root certificate', 'ERR_CERTIFICATE_UNREADABLE', 'there is no PEM block'],
    ['many words', 'no\ncertificate/here', 'ERR_CERTIFICATE_UNREADABLE', 'there is no PEM block'],
    ['zeros', new Uint8Array(64), 'ERR_CERTIFICATE_UNREADABLE', 'there is no PEM block'],
    ['a key of SSH', 'ssh-ed25519 AAAAC3Nz root@lab', 'ERR_CERTIFICATE_IS_PUBLIC_KEY', 'found "SSH public key"'],
    ['JSON', '{"a":1}', 'ERR_CERTIFICATE_IS_OTHER', 'found JSON'],
    ['an HTML page', '<!DOCTYPE html><html><body>404/</body></html>', 'ERR_CERTIFICATE_IS_OTHER', 'found an HTML page'],
    ['an HTML page in bytes', text('<html lang="en"><head>'), 'ERR_CERTIFICATE_IS_OTHER', 'found an HTML page'],
    ['a profile', '<?xml version="1.0"?><plist/>', 'ERR_CERTIFICATE_IS_OTHER', 'found an XML document'],
    ['a binary property list', text('bplist00'), 'ERR_CERTIFICATE_IS_OTHER', 'found a binary property list'],
    ['a key store of Java', fromHex('feedfeed00000002'), 'ERR_CERTIFICATE_IS_OTHER', 'found a Java key store'],
    ['a ZIP archive', fromHex('504b030414000000'), 'ERR_CERTIFICATE_IS_OTHER', 'found a ZIP archive'],
    [
      'data in CMS',
      dataContentInfo(root.der),
      'ERR_CERTIFICATE_IS_OTHER',
      'found a CMS message of type 1.2.840.113549.1.7.1',
    ],
    [
      'a bag with content',
      certificateBag([root], { content: root.der }),
      'ERR_CERTIFICATE_IS_OTHER',
      'found a signed CMS message',
    ],
    ['a byte too many', withTrailing(root.der), 'ERR_CERTIFICATE_TRAILING_BYTES', '1 bytes follow the certificate'],
    [
      'two certificates in a row',
      concat(root.der, other.der),
      'ERR_CERTIFICATE_TRAILING_BYTES',
      `${other.der.length} bytes follow`,
    ],
    ['a bag and a byte', withTrailing(certificateBag([root])), 'ERR_ASN1_MALFORMED', '1 bytes follow the value'],
    ['a byte too few', truncated(root.der), 'ERR_ASN1_MALFORMED', 'the input cannot be read at byte 0'],
    [
      'a length beyond the end in an array',
      [truncated(root.der)],
      'ERR_ASN1_MALFORMED',
      'the input at index 0 cannot be read',
    ],
    [
      'ASN.1 of nobody',
      sequence(oid('1.2.3'), octetString(new Uint8Array(9))),
      'ERR_CERTIFICATE_UNREADABLE',
      'the ASN.1 is of no known kind',
    ],
    ['a number', sequence(integer(1)), 'ERR_CERTIFICATE_UNREADABLE', 'the ASN.1 is of no known kind'],
    ['DER of a hundred thousand levels', deep(100_000), 'ERR_ASN1_LIMIT', 'exceeds the limit of 64 depth'],
  ])('%s', (_, input, code, message) => {
    const error = refusalOf(input);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expectUsable(error, base64);
  });

  test('in a bundle the line is told, in an array the index, in both both', () => {
    const broken = pem('CERTIFICATE', truncated(root.der));
    const line = root.pem.split('\n').length;
    expect(refusalOf(root.pem + broken).message).toContain(`the input at line ${line} cannot be read`);
    expect(refusalOf([other.der, root.pem + broken]).message).toContain(`the input at line ${line} at index 1`);
    expect(refusalOf([root.der, ['', '']]).message).toContain('the input at index 0 at index 1 is empty');
    expect(refusalOf([root.der, root.pem + certificateBagPem([])]).details).toEqual({
      what: `the PKCS#7 certificate bag at line ${line} at index 1`,
    });
    const trailing = pem('CERTIFICATE', withTrailing(root.der));
    expect(refusalOf([root.pem, trailing])).toMatchObject({ details: { bytes: 1, line: 1, index: 1 } });
    expect(refusalOf([root.pem, trailing]).message).toBe('1 bytes follow the certificate at index 1, line 1');
    expect(refusalOf([root.pem, '-----BEGIN A-----']).message).toContain(
      '"A" that begins at index 1, line 1 never ends',
    );
    expect(refusalOf([root.pem, keyPem])).toMatchObject({ details: { line: 1, index: 1 } });
  });

  test.each<[trap: string, input: unknown, message: string]>([
    ['undefined', undefined, 'input must be a string, a Uint8Array, an object with raw bytes, or an array of these'],
    ['null', null, 'input must be a string'],
    ['a number', 5, 'input must be a string'],
    ['an empty object', {}, 'input must be a string'],
    ['an object with raw text', { raw: root.pem }, 'input must be a string'],
    ['an ArrayBuffer', root.der.buffer, 'input must be a string'],
    ['other numbers than bytes', new Uint16Array(9), 'input must be a string'],
    ['a function', () => root.der, 'input must be a string'],
    ['a promise', Promise.resolve(root.der), 'input must be a string'],
    ['undefined in an array', [root.der, [undefined]], 'input[1][0] must be a string'],
    [
      'a getter that throws',
      {
        get raw() {
          throw new Error('its own words');
        },
      },
      'input cannot be read, because a getter or a proxy throws',
    ],
    ['a proxy that ended', [endedProxy], 'input[0] cannot be read, because a getter or a proxy throws'],
    ['arrays without end', [[[[[[[[[root.der]]]]]]]]], 'input is an array nested deeper than 8'],
  ])('%s is a mistake of the caller', (_, input, message) => {
    expect(() => readCertificates(input as CertificateInput)).toThrow(TypeError);
    expect(() => readCertificates(input as CertificateInput)).toThrow(message);
  });
});

function deep(levels: number): Uint8Array {
  const bytes = new Uint8Array(levels * 2).fill(0x80);
  for (let at = 0; at < bytes.length; at += 2) bytes[at] = 0x30;
  return bytes;
}
