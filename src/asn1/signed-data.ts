import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { isContext, octetsOf, universalTag, type BerValue } from './ber.js';
import { contentTypes, derContentType } from './content-info.js';
import { derPieces } from './der.js';
import { decodeOid } from './oid.js';

/** The fields of a SignedData, not judged yet. */
export interface SignedDataFields {
  readonly version: number;
  readonly digestAlgorithms: readonly BerValue[];
  readonly eContentType: string;
  /** The octets of the content, joined when they came in pieces; missing in a detached signature. */
  readonly eContent?: Uint8Array;
  /** The encodings of the certificates, in the order of the file; attribute certificates are left out. */
  readonly certificates: readonly Uint8Array[];
  readonly signerInfos: readonly BerValue[];
}

/**
 * ```
 * SignedData ::= SEQUENCE { version INTEGER, digestAlgorithms SET OF AlgorithmIdentifier,
 *   encapContentInfo SEQUENCE { eContentType OBJECT IDENTIFIER, eContent [0] EXPLICIT OCTET STRING OPTIONAL },
 *   certificates [0] IMPLICIT SET OF CertificateChoices OPTIONAL, crls [1] IMPLICIT SET OPTIONAL,
 *   signerInfos SET OF SignerInfo }
 * ```
 * (RFC 5652 section 5.1), in BER.
 *
 * @throws ProfilewrightError `ERR_ASN1_MALFORMED`
 */
export function readSignedData(value: BerValue): SignedDataFields {
  const [version, digestAlgorithms, encapsulated, ...rest] = universalTag(value) === 16 ? value.children : [];
  const signerInfos = rest.pop();
  if (version === undefined || universalTag(version) !== 2 || version.content.length !== 1) refuse(value, 'version');
  if (digestAlgorithms === undefined || universalTag(digestAlgorithms) !== 17) refuse(value, 'digestAlgorithms');
  if (signerInfos === undefined || universalTag(signerInfos) !== 17) refuse(value, 'signerInfos');
  const [type, wrapper, ...others] = universalTag(encapsulated) === 16 ? (encapsulated?.children ?? []) : [];
  const eContentType = type && universalTag(type) === 6 ? decodeOid(type.content) : undefined;
  if (eContentType === undefined || others.length > 0) refuse(value, 'encapContentInfo');
  const eContent = wrapper === undefined ? undefined : readContent(value, wrapper);
  const choices = (isContext(rest[0], 0) ? rest.shift()?.children : undefined) ?? [];
  const [crls, ...surplus] = rest;
  if ((crls !== undefined && !isContext(crls, 1)) || surplus.length > 0) refuse(value, 'certificates');
  if (!choices.every(isCertificateChoice)) refuse(value, 'a certificate');
  return {
    version: version.content[0] ?? 0,
    digestAlgorithms: digestAlgorithms.children,
    eContentType,
    ...(eContent === undefined ? {} : { eContent }),
    certificates: choices.filter((choice) => universalTag(choice) === 16).map(({ raw }) => raw),
    signerInfos: signerInfos.children,
  };
}

function readContent(signedData: BerValue, wrapper: BerValue): Uint8Array {
  const [octets, ...others] = wrapper.children;
  if (!isContext(wrapper, 0) || octets === undefined || others.length > 0 || !isOctetString(octets)) {
    refuse(signedData, 'eContent');
  }
  return octetsOf(octets);
}

/** `CertificateChoices ::= CHOICE { SEQUENCE, [0], [1], [2], [3] }` (RFC 5652 section 10.2.2): of the others, nobody reads any. */
function isCertificateChoice(value: BerValue): boolean {
  return universalTag(value) === 16 || (value.tagClass === 2 && value.tagNumber <= 3);
}

/** An OCTET STRING, or one in pieces that are OCTET STRINGs themselves. */
function isOctetString(value: BerValue): boolean {
  return universalTag(value) === 4 && value.children.every(isOctetString);
}

function refuse(value: BerValue, field: string): never {
  const details = {
    what: 'the SignedData',
    offset: value.offset,
    reason: `${field} is missing, doubled or of another type`,
  };
  throw new ProfilewrightError('ERR_ASN1_MALFORMED', details);
}

/** What is put into a SignedData by {@link derSignedData}. */
export interface SignedDataParts {
  /** AlgorithmIdentifier in DER. */
  readonly digestAlgorithm: Uint8Array;
  /** The content, of type id-data. */
  readonly content: Uint8Array;
  /** The encodings of the certificates, joined, in the order in which they are written. */
  readonly certificates: Uint8Array;
  /** SignerInfo in DER, in pieces. */
  readonly signerInfo: readonly Uint8Array[];
}

/** INTEGER 1 */
const VERSION_1 = Uint8Array.of(0x02, 1, 1);

/**
 * A SignedData of version 1 with one signer, in pieces that {@link derContentInfo} joins. All of it is DER, but that the
 * certificates keep their order, leaf first, in place of being sorted: RFC 5652 does not ask for DER there.
 */
export function derSignedData(parts: SignedDataParts): Uint8Array[] {
  const content = derPieces(0xa0, ...derPieces(0x04, parts.content));
  return derPieces(
    0x30,
    VERSION_1,
    ...derPieces(0x31, parts.digestAlgorithm),
    ...derPieces(0x30, derContentType(contentTypes.data), ...content),
    ...derPieces(0xa0, parts.certificates),
    ...derPieces(0x31, ...parts.signerInfo),
  );
}
