import { constants, createHash, privateEncrypt, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  derContext,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derTime,
  derUtf8String,
  derValue,
} from '../../../src/asn1/der.js';
import { openSignedData } from '../../../src/cms/open.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { commonName, keyPair, subjectKeyIdentifier } from '../trust/lab.js';
import {
  algorithm,
  assemble,
  attribute,
  attributesFor,
  indefinite,
  issueSigner,
  keyIdentifierSid,
  labRoot,
  oid,
  plist,
  serialOf,
  text,
  type AssembleOptions,
} from './assemble-signed-data.js';

const signer = issueSigner();
const rsaSigner = issueSigner('RSA-2048');
const stranger = issueSigner('P-384');
const codes = (bytes: Uint8Array): string[] => openSignedData(bytes).issues.map(({ code }) => code);

function codeOf(bytes: Uint8Array): string {
  try {
    openSignedData(bytes);
    return 'opened';
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}

describe('openSignedData opens', () => {
  test('a message and gives content, signer, certificates and time', () => {
    const opened = openSignedData(
      assemble({ signer, certificates: [labRoot().certificate.raw, signer.certificate.raw] }),
    );
    expect(opened.content).toEqual(plist);
    expect(opened.signer.raw).toEqual(signer.certificate.raw);
    expect(opened.certificates.map(({ raw }) => raw)).toEqual([labRoot().certificate.raw, signer.certificate.raw]);
    expect(opened.signingTime).toEqual(new Date('2026-05-01T10:00:00Z'));
    expect(opened).toMatchObject({ digestAlgorithm: 'SHA-256', signatureAlgorithm: 'ecdsa-with-SHA256', issues: [] });
  });

  const sha256 = algorithm(oid.sha256);
  const chunks = derValue(0x24, derOctetString(plist.subarray(0, 10)), derOctetString(plist.subarray(10)));
  const withId = issueSigner('P-256 b', { extensions: [subjectKeyIdentifier(text('the key'))] });
  const cases: Record<string, AssembleOptions> = {
    'RSA with rsaEncryption': { signer: rsaSigner },
    'RSA with sha256WithRSAEncryption': {
      signer: rsaSigner,
      signatureAlgorithm: algorithm(oid.rsaWithSha256, derNull()),
    },
    'RSA without NULL behind the algorithm': { signer: rsaSigner, signatureAlgorithm: algorithm(oid.rsaEncryption) },
    'SHA-224': { hash: 'sha224' },
    'SHA-384': { hash: 'sha384' },
    'SHA-512': { hash: 'sha512' },
    'NULL behind the digest algorithm': { digestAlgorithm: algorithm(oid.sha256, derNull()) },
    'a digest algorithm listed twice, as Apple does': { digestAlgorithms: [algorithm(oid.sha1), sha256, sha256] },
    'no signingTime': { attributes: attributesFor(plist, { signingTime: [] }) },
    'an unknown attribute': {
      attributes: [...attributesFor(plist), attribute('1.2.840.113549.1.9.16.2.11', derNull())],
    },
    'unsigned attributes': { unsigned: [derContext(1, attribute('1.2.3', derNull()))] },
    'a list of CRLs': { crls: [derContext(1)] },
    'an attribute certificate beside': { certificates: [signer.certificate.raw, derContext(1, derInteger(1))] },
    'subjectKeyIdentifier, version 3': {
      signer: withId,
      version: 3,
      signerVersion: 3,
      sid: keyIdentifierSid(text('the key')),
    },
    'content in two chunks': { eContent: derContext(0, chunks) },
    'content in chunks of indefinite length': {
      eContent: indefinite(
        0xa0,
        indefinite(0x24, derOctetString(plist.subarray(0, 7)), derOctetString(plist.subarray(7))),
      ),
    },
    'attributes of indefinite length': { wrapAttributes: (bytes) => indefinite(0xa0, bytes) },
    'attributes with a long form of the length': {
      wrapAttributes: (bytes) => Buffer.concat([Uint8Array.of(0xa0, 0x82, 0, bytes.length), bytes]),
    },
    'empty content': { content: new Uint8Array() },
    'content of a megabyte': { content: new Uint8Array(1 << 20).fill(60) },
  };
  test.each(Object.entries(cases))('%s', (_, options) => {
    const content = options.content ?? plist;
    expect(Buffer.compare(openSignedData(assemble({ signer, ...options })).content, content)).toBe(0);
  });

  test('an issuer in another string type and case, as names match', () => {
    const issuer = derSequence(derSetOf(derSequence(derOid('2.5.4.3'), derValue(0x13, text('LAB')))));
    expect(codeOf(assemble({ signer, sid: derSequence(issuer, serialOf(signer)) }))).toBe('opened');
  });

  test('a message with another certificate under the same name and number, and names the one that verified', () => {
    const serial = derInteger(77);
    const [one, other] = [issueSigner('P-256 b', { serial }), issueSigner('P-384', { serial })];
    const opened = openSignedData(
      assemble({ signer: one, certificates: [other.certificate.raw, one.certificate.raw] }),
    );
    expect(opened.signer.raw).toEqual(one.certificate.raw);
  });
});

describe('openSignedData warns', () => {
  test.each([
    ['of SHA-1', 'signer-digest', { hash: 'sha1' }],
    ['of missing signed attributes', 'no-signed-attributes', { attributes: 'none' as const }],
    [
      'of certificates that cannot be read',
      'cms-certificate-unreadable',
      { certificates: [derSequence(derNull()), signer.certificate.raw] },
    ],
    ['of attributes out of order', 'signed-attributes-order', { attributes: attributesFor(plist).reverse() }],
  ])('%s', (_, code, options) => {
    expect(codes(assemble({ signer, ...options }))).toEqual([code]);
  });
});

describe('openSignedData refuses', () => {
  const changed = text('<?xml version="1.0"?><plist version="1.0"><true/></plist>');
  const flip = (_: Uint8Array, sound: Uint8Array): Uint8Array =>
    sound.map((octet, index) => (index === 20 ? octet ^ 1 : octet));
  const digest = (hash: string, bytes: Uint8Array): Uint8Array => createHash(hash).update(bytes).digest();
  const type = attribute(oid.contentType, derOid(oid.data));
  const messageDigest = attribute(oid.messageDigest, derOctetString(digest('sha256', plist)));
  const padded = derSequence(
    Uint8Array.of(0x06, 10, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x80, 0x09, 0x04),
    derSetOf(derOctetString(digest('sha256', plist))),
  );
  const attributes = (replaced: Parameters<typeof attributesFor>[1]): AssembleOptions => ({
    attributes: attributesFor(plist, replaced),
  });
  const cases: Record<string, [code: string, options: AssembleOptions]> = {
    'changed content': ['ERR_CMS_DIGEST_MISMATCH', { attributes: attributesFor(changed) }],
    'changed content without attributes': [
      'ERR_CMS_SIGNATURE_WRONG',
      { attributes: 'none', eContent: derContext(0, derOctetString(changed)) },
    ],
    'a changed signature': ['ERR_CMS_SIGNATURE_WRONG', { signature: flip }],
    'an empty signature': ['ERR_CMS_SIGNATURE_WRONG', { signature: () => new Uint8Array() }],
    'an ECDSA signature with bytes behind it': [
      'ERR_CMS_SIGNATURE_WRONG',
      { signature: (_, sound) => Buffer.concat([sound, Uint8Array.of(0)]) },
    ],
    'an ECDSA signature of r = s = 0': [
      'ERR_CMS_SIGNATURE_WRONG',
      { signature: () => derSequence(derInteger(0), derInteger(0)) },
    ],
    'an attribute that was added after signing': [
      'ERR_CMS_SIGNATURE_WRONG',
      { wrapAttributes: (bytes) => derContext(0, bytes, attribute('1.2.3', derNull())) },
    ],
    'a signature over the attributes with the tag [0] in place of SET': [
      'ERR_CMS_SIGNATURE_WRONG',
      {
        signature: (signed) =>
          sign('sha256', Buffer.concat([Uint8Array.of(0xa0), signed.subarray(1)]), signer.keys.privateKey),
      },
    ],
    'an RSA signature whose DigestInfo names another hash': [
      'ERR_CMS_SIGNATURE_WRONG',
      {
        signer: rsaSigner,
        signature: (signed) =>
          privateEncrypt(
            { key: rsaSigner.keys.privateKey, padding: constants.RSA_PKCS1_PADDING },
            derSequence(algorithm(oid.sha1, derNull()), derOctetString(digest('sha256', signed))),
          ),
      },
    ],
    'the certificate of another key': [
      'ERR_CMS_SIGNATURE_WRONG',
      { signer: issueSigner('P-256 b', { serial: derInteger(5), spki: spkiOf('P-256') }) },
    ],
    'a key of another kind': [
      'ERR_CMS_ALGORITHM',
      {
        sid: derSequence(rsaSigner.certificate.issuer.raw, serialOf(rsaSigner)),
        certificates: [rsaSigner.certificate.raw],
      },
    ],
    'an Ed25519 signer': [
      'ERR_CMS_ALGORITHM',
      { signer: issueSigner('Ed25519'), signatureAlgorithm: algorithm('1.3.101.112') },
    ],
    'a curve that is spelt out': ['ERR_CMS_ALGORITHM', { signer: issueSigner('explicit') }],
    MD5: [
      'ERR_CMS_ALGORITHM',
      { hash: 'md5', signatureAlgorithm: algorithm(oid.rsaWithMd5, derNull()), signer: rsaSigner },
    ],
    'an unknown digest algorithm': ['ERR_CMS_ALGORITHM', { digestAlgorithm: algorithm('1.2.3.4') }],
    'a digest algorithm with parameters': [
      'ERR_CMS_ALGORITHM',
      { digestAlgorithm: algorithm(oid.sha256, derInteger(1)) },
    ],
    'a signature hash that is not the one of the digest': [
      'ERR_CMS_ALGORITHM',
      { signatureAlgorithm: algorithm(oid.ecdsaWithSha512) },
    ],
    'rsaEncryption with parameters': [
      'ERR_CMS_ALGORITHM',
      { signer: rsaSigner, signatureAlgorithm: algorithm(oid.rsaEncryption, derInteger(1)) },
    ],
    'RSASSA-PSS': [
      'ERR_CMS_ALGORITHM',
      { signer: rsaSigner, signatureAlgorithm: algorithm(oid.rsaPss, derSequence()) },
    ],
    'a digest algorithm that is not listed': ['ERR_CMS_MALFORMED', { digestAlgorithms: [algorithm(oid.sha512)] }],
    'an empty list of digest algorithms': ['ERR_CMS_MALFORMED', { digestAlgorithms: [] }],
    'no contentType': ['ERR_CMS_SIGNED_ATTRIBUTES', attributes({ contentType: [] })],
    'contentType twice': ['ERR_CMS_SIGNED_ATTRIBUTES', attributes({ contentType: [type, type] })],
    'contentType of another type of content': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      attributes({ contentType: [attribute(oid.contentType, derOid(oid.signedData))] }),
    ],
    'contentType that is a text': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      attributes({ contentType: [attribute(oid.contentType, derUtf8String(oid.data))] }),
    ],
    'no messageDigest': ['ERR_CMS_SIGNED_ATTRIBUTES', attributes({ messageDigest: [] })],
    'messageDigest twice': ['ERR_CMS_SIGNED_ATTRIBUTES', attributes({ messageDigest: [messageDigest, messageDigest] })],
    'messageDigest with two values': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      attributes({
        messageDigest: [
          attribute(
            oid.messageDigest,
            derOctetString(digest('sha256', plist)),
            derOctetString(digest('sha256', changed)),
          ),
        ],
      }),
    ],
    'messageDigest without a value': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      attributes({ messageDigest: [attribute(oid.messageDigest)] }),
    ],
    'messageDigest that is an INTEGER': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      attributes({ messageDigest: [attribute(oid.messageDigest, derInteger(1))] }),
    ],
    'messageDigest under a padded OID': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      attributes({ messageDigest: [messageDigest, padded] }),
    ],
    'a messageDigest that is cut': [
      'ERR_CMS_DIGEST_MISMATCH',
      attributes({
        messageDigest: [attribute(oid.messageDigest, derOctetString(digest('sha256', plist).subarray(0, 20)))],
      }),
    ],
    'an empty messageDigest': [
      'ERR_CMS_DIGEST_MISMATCH',
      attributes({ messageDigest: [attribute(oid.messageDigest, derOctetString(new Uint8Array()))] }),
    ],
    'signingTime twice': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      attributes({
        signingTime: [1, 2].map((day) => attribute(oid.signingTime, derTime(new Date(Date.UTC(2026, 1, day))))),
      }),
    ],
    'signingTime of 30 February': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      attributes({ signingTime: [attribute(oid.signingTime, derValue(0x17, text('260230120000Z')))] }),
    ],
    'no attributes in a field for them': ['ERR_CMS_MALFORMED', { attributes: [] }],
    'an attribute that is no SEQUENCE': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      { attributes: [...attributesFor(plist), derNull()] },
    ],
    'attributes passed off as content': [
      'ERR_CMS_SIGNED_ATTRIBUTES',
      { attributes: 'none', content: derSetOf(...attributesFor(plist)) },
    ],
    'no content': ['ERR_CMS_DETACHED', { eContent: 'none' }],
    'two contents': ['ERR_ASN1_MALFORMED', { eContent: derContext(0, derOctetString(plist), derOctetString(changed)) }],
    'content that is no OCTET STRING': ['ERR_ASN1_MALFORMED', { eContent: derContext(0, derUtf8String('<plist/>')) }],
    'chunks of another type': [
      'ERR_ASN1_MALFORMED',
      { eContent: derContext(0, derValue(0x24, derOctetString(plist), derUtf8String('x'))) },
    ],
    'content of another type': ['ERR_CMS_CONTENT_TYPE', { eContentType: '1.2.840.113549.1.9.16.1.4' }],
    'a message inside a message': [
      'ERR_CMS_CONTENT_TYPE',
      { eContentType: oid.signedData, content: assemble({ signer }) },
    ],
    'an encrypted message': ['ERR_CMS_ENCRYPTED', { outerType: oid.envelopedData }],
    'plain data in CMS': ['ERR_CMS_NOT_SIGNED', { outerType: oid.data }],
    'no signer': ['ERR_CMS_NOT_SIGNED', { signerInfos: () => [] }],
    'two signers': ['ERR_CMS_SIGNER_COUNT', { signerInfos: (sound) => [sound, sound] }],
    'a signer that is no SignerInfo': ['ERR_CMS_MALFORMED', { signerInfos: () => [derNull()] }],
    'a field behind the SignerInfo': ['ERR_CMS_MALFORMED', { unsigned: [derContext(1), derContext(1)] }],
    'a sid of no known form': ['ERR_CMS_MALFORMED', { sid: derInteger(1) }],
    'no certificates': ['ERR_CMS_SIGNER_CERTIFICATE_MISSING', { certificates: 'none' }],
    'an empty bag of certificates': ['ERR_CMS_SIGNER_CERTIFICATE_MISSING', { certificates: [] }],
    'the certificates of others only': [
      'ERR_CMS_SIGNER_CERTIFICATE_MISSING',
      { certificates: [stranger.certificate.raw] },
    ],
    'another serial number': [
      'ERR_CMS_SIGNER_CERTIFICATE_MISSING',
      { sid: derSequence(signer.certificate.issuer.raw, derInteger(4711)) },
    ],
    'another issuer': ['ERR_CMS_SIGNER_CERTIFICATE_MISSING', { sid: derSequence(commonName('Lob'), serialOf(signer)) }],
    'the key identifier of nobody': ['ERR_CMS_SIGNER_CERTIFICATE_MISSING', { sid: keyIdentifierSid(text('nobody')) }],
    'a certificate that is none': ['ERR_CMS_SIGNER_CERTIFICATE_MISSING', { certificates: [derSequence(derNull())] }],
    'a second bag of certificates': ['ERR_ASN1_MALFORMED', { crls: [derContext(0, stranger.certificate.raw)] }],
    'a thousand and one certificates': [
      'ERR_CMS_CERTIFICATE_LIMIT',
      { certificates: Array.from({ length: 1001 }, () => derSequence(derNull())) },
    ],
    'bytes behind the message': ['ERR_CMS_TRAILING_DATA', { wrap: (sound) => Buffer.concat([sound, plist]) }],
    'a property list in front': ['ERR_CMS_NOT_SIGNED', { wrap: (sound) => Buffer.concat([plist, sound]) }],
    'a message that is cut': ['ERR_ASN1_MALFORMED', { wrap: (sound) => sound.subarray(0, sound.length - 1) }],
  };
  test.each(Object.entries(cases))('%s', (_, [code, options]) => {
    expect(codeOf(assemble({ signer, ...options }))).toBe(code);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['an XML property list', plist],
    ['a certificate', signer.certificate.raw],
  ])('%s, as not signed', (_, bytes) => {
    expect(codeOf(bytes)).toBe('ERR_CMS_NOT_SIGNED');
  });

  test('nesting without end, before the stack gives in', () => {
    const start = assemble({ signer }).subarray(0, 4);
    expect(codeOf(Buffer.concat([start, derOid(oid.signedData), Buffer.alloc(200_000, 'a080', 'hex')]))).toMatch(
      /^ERR_ASN1_/,
    );
  });
});

test('what was opened does not change with the input', () => {
  const bytes = Uint8Array.from(assemble({ signer }));
  const { content, signer: found } = openSignedData(bytes);
  bytes.fill(0);
  expect(content).toEqual(plist);
  expect(found.raw).toEqual(signer.certificate.raw);
});

function spkiOf(kind: 'P-256'): Uint8Array {
  return new Uint8Array(keyPair(kind).publicKey.export({ type: 'spki', format: 'der' }));
}
