import fc, { type Arbitrary } from 'fast-check';
import { rootCA } from './authorities.js';
import type { Bytes } from './der.js';
import { unknownExtension, type ExtensionInput } from './extension.js';
import { everyGeneralName, type GeneralNameInput } from './general-name.js';
import { issueCertificate, type CertificateOptions, type IssuedCertificate } from './issue-certificate.js';
import type { AttributeInput, NameInput, RdnInput, StringType } from './name.js';
import type { PemOptions } from './pem.js';
import type { KeyKind } from './test-key.js';
import { textStrings } from './text-strings.js';
import { daysFromToday } from './time-value.js';

export interface NameOptions {
  /** Also names that OpenSSL refuses to read: UTF-8 that is none, surrogates in a BMPString. Default false. */
  readonly malformedNames?: boolean;
}

/** A distinguished name as the structure that `subject` and `issuer` take: odd texts, string types, orders and lengths. */
export function distinguishedNames(options: NameOptions = {}): Arbitrary<readonly RdnInput[]> {
  const attribute = oddAttributes(options);
  const severalInOne = fc.array(attribute, { minLength: 2, maxLength: 3 });
  const rdn = fc.oneof({ weight: 4, arbitrary: attribute }, { weight: 1, arbitrary: severalInOne });
  return fc.array<RdnInput>(rdn, { maxLength: 5 });
}

const types = ['CN', 'O', 'OU', 'L', 'ST', 'C', 'DC', 'emailAddress', 'serialNumber', 'UID', '1.2.3.4.5'] as const;

function oddAttributes({ malformedNames = false }: NameOptions): Arbitrary<AttributeInput> {
  const type = fc.constantFrom(...types);
  const written = fc.tuple(type, textsForNames(), fc.nat()).map(([name, text, pick]): AttributeInput => {
    const possible = typesFor(text);
    return [name, text, possible[pick % possible.length]];
  });
  const wrongUtf8 = fc
    .tuple(type, fc.uint8Array({ maxLength: 6 }))
    .map(([name, octets]): AttributeInput => [name, octets, 'UTF8String']);
  const surrogates = type.map((name): AttributeInput => [name, '\u{1f511}', 'BMPString']);
  if (!malformedNames) return written;
  const malformed = fc.oneof(wrongUtf8, surrogates);
  return fc.oneof({ weight: 9, arbitrary: written }, { weight: 1, arbitrary: malformed });
}

/** Lone surrogates have no encoding: what is written would be another text. */
const textsForNames = (): Arbitrary<string> => textStrings().map((text) => text.replaceAll(/\p{Cs}/gu, '\u0000'));

function typesFor(text: string): StringType[] {
  const all: StringType[] = ['UTF8String', 'UTF8String', 'UniversalString'];
  if (/^[\0-\uffff]*$/u.test(text)) all.push('BMPString');
  if (/^[\0-\xff]*$/.test(text)) all.push('T61String');
  if (/^[\0-\x7f]*$/.test(text)) all.push('IA5String');
  if (/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)) all.push('PrintableString');
  return all;
}

/** Kinds of keys and how often: what signs in no time comes often. */
const anyKey: Arbitrary<KeyKind> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<KeyKind>('p256', 'ed25519') },
  { weight: 4, arbitrary: fc.constantFrom<KeyKind>('rsa-2048', 'p384', 'p521', 'secp256k1', 'p224') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<KeyKind>(
      'brainpoolP256r1',
      'ed448',
      'x25519',
      'rsa-1024',
      'rsa-e3',
      'rsa-pss',
      'dsa-2048',
    ),
  },
);

/** Dates on both sides of today, so that the certificate is valid during the run; UTCTime and GeneralizedTime both occur. */
const pastDates = fc.date({ min: new Date('1951-01-01T00:00:00Z'), max: daysFromToday(-1), noInvalidDate: true });
const futureDates = fc.date({ min: daysFromToday(2), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });

