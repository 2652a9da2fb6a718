import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { inspectProfile } from '../../../src/document/inspect-profile.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { unwrapProfile } from '../../../src/document/unwrap-profile.js';
import { verifyProfile } from '../../../src/document/verify-profile.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { rootCA, signerChain } from '../../support/authorities.js';
import { pem } from '../../support/pem.js';
import { cmsOid, signedMessage, type SignedMessageOptions } from '../../support/signed-message.js';
import { toBer } from '../../support/to-ber.js';
import { codeOf } from '../error-code.js';
import { ascii, bigEndian, binaryDocument, dict } from '../plist/binary-document.js';

const root = rootCA();
const profile = new ProfileBuilder({ displayName: 'Lab' }).addRootCA(root.pem).build();
const xml = profile.toXml();
const { keyPem, certificate: signer } = signerChain('p256');
const message = (changes: Partial<SignedMessageOptions> = {}): Uint8Array =>
  signedMessage({ signer, content: profile.toBytes(), ...changes });
const signed = message();
const base64 = (bytes: Uint8Array, width = 76): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
const mail = (headers: readonly string[], body: string): string => [...headers, '', body].join('\r\n');
const smime = (type: string): string =>
  mail(
    [
      'MIME-Version: 1.0',
      'Content-Disposition: attachment; filename="smime.p7m"',
      `Content-Type: ${type}; smime-type=signed-data;`,
      '\tname="smime.p7m"',
      'Content-Transfer-Encoding: base64',
    ],
    base64(signed),
  );

/** The content octets of id-signedData, 1.2.840.113549.1.7.2 (RFC 5652 section 5.1). */
const pkcs7SignedData = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

describe('a signed file in a text is unwrapped, with an error', () => {
  test.each<[form: string, text: string, named: string]>([
    ['PEM of openssl cms', pem('CMS', signed), 'PEM'],
    ['PEM of openssl smime', pem('PKCS7', signed), 'PEM'],
    ['PEM of NSS', pem('PKCS #7 SIGNED DATA', signed, { eol: '\r\n' }), 'PEM'],
    ['PEM with a byte order mark', `\ufeff${pem('PKCS7', signed)}`, 'PEM'],
    ['PEM around BER', pem('PKCS7', toBer(signed)), 'PEM'],
    ['PEM behind words about it', `Signed by the lab:\n\n${pem('PKCS7', signed)}`, 'PEM'],
    ['base64', base64(signed), 'base64'],
    ['base64 on one line', `  ${base64(signed, 1e6)}\n`, 'base64'],
    ['base64 with a byte order mark', `\ufeff${base64(signed)}`, 'base64'],
    ['base64 around BER', base64(toBer(signed)), 'base64'],
    ['S/MIME', smime('application/pkcs7-mime'), 'S/MIME'],
    ['S/MIME of old', smime('application/x-pkcs7-mime'), 'S/MIME'],
    ['S/MIME behind an empty line', `\r\n${smime('application/pkcs7-mime')}`, 'S/MIME'],
    [
      'S/MIME with a header of a name that RFC 5322 allows',
      `X_Lab.1: a\r\n${smime('application/pkcs7-mime')}`,
      'S/MIME',
    ],
    [
      'S/MIME with a remark (RFC 2045)',
      smime('application/pkcs7-mime').replace(/: base64/, ': base64 (a remark)'),
      'S/MIME',
    ],
  ])('%s', (_, text, named) => {
    for (const input of [text, new TextEncoder().encode(text)]) {
      const parsed = parseProfile(input);
      expect(parsed.container).toBe('cms');
      expect(parsed.dictionary).toEqual(profile.dictionary);
      expect(parsed.issues).toMatchObject([{ code: 'cms-text-form', severity: 'error' }]);
      expect(parsed.issues[0]?.message).toContain(`in ${named}, which a device does not read`);
      expect(codeOf(() => parseProfile(input, { strict: true }))).toBe('ERR_PROFILE_INVALID');
      expect(verifyProfile(input, { anchors: 'none' }).content).toEqual(profile.toBytes());
      expect(inspectProfile(input)).toMatchObject({ container: 'cms', signature: { digestAlgorithm: 'SHA-256' } });
    }
  });

  test.each<[what: string, text: string, code: string]>([
    ['PEM that is cut', pem('PKCS7', signed).slice(0, 600), 'ERR_PEM_MALFORMED'],
    ['PEM that is no base64', pem('PKCS7', signed).replace('MII', 'M*I'), 'ERR_PEM_MALFORMED'],
    ['PEM around a certificate', pem('PKCS7', root.der), 'ERR_PLIST_FORMAT'],
    ['two blocks of PEM', pem('PKCS7', signed) + pem('PKCS7', signed), 'ERR_PLIST_FORMAT'],
    ['PEM that was changed', pem('PKCS7', message({ signature: () => new Uint8Array(70) })), 'ERR_CMS_SIGNATURE_WRONG'],
    ['base64 that is cut', base64(signed).slice(0, 601), 'ERR_PLIST_FORMAT'],
    ['base64 of a certificate', base64(root.der), 'ERR_PLIST_FORMAT'],
    ['a mail of another type', smime('application/octet-stream'), 'ERR_PLIST_FORMAT'],
    [
      'a mail with a detached signature',
      mail(['Content-Type: multipart/signed; boundary=x'], '--x'),
      'ERR_PLIST_FORMAT',
    ],
    [
      'a mail without a body',
      mail(['Content-Type: application/pkcs7-mime', 'Content-Transfer-Encoding: base64'], ''),
      'ERR_PLIST_FORMAT',
    ],
    ['a thousand header lines', `${'A: b\r\n'.repeat(100_000)}\r\n`, 'ERR_PLIST_FORMAT'],
  ])('%s is refused', (_, text, code) => {
    expect(codeOf(() => parseProfile(text))).toBe(code);
  });
});

