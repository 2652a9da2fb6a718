import { rootCA } from '../../support/authorities.js';
import {
  algorithmIdentifier,
  context,
  integer,
  nullValue,
  oid,
  sequence,
  set,
  tlv,
  octetString,
} from '../../support/der.js';
import { revocationList } from '../../support/revocation-list.js';
import { cmsOid, keyIdentifierOfSigner, messageAttribute, messageAttributes } from '../../support/signed-message.js';
import { daysFromToday } from '../../support/time-value.js';
import { intermediate, message, profile, root, signerOf, sound, type CmsMessage } from './cms-message.js';

const sha = (hash: 'sha1' | 'sha256' | 'sha512', ...parameters: readonly Uint8Array[]): Uint8Array =>
  algorithmIdentifier(cmsOid[hash], ...parameters);
const rsa = { signer: signerOf('rsa-2048') };
const keyIdentifierSid = keyIdentifierOfSigner(signerOf().keyIdentifier!);
const unknown = messageAttribute('1.2.840.113549.1.9.16.2.11', sequence(octetString(profile)));

/** Hashes, keys and the names of algorithms. */
export const soundAlgorithms: readonly CmsMessage[] = [
  sound('P-256 with SHA-256', {}),
  sound('P-256 with SHA-1', { hash: 'sha1' }, 'signer-digest'),
  sound('P-256 with SHA-224', { hash: 'sha224' }),
  sound('P-256 with SHA-384, a hash longer than the curve', { hash: 'sha384' }),
  sound('P-384 with SHA-384', { signer: signerOf('p384'), hash: 'sha384' }),
  sound('P-521 with SHA-512', { signer: signerOf('p521'), hash: 'sha512' }),
  sound('P-256 with SHA-512, a hash longer than the curve', { hash: 'sha512' }),
  sound('RSA-2048 with SHA-256', rsa),
  sound('RSA-2048 with SHA-1', { ...rsa, hash: 'sha1' }, 'signer-digest'),
  sound('RSA-2048 with SHA-384', { ...rsa, hash: 'sha384' }),
  sound('RSA-2048 with SHA-512', { ...rsa, hash: 'sha512' }),
  sound('RSA-3072', { signer: signerOf('rsa-3072') }),
  sound('RSA-1024', { signer: signerOf('rsa-1024') }, 'rsa-min-2048'),
  sound('RSA with the exponent 3', { signer: signerOf('rsa-e3') }, 'rsa-exponent-small'),
  sound('RSA named sha256WithRSAEncryption', {
    ...rsa,
    signatureAlgorithm: algorithmIdentifier('1.2.840.113549.1.1.11', nullValue()),
  }),
  {
    ...sound(
      'RSA with SHA-1 under its old name of OIW',
      {
        ...rsa,
        hash: 'sha1',
        signatureAlgorithm: algorithmIdentifier('1.3.14.3.2.29', nullValue()),
      },
      'signer-digest',
    ),
    openssl: 'refused',
    why: 'openssl does not know the old name; it means the same, and old Java tools write it',
  },
  sound('rsaEncryption without NULL', { ...rsa, signatureAlgorithm: algorithmIdentifier(cmsOid.rsaEncryption) }),
  sound('SHA-256 with NULL', { digestAlgorithm: sha('sha256', nullValue()) }),
  sound('SHA-256 with NULL in the list, without it in the SignerInfo', {
    digestAlgorithms: [sha('sha256', nullValue())],
  }),
  sound('ecdsa-with-SHA256 with NULL', {
    signatureAlgorithm: algorithmIdentifier('1.2.840.10045.4.3.2', nullValue()),
  }),
  sound('ECDSA named id-ecPublicKey, as older Macs and Windows do', {
    signatureAlgorithm: algorithmIdentifier('1.2.840.10045.2.1'),
  }),
  sound('ECDSA named ecdsa-with-SHA1 above SHA-256, as older Macs do', {
    signatureAlgorithm: algorithmIdentifier('1.2.840.10045.4.1'),
  }),
];

