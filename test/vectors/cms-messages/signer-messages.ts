import { explicitCurveSpki } from '../../support/explicit-curve.js';
import { readChildren } from '../../support/der-reader.js';
import { ascii, context, fromHex, integer, nullValue, octetString, oid, sequence, set } from '../../support/der.js';
import { encodeName } from '../../support/name.js';
import { cmsOid, issuerAndSerialNumber, keyIdentifierOfSigner, signerInfoOf } from '../../support/signed-message.js';
import { testKey } from '../../support/test-key.js';
import {
  intermediate,
  message,
  otherProfile,
  profile,
  refused,
  root,
  signerOf,
  sound,
  type CmsMessage,
} from './cms-message.js';

const signer = signerOf();
const flip = (octets: Uint8Array): Uint8Array =>
  octets.map((octet, index) => (index === octets.length - 1 ? octet ^ 1 : octet));
const second = (changes: { signature?: typeof flip } = {}): Uint8Array =>
  signerInfoOf({ signer: signerOf('p384'), content: profile, ...changes });
const both = [signerOf().der, signerOf('p384').der, intermediate.der];

/** Others under the name and number of the first. */
const namesakes = (['p256', 'p384'] as const).map((kind, index) =>
  signerOf(kind, { serialNumber: 79, key: testKey(kind, 8 * index) }),
);

const twin = (kind: 'p256' | 'p384', twinOf = signer) =>
  signerOf(kind, { subjectKeyIdentifier: twinOf.keyIdentifier!, serialNumber: 77, key: testKey(kind, 8) });
const several = 'a device refuses several signers, and readers check different ones of them';

/** How many signers there are. */
export const signerCounts: readonly CmsMessage[] = [
  refused('no signer', 'ERR_CMS_NOT_SIGNED', () => message({ signerInfos: () => [] })),
  {
    name: 'two signers, both sound',
    make: () => message({ signerInfos: (one) => [one, second()], certificates: both }),
    verify: 'ERR_CMS_SIGNER_COUNT',
    openssl: 'Verified',
    why: several,
  },
  {
    name: 'the same signer twice',
    make: () => message({ signerInfos: (one) => [one, one] }),
    verify: 'ERR_CMS_SIGNER_COUNT',
    openssl: 'Verified',
    why: several,
  },
  refused('two signers, the first of them wrong', 'ERR_CMS_SIGNER_COUNT', () =>
    message({ signature: flip, signerInfos: (one) => [one, second()], certificates: both }),
  ),
  refused('two signers, the second of them wrong', 'ERR_CMS_SIGNER_COUNT', () =>
    message({ signerInfos: (one) => [one, second({ signature: flip })], certificates: both }),
  ),
  refused('a signer that is no SignerInfo', 'ERR_CMS_MALFORMED', () => message({ signerInfos: () => [nullValue()] })),
];

/** Which certificate is meant. */
export const signerIdentities: readonly CmsMessage[] = [
  refused('no certificates', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () => message({ certificates: 'absent' })),
  refused('an empty bag of certificates', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () => message({ certificates: [] })),
  refused('the certificates of others only', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () =>
    message({ certificates: [signerOf('p384').der, intermediate.der] }),
  ),
  refused('another serial number', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () =>
    message({ sid: sequence(signer.issuer, integer(4711)) }),
  ),
  refused('the serial number without its sign', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () => {
    const negative = signerOf('p256', { serialNumber: -2n });
    return message({ signer: negative, sid: sequence(negative.issuer, integer(2)) });
  }),
  refused('another issuer', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () =>
    message({ sid: sequence(encodeName('CMS Somebody'), integer(signer.serialNumber)) }),
  ),
  refused('the subject in place of the issuer', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () =>
    message({ sid: sequence(signer.subject, integer(signer.serialNumber)) }),
  ),
  refused('the key identifier of nobody', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () =>
    message({ sid: keyIdentifierOfSigner(ascii('nobody')) }),
  ),
  refused('an empty key identifier', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () =>
    message({ sid: keyIdentifierOfSigner(new Uint8Array()) }),
  ),
  refused('the key identifier of a certificate that has none', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () => {
    const bare = signerOf('p256', { subjectKeyIdentifier: 'absent' });
    return message({ signer: bare, sid: keyIdentifierOfSigner(bare.key.keyIdentifier) });
  }),
  refused('the certificate of another key under the name and number of the signer', 'ERR_CMS_SIGNATURE_WRONG', () => {
    const other = signerOf('p256', { key: testKey('p256', 8), serialNumber: 78 });
    return message({ sid: issuerAndSerialNumber(other), certificates: [other.der, intermediate.der] });
  }),
  {
    ...sound('a name and number that two have, the signer first', {}),
    make: () => {
      const [one, other] = namesakes;
      return message({ signer: one!, certificates: [one!.der, other!.der, intermediate.der] });
    },
    signer: () => namesakes[0]!,
  },
  {
    name: 'a name and number that two have, the signer last',
    make: () => {
      const [one, other] = namesakes;
      return message({ signer: one!, certificates: [other!.der, one!.der, intermediate.der] });
    },
    verify: 'Verified',
    signer: () => namesakes[0]!,
    openssl: 'refused',
    why: 'openssl tries the first that fits; the signature itself tells which of them is meant',
  },
  {
    ...sound('a key identifier that two have, the signer first', { version: 3, signerVersion: 3 }),
    make: () =>
      message({
        sid: keyIdentifierOfSigner(signer.keyIdentifier!),
        certificates: [signer.der, twin('p256').der, intermediate.der],
      }),
    signer: () => signer,
  },
  {
    name: 'a key identifier that two have, the signer last',
    make: () =>
      message({
        sid: keyIdentifierOfSigner(signer.keyIdentifier!),
        certificates: [twin('p256').der, twin('p384').der, signer.der, intermediate.der],
      }),
    verify: 'Verified',
    signer: () => signer,
    openssl: 'refused',
    why: 'openssl tries the first that fits; the signature itself tells which of them is meant',
  },
  sound('a key identifier in pieces', {
    sid: context(0, octetString(signer.keyIdentifier!.subarray(0, 5)), octetString(signer.keyIdentifier!.subarray(5))),
  }),
  {
    name: 'a serial number with a zero octet too many',
    make: () => message({ sid: sequence(signer.issuer, integer(Uint8Array.of(0, ...signer.serialNumber))) }),
    verify: 'ERR_CMS_SIGNER_CERTIFICATE_MISSING',
    openssl: 'refused',
  },
  refused('a signer identifier of no known form', 'ERR_CMS_MALFORMED', () => message({ sid: integer(1) })),
];