describe('a text that stands inside of a property list is left there: a device reads the list', () => {
  const text = `\n${pem('PKCS7', signed)}`;
  const entries =
    '<key>PayloadType</key><string>Configuration</string><key>PayloadIdentifier</key><string>x.y</string>';
  const [head, tail] = ['<?xml version="1.0"?><plist version="1.0"><!--', `--><dict>${entries}</dict></plist>`];
  // Two octets of the text are one character of UTF-16.
  const even = text.length % 2 === 0 ? text : `${text}\n`;
  const wide = (part: string, isBig: boolean): Buffer => {
    const octets = Buffer.from(part, 'utf16le');
    return isBig ? octets.swap16() : octets;
  };
  const utf16 = (isBig: boolean, mark = '\ufeff'): Uint8Array =>
    Buffer.concat([wide(`${mark}${head}`, isBig), Buffer.from(even), wide(tail, isBig)]);
  const long = [0x5f, 0x11, ...bigEndian(text.length, 2), ...Buffer.from(text)];
  const identifier = [0x5f, 0x10, 'PayloadIdentifier'.length, ...Buffer.from('PayloadIdentifier')];
  const values = [ascii('PayloadType'), identifier, ascii('Note'), ascii('Configuration'), ascii('x.y'), long];

  test.each<[what: string, file: Uint8Array]>([
    ['a binary one', binaryDocument([dict([1, 2, 3], [4, 5, 6]), ...values])],
    ['one in UTF-16LE', utf16(false)],
    ['one in UTF-16BE', utf16(true)],
    ['one in UTF-16LE without a mark', utf16(false, '')],
    ['one in UTF-16BE without a mark', utf16(true, '')],
  ])('%s', (_, file) => {
    expect(parseProfile(file)).toMatchObject({ identifier: 'x.y' });
    expect(parseProfile(file).container).not.toBe('cms');
    expect(codeOf(() => verifyProfile(file, { anchors: 'none' }))).toBe('ERR_CMS_NOT_SIGNED');
    expect(codeOf(() => unwrapProfile(file))).toBe('ERR_CMS_NOT_SIGNED');
  });
});

