import { createHash } from 'node:crypto';
import {
  concat,
  context,
  fromHex,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  set,
  tlv,
} from '../../support/der.js';
import { cmsOid, messageAttribute, messageAttributes } from '../../support/signed-message.js';
import { daysFromToday, timeValue, today } from '../../support/time-value.js';
import { message, otherProfile, profile, refused, type CmsMessage } from './cms-message.js';

const { contentType, messageDigest, signingTime, data, signedData } = cmsOid;
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const digestOf = (bytes: Uint8Array): Uint8Array => octetString(sha256(bytes));
const digestAttribute = messageAttribute(messageDigest, digestOf(profile));
const paddedDigestAttribute = sequence(oid(fromHex('2a864886f70d01800904')), set(digestOf(profile)));
const typeAttribute = messageAttribute(contentType, oid(data));

type Replaced = Parameters<typeof messageAttributes>[1];
const withAttributes = (replaced: Replaced) => (): Uint8Array =>
  message({ attributes: messageAttributes(profile, replaced) });
const MALFORMED = 'ERR_CMS_SIGNED_ATTRIBUTES';

/** The bytes with one text in place of another of the same length. */
function replace(bytes: Uint8Array, from: string | Uint8Array, to: string | Uint8Array): Uint8Array {
  const place = Buffer.from(bytes).indexOf(from);
  const out = Uint8Array.from(bytes);
  out.set(Buffer.from(to), place);
  return out;
}

/** What was changed after signing. */
export const changedMessages: readonly CmsMessage[] = [
  refused('content changed', 'ERR_CMS_DIGEST_MISMATCH', () => replace(message(), 'com.example.cms', 'com.evil.profil')),
  refused('content changed without attributes', 'ERR_CMS_SIGNATURE_WRONG', () =>
    replace(message({ attributes: 'absent' }), 'com.example.cms', 'com.evil.profil'),
  ),
  refused('content and its digest changed', 'ERR_CMS_SIGNATURE_WRONG', () =>
    replace(replace(message(), profile, otherProfile), sha256(profile), sha256(otherProfile)),
  ),
  refused('the digest changed', 'ERR_CMS_DIGEST_MISMATCH', () =>
    replace(message(), sha256(profile), sha256(otherProfile)),
  ),
  refused('signingTime changed', 'ERR_CMS_SIGNATURE_WRONG', () => {
    const bytes = message();
    const place = Buffer.from(bytes).lastIndexOf(timeValue(today));
    return concat(bytes.subarray(0, place), timeValue(daysFromToday(-1)), bytes.subarray(place + 15));
  }),
  refused('an attribute added', 'ERR_CMS_SIGNATURE_WRONG', () =>
    message({ storeAttributes: (items) => context(0, ...items, messageAttribute('1.2.3', nullValue())) }),
  ),
  refused('an attribute taken away', 'ERR_CMS_SIGNATURE_WRONG', () =>
    message({ storeAttributes: (items) => context(0, ...items.filter((_, index) => index !== 1)) }),
  ),
  refused('attributes signed in order and stored out of it', 'ERR_CMS_SIGNATURE_WRONG', () =>
    message({ storeAttributes: (items) => context(0, ...items.toReversed()) }),
  ),
  refused('attributes taken away, so that the signature is none of the content', 'ERR_CMS_SIGNATURE_WRONG', () =>
    message({ storeAttributes: () => new Uint8Array() }),
  ),
  refused('the content chunks swapped', 'ERR_CMS_DIGEST_MISMATCH', () =>
    message({
      eContent: context(0, tlv(0x24, octetString(profile.subarray(80)), octetString(profile.subarray(0, 80)))),
    }),
  ),
];

