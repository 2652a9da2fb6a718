import { concat, context, octetString, oid, sequence, tlv, type Bytes } from '../../support/der.js';
import { readChildren } from '../../support/der-reader.js';
import { pem } from '../../support/pem.js';
import { cmsOid } from '../../support/signed-message.js';
import { toBer, truncated, withTrailing } from '../../support/to-ber.js';
import { intermediate, message, otherProfile, profile, refused, sound, type CmsMessage } from './cms-message.js';

/** A constructed value of indefinite length. */
const indefinite = (tag: number, ...parts: readonly Uint8Array[]): Bytes =>
  concat(Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0));

const pieces = (size: number): Bytes[] =>
  Array.from({ length: Math.ceil(profile.length / size) }, (_, index) =>
    octetString(profile.subarray(index * size, (index + 1) * size)),
  );

/** The content in so many constructed OCTET STRINGs, one in the other. */
const nested = (levels: number): Uint8Array =>
  Array.from({ length: levels }).reduce<Uint8Array>((inner) => tlv(0x24, inner), octetString(profile));

const innerBer = (attribute: Uint8Array): Uint8Array => toBer(attribute, { where: 'everywhere' });

/** BER that is not DER, all of it sound. */
export const soundEncodings: readonly CmsMessage[] = [
  {
    name: 'every length around the certificates indefinite',
    make: () => {
      const [type, wrapper] = readChildren(message());
      const [version, digests, content, ...rest] = readChildren(wrapper!.content);
      const data = indefinite(
        0x30,
        ...readChildren(content!.raw).map(({ raw }) => toBer(raw, { where: 'everywhere' })),
      );
      const bag = indefinite(0xa0, rest[0]!.content);
      const signers = toBer(rest[1]!.raw);
      const signedData = indefinite(
        0x30,
        version!.raw,
        toBer(digests!.raw, { where: 'everywhere' }),
        data,
        bag,
        signers,
      );
      return indefinite(0x30, type!.raw, indefinite(0xa0, signedData));
    },
    verify: 'Verified',
    openssl: 'Verified',
  },
  { ...sound('lengths with a zero octet too many', {}), make: () => toBer(message(), { lengths: 'padded' }) },
  sound('content in chunks, of definite length', { eContent: context(0, tlv(0x24, ...pieces(100))) }),
  sound('content in chunks, of indefinite length', { eContent: indefinite(0xa0, indefinite(0x24, ...pieces(7))) }),
  sound('content in one chunk', { eContent: context(0, tlv(0x24, octetString(profile))) }),
  sound('content with empty chunks', {
    eContent: context(0, tlv(0x24, octetString(), octetString(profile), octetString())),
  }),
  sound('content in chunks of chunks', {
    eContent: indefinite(0xa0, indefinite(0x24, indefinite(0x24, ...pieces(64)), octetString())),
  }),
  {
    ...sound('content in chunks seven deep', { eContent: context(0, nested(7)) }),
    openssl: 'refused',
    why: 'openssl looks five strings deep; that more is an attack is nowhere said, and depth is limited here as well',
  },
  sound('the signature in two chunks', {
    storeSignature: (octets) => tlv(0x24, octetString(octets.subarray(0, 9)), octetString(octets.subarray(9))),
  }),
  sound('the field of the attributes of indefinite length', { storeAttributes: (items) => indefinite(0xa0, ...items) }),
  sound('the length of the field of the attributes with a zero octet too many', {
    storeAttributes: (items) => toBer(context(0, ...items), { lengths: 'padded' }),
  }),
  sound('attributes stored in BER and signed in DER (RFC 5652 section 5.4)', {
    storeAttributes: (items) => indefinite(0xa0, ...items.map(innerBer)),
  }),
  { ...sound('PEM', {}, 'cms-text-form'), make: () => Buffer.from(pem('CMS', message())), form: 'PEM' },
  { ...sound('PEM named PKCS7', {}, 'cms-text-form'), make: () => Buffer.from(pem('PKCS7', message())), form: 'PEM' },
  {
    ...sound('S/MIME', {}, 'cms-text-form'),
    make: () => {
      const type = 'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"';
      const head = `MIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
      return Buffer.from(head + pem('X', message()).split('\n').slice(1, -2).join('\r\n') + '\r\n');
    },
    form: 'SMIME',
  },
];

/** Announces `octets` octets and has the rest of what is there. */
const announce = (octets: Uint8Array): Uint8Array => {
  const body = message().subarray(4);
  return concat(Uint8Array.of(0x30), octets, body);
};

const nestedBomb = (open: string, levels: number, outer = Uint8Array.of(0x30, 0x80)): Uint8Array =>
  concat(outer, oid(cmsOid.signedData), Buffer.alloc((levels * open.length) / 2, open, 'hex'));

/** What no reader takes. */
export const brokenEncodings: readonly CmsMessage[] = [
  refused('the last octet missing', 'ERR_ASN1_MALFORMED', () => truncated(message())),
  refused('cut behind the header', 'ERR_ASN1_MALFORMED', () => message().subarray(0, 20)),
  refused('cut in the content', 'ERR_ASN1_MALFORMED', () => message().subarray(0, 200)),
  refused('cut in the certificates', 'ERR_ASN1_MALFORMED', () => message().subarray(0, 700)),
  refused('an indefinite length that is not closed', 'ERR_ASN1_MALFORMED', () => truncated(toBer(message()), 2)),
  refused('a length beyond the end', 'ERR_ASN1_MALFORMED', () => announce(Uint8Array.of(0x84, 0xff, 0xff, 0xff, 0xff))),
  refused('a length of 64 bits, all set', 'ERR_ASN1_MALFORMED', () =>
    announce(concat(Uint8Array.of(0x88), Buffer.alloc(8, 0xff))),
  ),
  refused('a length that is negative for whoever keeps 32 bits', 'ERR_ASN1_MALFORMED', () =>
    announce(Uint8Array.of(0x85, 1, 0x80, 0, 0, 0)),
  ),
  refused('a length of 126 octets', 'ERR_ASN1_MALFORMED', () =>
    announce(concat(Uint8Array.of(0xfe), Buffer.alloc(126, 1))),
  ),
  refused('indefinite lengths, 100,000 deep', 'ERR_ASN1_LIMIT', () => nestedBomb('a080', 100_000)),
  refused('indefinite lengths, 100,000 deep, in a definite one that ends before', 'ERR_ASN1_LIMIT', () =>
    nestedBomb('a080', 100_000, message().subarray(0, 4)),
  ),
  refused('chunks, 100,000 deep', 'ERR_ASN1_LIMIT', () => nestedBomb('2480', 100_000)),
  refused('content in chunks, 200 deep', 'ERR_ASN1_LIMIT', () => message({ eContent: context(0, nested(200)) })),
  refused('a line feed turned into two octets by a text transfer', 'ERR_ASN1_MALFORMED', () => {
    const bytes = Buffer.from(message());
    const place = bytes.indexOf('\n');
    return concat(bytes.subarray(0, place), Uint8Array.of(0x0d), bytes.subarray(place));
  }),
  {
    ...refused('a chunk that is a text', 'ERR_ASN1_MALFORMED', () =>
      message({ eContent: context(0, tlv(0x24, octetString(profile.subarray(0, 9)), tlv(0x0c, profile.subarray(9)))) }),
    ),
    openssl: 'Verified',
    why: 'openssl joins pieces of any type; X.690 section 8.7.3 wants them to be OCTET STRINGs',
  },
  refused('content that is a text', 'ERR_ASN1_MALFORMED', () => message({ eContent: context(0, tlv(0x0c, profile)) })),
  refused('a field behind the SignerInfos', 'ERR_ASN1_MALFORMED', () => message({ surplus: [octetString()] })),
  refused('a second content', 'ERR_ASN1_MALFORMED', () =>
    message({ eContent: context(0, octetString(profile), octetString(otherProfile)) }),
  ),
  refused('a field behind the content of the ContentInfo', 'ERR_ASN1_MALFORMED', () => {
    const values = readChildren(message()).map(({ raw }) => raw);
    return sequence(...values, octetString(otherProfile));
  }),
  refused('a second SignedData in one ContentInfo', 'ERR_ASN1_MALFORMED', () => {
    const [type, wrapper] = readChildren(message());
    return sequence(type!.raw, context(0, wrapper!.content, wrapper!.content));
  }),
  refused('a second list of CRLs', 'ERR_ASN1_MALFORMED', () => message({ crls: [context(1), context(1)] })),
  refused('a second bag of certificates', 'ERR_ASN1_MALFORMED', () => message({ crls: [context(0)] })),
  refused('a second bag of certificates, with a certificate in it', 'ERR_ASN1_MALFORMED', () =>
    message({ crls: [context(0, intermediate.der)] }),
  ),
  { ...refused('a property list in front', 'ERR_CMS_NOT_SIGNED', () => concat(profile, message())), parse: 'opened' },
  {
    name: 'a property list behind',
    make: () => withTrailing(message(), otherProfile),
    verify: 'ERR_CMS_TRAILING_DATA',
    openssl: 'Verified',
    why: 'another reader might take what stands behind for the profile',
  },
  {
    name: 'one zero octet behind',
    make: () => withTrailing(message()),
    verify: 'ERR_CMS_TRAILING_DATA',
    openssl: 'Verified',
    why: 'what stands behind is not covered by the signature',
  },
];
