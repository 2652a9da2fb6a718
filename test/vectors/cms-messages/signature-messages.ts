import { constants, privateEncrypt, createHash, sign } from 'node:crypto';
import {
  algorithmIdentifier,
  bitString,
  concat,
  fromHex,
  integer,
  nullValue,
  octetString,
  sequence,
} from '../../support/der.js';
import { readChildren } from '../../support/der-reader.js';
import {
  forgeWithRubbishParameters,
  forgeWithTrailingRubbish,
  hasOddDigest,
} from '../../support/low-exponent-forgery.js';
import {
  cmsOid,
  messageAttribute,
  messageAttributes,
  type SignedMessageOptions,
} from '../../support/signed-message.js';
import { testKey } from '../../support/test-key.js';
import { timeValue, daysFromToday } from '../../support/time-value.js';
import { message, profile, refused, signerOf, sound, type CmsMessage } from './cms-message.js';

const WRONG = 'ERR_CMS_SIGNATURE_WRONG';
const rsa = { signer: signerOf('rsa-2048') };
const keyOf = (kind: 'p256' | 'rsa-2048') => testKey(kind).privateKey;

/** A signature by the raw RSA operation on whatever is put into the padding. */
const rawRsa =
  (info: (digest: Uint8Array) => Uint8Array): NonNullable<SignedMessageOptions['signature']> =>
  (_, signed) =>
    privateEncrypt(
      { key: keyOf('rsa-2048'), padding: constants.RSA_PKCS1_PADDING },
      info(createHash('sha256').update(signed).digest()),
    );

const digestInfo = (hash: 'sha1' | 'sha256', digest: Uint8Array, ...parameters: readonly Uint8Array[]): Uint8Array =>
  sequence(algorithmIdentifier(cmsOid[hash], ...parameters), octetString(digest));

/** PKCS#1 v1.5. */
export const rsaSignatures: readonly CmsMessage[] = [
  refused('an RSA signature with one bit changed', WRONG, () =>
    message({ ...rsa, signature: (good) => good.map((octet, index) => (index === 100 ? octet ^ 4 : octet)) }),
  ),
  refused('an RSA signature of zeros', WRONG, () =>
    message({ ...rsa, signature: (good) => new Uint8Array(good.length) }),
  ),
  refused('an RSA signature with a zero octet in front', WRONG, () =>
    message({ ...rsa, signature: (good) => concat(Uint8Array.of(0), good) }),
  ),
  refused('an RSA signature without its first octet', WRONG, () =>
    message({ ...rsa, signature: (good) => good.subarray(1) }),
  ),
  refused('a DigestInfo without NULL', WRONG, () =>
    message({ ...rsa, signature: rawRsa((digest) => digestInfo('sha256', digest)) }),
  ),
  refused('a DigestInfo that names another hash', WRONG, () =>
    message({ ...rsa, signature: rawRsa((digest) => digestInfo('sha1', digest, nullValue())) }),
  ),
  refused('a DigestInfo with rubbish behind', WRONG, () =>
    message({
      ...rsa,
      signature: rawRsa((digest) => concat(digestInfo('sha256', digest, nullValue()), Buffer.alloc(8, 1))),
    }),
  ),
  refused('a DigestInfo with rubbish in the parameters', WRONG, () =>
    message({ ...rsa, signature: rawRsa((digest) => digestInfo('sha256', digest, octetString(Buffer.alloc(8, 1)))) }),
  ),
  refused('a digest without its DigestInfo', WRONG, () => message({ ...rsa, signature: rawRsa((digest) => digest) })),
  refused('a forgery for the exponent 3 with rubbish behind the DigestInfo', WRONG, () =>
    message({ signer: signerOf('rsa-e3'), signature: (_, signed) => forgeWithTrailingRubbish(signed) }),
  ),
  refused('a forgery for the exponent 3 with rubbish in the parameters', WRONG, () => {
    const attributes = Array.from({ length: 64 }, (_, days) =>
      messageAttributes(profile, {
        signingTime: [messageAttribute(cmsOid.signingTime, timeValue(daysFromToday(-days)))],
      }),
    ).find((items) => hasOddDigest(concat(Uint8Array.of(0x31, concat(...items).length), ...items)));
    return message({
      signer: signerOf('rsa-e3'),
      attributes: attributes!,
      signature: (_, signed) => forgeWithRubbishParameters(signed),
    });
  }),
];