describe('a file of 100 MB is refused by its length, before anything in it is read', () => {
  test.each<[what: string, head: string, code: string]>([
    ['a property list', '<?xml version="1.0"?><plist>', 'ERR_PLIST_LIMIT'],
    ['a binary property list', 'bplist00', 'ERR_PLIST_LIMIT'],
    ['nothing known', '', 'ERR_PLIST_LIMIT'],
    ['a CMS message', String.fromCharCode(0x30, 0x84, 5, 0xf5, 0xe0, 0xfa, 6, 9, ...pkcs7SignedData), 'ERR_ASN1_LIMIT'],
    ['PEM', '-----BEGIN PKCS7-----\n', 'ERR_ASN1_LIMIT'],
    ['base64', 'MIIBAAAA', 'ERR_ASN1_LIMIT'],
    ['a mail', 'Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n', 'ERR_ASN1_LIMIT'],
  ])('%s', (_, head, code) => {
    const file = new Uint8Array(100_000_000);
    file.set(Buffer.from(head, 'latin1'));
    expect(codeOf(() => parseProfile(file))).toBe(code);
  });
});

describe('a signature inside of a signature', () => {
  const nest = (levels: number): Uint8Array =>
    Array.from({ length: levels }).reduce<Uint8Array>((content) => message({ content }), signed);

  test('is opened, with an error for each', () => {
    for (const levels of [1, 2, 3]) {
      const parsed = parseProfile(nest(levels));
      expect(parsed.dictionary).toEqual(profile.dictionary);
      expect(parsed.issues.map(({ code }) => code)).toEqual(Array.from({ length: levels }, () => 'cms-nested'));
      expect(codeOf(() => verifyProfile(nest(levels), { anchors: 'none' }))).toBe('ERR_CMS_CONTENT_TYPE');
    }
  });

  test('must be sound as well', () => {
    const inner = message({ signature: () => new Uint8Array(70) });
    expect(codeOf(() => parseProfile(message({ content: inner })))).toBe('ERR_CMS_SIGNATURE_WRONG');
  });

  test('is not opened without end', () => {
    expect(codeOf(() => parseProfile(nest(4)))).toBe('ERR_CMS_CONTENT_TYPE');
  });
});

describe('what is encrypted', () => {
  test('as a whole is said to be', () => {
    const envelope = message({ outerType: cmsOid.envelopedData });
    expect(codeOf(() => parseProfile(envelope))).toBe('ERR_CMS_ENCRYPTED');
    expect(codeOf(() => parseProfile(pem('CMS', envelope)))).toBe('ERR_CMS_ENCRYPTED');
    expect(codeOf(() => verifyProfile(envelope, { anchors: 'none' }))).toBe('ERR_CMS_ENCRYPTED');
  });

  test('payload by payload is read around it', () => {
    const content =
      '<key>IsEncrypted</key><true/><key>EncryptedPayloadContent</key><data>AQID</data><key>PayloadType</key><string>Configuration</string>';
    const parsed = parseProfile(`<?xml version="1.0"?><plist version="1.0"><dict>${content}</dict></plist>`);
    expect(parsed).toMatchObject({ isEncrypted: true, payloads: [] });
    expect(parsed.dictionary['EncryptedPayloadContent']).toEqual(Uint8Array.of(1, 2, 3));
    expect(parsed.issues).toMatchObject([{ code: 'profile-encrypted', severity: 'info' }]);
    expect(parseProfile(xml).isEncrypted).toBe(false);
  });

  test.each<[what: string, keys: string]>([
    ['EncryptedPayloadContent', '<key>EncryptedPayloadContent</key><data>AQID</data>'],
    ['the word that there is', '<key>IsEncrypted</key><true/>'],
  ])('and has payloads in the clear beside %s is told apart by an error', (_, keys) => {
    const clear = `<key>PayloadType</key><string>Configuration</string>\n<key>PayloadContent</key>\n<array><dict/></array>`;
    const source = `<?xml version="1.0"?><plist version="1.0"><dict>${keys}${clear}</dict></plist>`;
    expect(parseProfile(source).issues).toMatchObject([
      { code: 'profile-encrypted' },
      { code: 'profile-clear-payloads', severity: 'error', where: { pointer: '/PayloadContent', line: 3, column: 1 } },
    ]);
    expect(codeOf(() => parseProfile(source, { strict: true }))).toBe('ERR_PROFILE_INVALID');
  });
});

test('what came out of a text is not signed again', async () => {
  const own = await createSigner({ key: keyPem, certificate: signer.der });
  for (const bytes of [signed, new TextEncoder().encode(pem('PKCS7', signed))]) {
    await expect(signProfile(bytes, own)).rejects.toMatchObject({ code: 'ERR_PROFILE_ALREADY_SIGNED' });
  }
});