/** Versions, signer identifiers, attributes, and what stands beside. */
export const soundForms: readonly CmsMessage[] = [
  sound('version 3 with a subjectKeyIdentifier', { version: 3, signerVersion: 3, sid: keyIdentifierSid }),
  sound('version 1 with a subjectKeyIdentifier', { sid: keyIdentifierSid }),
  sound('version 3 with issuerAndSerialNumber', { version: 3, signerVersion: 3 }),
  sound('versions that nobody wrote yet', { version: 9, signerVersion: 9 }),
  sound('no signed attributes', { attributes: 'absent' }, 'no-signed-attributes'),
  sound(
    'no signed attributes, RSA with SHA-1, as Apple does',
    { ...rsa, hash: 'sha1', attributes: 'absent' },
    'signer-digest',
    'no-signed-attributes',
  ),
  sound('digestAlgorithms with SHA-1 and SHA-256 twice, as Apple does', {
    digestAlgorithms: [sha('sha1'), sha('sha256'), sha('sha256')],
  }),
  sound('no signingTime', { attributes: messageAttributes(profile, { signingTime: [] }) }),
  sound('signingTime as GeneralizedTime', {
    attributes: messageAttributes(profile, {
      signingTime: [messageAttribute(cmsOid.signingTime, tlv(0x18, Buffer.from('20260501100000Z')))],
    }),
  }),
  sound('an attribute that nobody knows', { attributes: [...messageAttributes(profile), unknown] }),
  sound('attributes in no order', { attributes: messageAttributes(profile).reverse() }, 'signed-attributes-order'),
  sound('unsigned attributes', { unsigned: [context(1, unknown)] }),
  sound('a CRL', { crls: [context(1, revocationList(root))] }),
  sound('a list of CRLs with none in it', { crls: [context(1)] }),
  sound('the whole chain with the root', { certificates: [root, intermediate, signerOf()].map(({ der }) => der) }),
  sound('certificates of strangers beside', {
    certificates: [signerOf('p384'), signerOf(), intermediate, signerOf('rsa-2048')].map(({ der }) => der),
  }),
  sound('a serial number below zero', { signer: signerOf('p256', { serialNumber: -4711n }) }, 'serial-number'),
  sound('a serial number of 21 octets', { signer: signerOf('p256', { serialNumber: 1n << 162n }) }, 'serial-number'),
  sound('an issuer in other letters and another string type', {
    sid: sequence(
      sequence(set(sequence(oid('2.5.4.3'), tlv(0x13, Buffer.from('cms  INTERMEDIATE'))))),
      integer(signerOf().serialNumber),
    ),
  }),
  sound('the key as its own CA', { signer: signerOf('p256', { signedBy: root, basicConstraints: { cA: true } }) }),
];

/** Signatures that are sound, by signers whom the root does not vouch for. */
export const soundButUntrusted: readonly CmsMessage[] = [
  {
    name: 'a chain without the intermediate',
    make: () => message({ certificates: [signerOf().der] }),
    verify: 'Not Verified',
    issues: ['issuer-not-found'],
    openssl: 'Not Verified',
  },
  {
    name: 'a signer that has expired, whose signing time lies before',
    make: () =>
      message({
        signer: signerOf('p256', { notBefore: daysFromToday(-90), notAfter: daysFromToday(-1) }),
        attributes: messageAttributes(profile, {
          signingTime: [messageAttribute(cmsOid.signingTime, tlv(0x17, Buffer.from('260101000000Z')))],
        }),
      }),
    verify: 'Not Verified',
    issues: ['certificate-expired'],
    openssl: 'Not Verified',
  },
  {
    name: 'a signer that is not valid yet',
    make: () => message({ signer: signerOf('p256', { notBefore: daysFromToday(30) }) }),
    verify: 'Not Verified',
    issues: ['not-yet-valid'],
    openssl: 'Not Verified',
  },
  {
    name: 'a signer below a CA that has the name of ours and another key',
    make: () => message({ signer: signerOf('p256', { signingKey: 'p384' }) }),
    verify: 'Not Verified',
    issues: ['issuer-signature'],
    openssl: 'Not Verified',
  },
  {
    name: 'a signer that signed itself',
    make: () => {
      const signer = rootCA({ subject: 'Signer by itself' });
      return message({ signer, certificates: [signer.der] });
    },
    verify: 'Not Verified',
    issues: ['path-not-anchored'],
    openssl: 'Not Verified',
  },
];