/** The order of P-256 (SEC 2 section 2.4.2). */
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
type Pair = readonly [r: bigint, s: bigint];

const readPair = (signature: Uint8Array): Pair => {
  const [r, s] = readChildren(signature).map(({ content }) => BigInt(`0x${Buffer.from(content).toString('hex')}`));
  return [r!, s!];
};
const withPair = (change: (pair: Pair) => Pair) => (): Uint8Array =>
  message({ signature: (good) => sequence(...change(readPair(good)).map((number) => integer(number))) });
const fixed = (number: bigint): Uint8Array => fromHex(number.toString(16).padStart(64, '0'));

/** `SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 section 2.2.3), with r and s from 1 to the order less 1. */
export const ecdsaSignatures: readonly CmsMessage[] = [
  refused(
    'an ECDSA signature with one bit changed',
    WRONG,
    withPair(([r, s]) => [r, s ^ 2n]),
  ),
  refused(
    'r = 0',
    WRONG,
    withPair(([, s]) => [0n, s]),
  ),
  refused(
    's = 0',
    WRONG,
    withPair(([r]) => [r, 0n]),
  ),
  refused(
    'r = s = 0',
    WRONG,
    withPair(() => [0n, 0n]),
  ),
  refused(
    'r and s of the order',
    WRONG,
    withPair(() => [order, order]),
  ),
  refused(
    'r beyond the order, the same modulo it',
    WRONG,
    withPair(([r, s]) => [r + order, s]),
  ),
  refused(
    's beyond the order, the same modulo it',
    WRONG,
    withPair(([r, s]) => [r, s + order]),
  ),
  refused(
    'r below zero, the same modulo the order',
    WRONG,
    withPair(([r, s]) => [r - order, s]),
  ),
  refused(
    's below zero',
    WRONG,
    withPair(([r, s]) => [r, -s]),
  ),
  refused(
    'r and s changed places',
    WRONG,
    withPair(([r, s]) => [s, r]),
  ),
  { ...sound('the other s of the same signature', {}), make: withPair(([r, s]) => [r, order - s]) },
  refused('r with a zero octet too many', WRONG, () =>
    message({
      signature: (good) => {
        const [r, s] = readPair(good);
        return sequence(integer(concat(new Uint8Array(2), fixed(r))), integer(s));
      },
    }),
  ),
  refused('an ECDSA signature in a length of two octets', WRONG, () =>
    message({ signature: (good) => concat(Uint8Array.of(0x30, 0x81), good.subarray(1)) }),
  ),
  refused('an ECDSA signature with an octet behind', WRONG, () =>
    message({ signature: (good) => concat(good, Uint8Array.of(0)) }),
  ),
  refused('an ECDSA signature with a third number', WRONG, () =>
    message({ signature: (good) => sequence(...readPair(good).map((number) => integer(number)), integer(1)) }),
  ),
  refused('an ECDSA signature in the form of P1363', WRONG, () =>
    message({ signature: (good) => concat(...readPair(good).map(fixed)) }),
  ),
  refused('an empty signature', WRONG, () => message({ signature: () => new Uint8Array() })),
  refused('a signature that is a BIT STRING', 'ERR_CMS_MALFORMED', () =>
    message({ storeSignature: (octets) => bitString(octets) }),
  ),
  refused('a signature over the attributes with their own tag', WRONG, () =>
    message({
      signature: (_, signed) => sign('sha256', concat(Uint8Array.of(0xa0), signed.subarray(1)), keyOf('p256')),
    }),
  ),
  refused('a signature over the content beside attributes', WRONG, () =>
    message({ signature: () => sign('sha256', profile, keyOf('p256')) }),
  ),
  refused('a signature over the digest of the digest', WRONG, () =>
    message({ signature: (_, signed) => sign('sha256', createHash('sha256').update(signed).digest(), keyOf('p256')) }),
  ),
];