const serialNumbers = fc.oneof(
  { weight: 8, arbitrary: fc.bigInt({ min: 1n, max: (1n << 159n) - 1n }) },
  { weight: 1, arbitrary: fc.constantFrom(0n, -1n, 127n, 128n, 1n << 200n) },
);

const generalNames: Arbitrary<GeneralNameInput> = fc.oneof(
  fc.constantFrom(...everyGeneralName),
  fc.domain().map((dNSName) => ({ dNSName })),
  fc.uint8Array({ minLength: 4, maxLength: 4 }).map((iPAddress) => ({ iPAddress })),
  distinguishedNames().map((directoryName) => ({ directoryName })),
);

const rawExtensions: Arbitrary<ExtensionInput> = fc.oneof(
  fc.boolean().map((critical) => unknownExtension(critical)),
  fc.uint8Array({ maxLength: 40 }).map((value) => ({ oid: '1.3.6.1.4.1.99999.7', value })),
);

const anyUsage = fc.subarray([
  'digitalSignature',
  'keyEncipherment',
  'keyCertSign',
  'cRLSign',
  'decipherOnly',
] as const);

const anyConstraints = fc.record({
  cA: fc.oneof(fc.boolean(), fc.constantFrom('explicit-false' as const, 0x01)),
  critical: fc.boolean(),
});

/** What `issueCertificate` takes: all key types, extensions and odd names; valid today and honestly signed. */
export function certificateOptions(names: NameOptions = {}): Arbitrary<CertificateOptions> {
  const optional = fc.record(
    {
      basicConstraints: anyConstraints,
      keyUsage: anyUsage,
      extendedKeyUsage: fc.subarray(['serverAuth', 'clientAuth', '1.2.3.4'] as const, { minLength: 1 }),
      subjectAltName: fc.array(generalNames, { minLength: 1, maxLength: 4 }),
      subjectKeyIdentifier: fc.constantFrom('absent' as const, 'mismatch' as const),
      authorityKeyIdentifier: fc.constantFrom('absent' as const, 'mismatch' as const, 'self' as const),
      extraExtensions: fc.array(rawExtensions, { maxLength: 2 }),
      version: fc.constantFrom(1, 2),
    },
    { requiredKeys: [] },
  );
  const required = fc.record({
    subject: distinguishedNames(names),
    key: anyKey,
    serialNumber: serialNumbers,
    notBefore: pastDates,
    notAfter: futureDates,
  });
  return fc.tuple(required, optional, fc.boolean()).map(([fields, extensions, underRoot]) => {
    const { key } = fields;
    // An X25519 key signs nothing, not even itself; versions 1 and 2 have no extensions.
    const parent = underRoot || key === 'x25519' ? { signedBy: rootOfAll() } : {};
    const { version } = extensions;
    return version === undefined ? { ...fields, ...parent, ...extensions } : { ...fields, ...parent, version };
  });
}

let sharedRoot: IssuedCertificate | undefined;

const rootOfAll = (): IssuedCertificate => (sharedRoot ??= rootCA({ subject: 'Root of all', key: 'p256' }));

/** Fails with the options in the message, not with the bytes. */
const tellable = (issued: IssuedCertificate): IssuedCertificate =>
  Object.assign(issued, { [fc.toStringMethod]: () => fc.stringify({ ...issued.options, signedBy: undefined }) });

export const issuedCertificates = (names: NameOptions = {}): Arbitrary<IssuedCertificate> =>
  certificateOptions(names).map((options) => tellable(issueCertificate(options)));

/** The DER of certificates with all key types, extensions and odd names. */
export const certificates = (names: NameOptions = {}): Arbitrary<Bytes> =>
  issuedCertificates(names).map(({ der }) => der);

const soundLetters = ['A', 'z', 'Ä', 'ß', '9', ' ', '名', 'Ж', '&', '<', '>', '"', "'", ',', '+', '=', '#', 'é', '😀'];