/** What the bag of certificates can be. */
export const certificateBags: readonly CmsMessage[] = [
  sound('the certificate of the signer twice', { certificates: [signer.der, signer.der, intermediate.der] }),
  {
    name: 'a certificate that is none beside',
    make: () => message({ certificates: [sequence(nullValue()), signer.der, intermediate.der] }),
    verify: 'Verified',
    issues: ['cms-certificate-unreadable'],
    openssl: 'refused',
    why: 'only the certificate of the signer is needed, and a device passes over the others; a warning says so',
  },
  refused('a certificate that is none, and no other', 'ERR_CMS_SIGNER_CERTIFICATE_MISSING', () =>
    message({ certificates: [sequence(nullValue())] }),
  ),
  sound('an attribute certificate beside', {
    certificates: [context(1, sequence(integer(1))), signer.der, intermediate.der],
  }),
  refused('a number among the certificates', 'ERR_ASN1_MALFORMED', () =>
    message({ certificates: [integer(1), signer.der, intermediate.der] }),
  ),
  refused('end-of-contents octets among the certificates', 'ERR_ASN1_MALFORMED', () =>
    message({ certificates: [signer.der, intermediate.der, new Uint8Array(2)] }),
  ),
  sound('three hundred certificates of a stranger', {
    certificates: [signer.der, intermediate.der, ...Array.from({ length: 300 }, () => signerOf('p384').der)],
  }),
  {
    name: 'a thousand and one certificates',
    make: () => message({ certificates: [signer.der, ...Array.from({ length: 1000 }, () => intermediate.der)] }),
    verify: 'ERR_CMS_CERTIFICATE_LIMIT',
    openssl: 'Verified',
    why: 'so many are there to cause work',
  },
  refused('a thousand and one certificates that are none', 'ERR_CMS_CERTIFICATE_LIMIT', () =>
    message({ certificates: Array.from({ length: 1001 }, () => sequence(nullValue())) }),
  ),
  {
    ...refused('a signer with its curve spelt out', 'ERR_CMS_ALGORITHM', () =>
      message({ signer: signerOf('p256', { spki: explicitCurveSpki(testKey('p256')) }) }),
    ),
    openssl: 'Not Verified',
    why: 'who chooses the curve can own the key of another (CVE-2020-0601); openssl says so when it judges the chain',
  },
  refused('a signer whose key is RSA, ECDSA named', 'ERR_CMS_ALGORITHM', () =>
    message({ sid: issuerAndSerialNumber(signerOf('rsa-2048')), certificates: [signerOf('rsa-2048').der] }),
  ),
  refused('a signer whose key is on a curve, RSA named', 'ERR_CMS_ALGORITHM', () =>
    message({ signer: signerOf('rsa-2048'), sid: issuerAndSerialNumber(signer), certificates: [signer.der] }),
  ),
  refused('SignedData named EnvelopedData', 'ERR_CMS_ENCRYPTED', () => message({ outerType: cmsOid.envelopedData })),
  refused('SignedData named Data', 'ERR_CMS_NOT_SIGNED', () => message({ outerType: cmsOid.data })),
  refused('EnvelopedData named SignedData', 'ERR_ASN1_MALFORMED', () => {
    const recipient = sequence(
      integer(0),
      issuerAndSerialNumber(root),
      sequence(oid(cmsOid.rsaEncryption), nullValue()),
      octetString(new Uint8Array(256)),
    );
    const cipher = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(new Uint8Array(16)));
    const enveloped = sequence(
      integer(0),
      set(recipient),
      sequence(oid(cmsOid.data), cipher, Uint8Array.of(0x80, 16, ...otherProfile.subarray(0, 16))),
    );
    return sequence(oid(cmsOid.signedData), context(0, enveloped));
  }),
  refused('SignedData under an OID that is padded', 'ERR_CMS_CONTENT_TYPE', () => {
    const [, wrapper] = readChildren(message());
    return sequence(oid(fromHex('2a864886f70d01800702')), wrapper!.raw);
  }),
  refused('plain data in a ContentInfo', 'ERR_CMS_NOT_SIGNED', () =>
    sequence(oid(cmsOid.data), context(0, octetString(profile))),
  ),
];