/** Attributes that are signed, and wrong. */
export const wrongAttributes: readonly CmsMessage[] = [
  refused('contentType missing', MALFORMED, withAttributes({ contentType: [] })),
  {
    name: 'contentType twice',
    make: withAttributes({ contentType: [typeAttribute, typeAttribute] }),
    verify: MALFORMED,
    openssl: 'refused',
  },
  {
    name: 'contentType of another type',
    make: withAttributes({ contentType: [messageAttribute(contentType, oid(signedData))] }),
    verify: MALFORMED,
    openssl: 'Verified',
    why: 'RFC 5652 section 5.3 wants it to be the type of the content, and a device compares them',
  },
  {
    ...refused(
      'contentType that is a text',
      MALFORMED,
      withAttributes({ contentType: [messageAttribute(contentType, tlv(0x0c, Buffer.from(data)))] }),
    ),
    openssl: 'Verified',
    why: 'openssl compares no contentType; RFC 5652 section 11.1 wants it to be an OBJECT IDENTIFIER',
  },
  refused('messageDigest missing', MALFORMED, withAttributes({ messageDigest: [] })),
  refused('messageDigest twice', MALFORMED, withAttributes({ messageDigest: [digestAttribute, digestAttribute] })),
  refused(
    'two messageDigests, the right one last',
    MALFORMED,
    withAttributes({
      messageDigest: [messageAttribute(messageDigest, digestOf(otherProfile)), digestAttribute],
    }),
  ),
  refused(
    'messageDigest with two values',
    MALFORMED,
    withAttributes({
      messageDigest: [messageAttribute(messageDigest, digestOf(profile), digestOf(otherProfile))],
    }),
  ),
  refused(
    'messageDigest without a value',
    MALFORMED,
    withAttributes({ messageDigest: [messageAttribute(messageDigest)] }),
  ),
  refused(
    'messageDigest with its value in a SEQUENCE in place of a SET',
    MALFORMED,
    withAttributes({ messageDigest: [sequence(oid(messageDigest), sequence(digestOf(profile)))] }),
  ),
  refused(
    'messageDigest with a second SET of values',
    MALFORMED,
    withAttributes({
      messageDigest: [sequence(oid(messageDigest), set(digestOf(profile)), set(digestOf(otherProfile)))],
    }),
  ),
  refused(
    'messageDigest that is an INTEGER',
    MALFORMED,
    withAttributes({
      messageDigest: [messageAttribute(messageDigest, integer(sha256(profile)))],
    }),
  ),
  refused(
    'messageDigest under an OID that is padded',
    MALFORMED,
    withAttributes({ messageDigest: [paddedDigestAttribute] }),
  ),
  refused(
    'a second messageDigest under an OID that is padded',
    MALFORMED,
    withAttributes({ messageDigest: [digestAttribute, paddedDigestAttribute] }),
  ),
  refused(
    'a messageDigest cut to 20 octets',
    'ERR_CMS_DIGEST_MISMATCH',
    withAttributes({
      messageDigest: [messageAttribute(messageDigest, octetString(sha256(profile).subarray(0, 20)))],
    }),
  ),
  refused(
    'an empty messageDigest',
    'ERR_CMS_DIGEST_MISMATCH',
    withAttributes({
      messageDigest: [messageAttribute(messageDigest, octetString())],
    }),
  ),
  refused(
    'a messageDigest with octets behind',
    'ERR_CMS_DIGEST_MISMATCH',
    withAttributes({
      messageDigest: [messageAttribute(messageDigest, octetString(sha256(profile), Uint8Array.of(0)))],
    }),
  ),
  refused(
    'the messageDigest of another hash',
    'ERR_CMS_DIGEST_MISMATCH',
    withAttributes({
      messageDigest: [messageAttribute(messageDigest, octetString(createHash('sha1').update(profile).digest()))],
    }),
  ),
  refused(
    'signingTime twice',
    MALFORMED,
    withAttributes({
      signingTime: [1, 2].map((days) => messageAttribute(signingTime, timeValue(daysFromToday(-days)))),
    }),
  ),
  {
    ...refused(
      'signingTime of 30 February',
      MALFORMED,
      withAttributes({
        signingTime: [messageAttribute(signingTime, tlv(0x17, Buffer.from('260230120000Z')))],
      }),
    ),
    openssl: 'Verified',
    why: 'openssl does not read it; RFC 5652 section 11.3 wants a time, and nothing that we could show is one',
  },
  refused('an attribute that is no SEQUENCE', MALFORMED, () =>
    message({ attributes: [...messageAttributes(profile), nullValue()] }),
  ),
  refused('a field for attributes without any', 'ERR_CMS_MALFORMED', () => message({ attributes: [] })),
];

const takenForContent = 'attributes of another message could be passed off as content';

/** What is signed is not what is shown. */
export const contentConfusion: readonly CmsMessage[] = [
  {
    name: 'the attributes of another message as content',
    make: () => {
      const content = set(...messageAttributes(profile));
      return message({ content, attributes: 'absent' });
    },
    verify: MALFORMED,
    openssl: 'Verified',
    why: takenForContent,
  },
  {
    name: 'content of another type',
    make: () =>
      message({
        eContentType: '1.2.840.113549.1.9.16.1.4',
        attributes: messageAttributes(profile, {
          contentType: [messageAttribute(contentType, oid('1.2.840.113549.1.9.16.1.4'))],
        }),
      }),
    verify: 'ERR_CMS_CONTENT_TYPE',
    openssl: 'Verified',
    why: 'a profile is data, and a device takes nothing else',
  },
  {
    name: 'content of another type without attributes',
    make: () => message({ eContentType: '1.2.3.4', attributes: 'absent' }),
    verify: 'ERR_CMS_CONTENT_TYPE',
    openssl: 'Verified',
    why: 'RFC 5652 section 5.3 asks for attributes there, or the type is not covered by the signature',
  },
  {
    name: 'a message in a message, as data',
    make: () => message({ content: message() }),
    verify: 'ERR_CMS_CONTENT_TYPE',
    parse: 'opened',
    openssl: 'Verified',
    why: 'a device opens one signature and finds no profile; openssl does not look at the content',
  },
  {
    name: 'a message in a message, as SignedData',
    make: () => message({ content: message(), eContentType: signedData }),
    verify: 'ERR_CMS_CONTENT_TYPE',
    openssl: 'Verified',
    why: 'a device takes no content but data',
  },
  {
    name: 'a changed message in a sound one',
    make: () => message({ content: replace(message(), 'com.example.cms', 'com.evil.profil') }),
    verify: 'ERR_CMS_DIGEST_MISMATCH',
    openssl: 'Verified',
    why: 'openssl does not look at the content',
  },
  refused('content of type data under an OID that is padded', 'ERR_CMS_CONTENT_TYPE', () => {
    const bytes = Buffer.from(message({ attributes: 'absent', eContentType: '1.2.840.113549.1.128.1' }));
    const place = bytes.indexOf(oid('1.2.840.113549.1.128.1'));
    bytes.set(oid(fromHex('2a864886f70d01800701')), place);
    return bytes;
  }),
  refused('no content', 'ERR_CMS_DETACHED', () => message({ eContent: 'absent' })),
  refused('no content, and no attributes either', 'ERR_CMS_DETACHED', () =>
    message({ eContent: 'absent', attributes: 'absent' }),
  ),
  {
    name: 'content that is no property list',
    make: () => message({ content: Buffer.from('hello') }),
    verify: 'ERR_PLIST_FORMAT',
    openssl: 'Verified',
    why: 'openssl does not look at the content',
  },
  {
    name: 'empty content',
    make: () => message({ content: new Uint8Array() }),
    verify: 'ERR_PLIST_FORMAT',
    openssl: 'Verified',
    why: 'openssl does not look at the content',
  },
];