/** Names of real organisations: any script, no characters that hide or deceive, one CN. */
const soundNames: Arbitrary<NameInput> = fc
  .record({
    country: fc.constantFrom('DE', 'JP', 'BR'),
    organization: fc.constantFrom(
      'Prüflabor Süd GmbH',
      '株式会社ラボ',
      'Лаборатория',
      'A & B <Labs>',
      'Łódź, "Lab"',
      'O+=\\#',
    ),
    commonName: fc.string({ unit: fc.constantFrom(...soundLetters), minLength: 1, maxLength: 40 }),
    multiValued: fc.boolean(),
  })
  .map(({ country, organization, commonName, multiValued }) => {
    const common: AttributeInput = ['CN', `Root ${commonName}`];
    return [['C', country], ['O', organization], multiValued ? [['OU', 'Lab'], common] : common];
  });

/** Roots without any fault: Apple installs them and offers the switch. */
export function issuedRoots(): Arbitrary<IssuedCertificate> {
  return fc
    .record({
      subject: soundNames,
      key: fc.constantFrom<KeyKind>('p256', 'p256', 'p384', 'rsa-2048', 'rsa-3072'),
      serialNumber: fc.bigInt({ min: 1n, max: (1n << 127n) - 1n }),
      notBefore: fc.constantFrom(-3000, -30, -1).map(daysFromToday),
      notAfter: fc.constantFrom(30, 365, 3650, 9000).map(daysFromToday),
      pathLength: fc.option(fc.nat(3), { nil: undefined }),
      authorityKeyIdentifier: fc.constantFrom('absent' as const, 'self' as const),
      keyUsage: fc.constantFrom(['keyCertSign'] as const, ['keyCertSign', 'cRLSign'] as const),
    })
    .map(({ pathLength, ...options }) =>
      tellable(
        rootCA({ ...options, basicConstraints: { cA: true, ...(pathLength === undefined ? {} : { pathLength }) } }),
      ),
    );
}

/** The DER of sound roots. */
export const properRoots = (): Arbitrary<Bytes> => issuedRoots().map(({ der }) => der);

const remarks = [
  '',
  'subject=CN = Lab',
  '# Größe 名',
  'Bag Attributes',
  '    localKeyID: 01 02',
  '\ufeff',
  '--- a ---',
  '=====',
  'MAA=',
];

/**
 * Ways to write PEM that every reader copes with, for `pem('CERTIFICATE', der, wrapping)`: text around, any line end, any
 * width, all lines indented alike, blanks at their ends.
 */
export function pemWrappings(): Arbitrary<PemOptions> {
  const text = fc.array(fc.constantFrom(...remarks), { maxLength: 4 });
  return fc
    .record({
      eol: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
      width: fc.constantFrom(64, 64, 76, 4, 1, Infinity),
      indent: fc.constantFrom('', '', '  ', '\t', '        '),
      trailing: fc.constantFrom('', '', ' ', '\t '),
      before: text,
      after: text,
    })
    .map(({ before, after, ...options }) => {
      const lines = (texts: readonly string[]): string => texts.map((line) => line + options.eol).join('');
      return { ...options, before: lines(before), after: lines(after) };
    });
}

/** What becomes of bytes under an attacker: octets changed, cut, doubled or put in, lengths that lie. */
export function mutilated(source: Arbitrary<Uint8Array>): Arbitrary<Bytes> {
  const change = fc.record({
    at: fc.nat(),
    removed: fc.constantFrom(0, 0, 1, 1, 1, 4, 1000),
    inserted: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom([0x80], [0xff], [0x30, 0x80], [0x84, 0xff, 0xff, 0xff, 0xff], [0, 0])
        .map((octets) => Uint8Array.from(octets)),
    ),
  });
  return fc.tuple(source, fc.array(change, { minLength: 1, maxLength: 4 })).map(([bytes, changes]) => {
    const octets = [...bytes];
    for (const { at, removed, inserted } of changes) octets.splice(at % (octets.length + 1), removed, ...inserted);
    return Uint8Array.from(octets);
  });
}
