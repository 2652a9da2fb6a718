import { isContext, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { decodeOid } from '../asn1/oid.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';

/** What must be done to check a signature: the kind of key, the hash by Node's name, and the salt length of RSASSA-PSS. */
export type SignatureScheme =
  | { readonly key: 'RSA' | 'EC' | 'DSA'; readonly hash: string }
  | { readonly key: 'RSA-PSS'; readonly hash: string; readonly saltLength: number }
  | { readonly key: 'Ed25519' | 'Ed448' };

/** RFC 8017, RFC 5758, RFC 8410 and RFC 3279; MD2 and MD4 are left out because nothing here can compute them. */
const schemes: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.4': { key: 'RSA', hash: 'md5' },
  '1.2.840.113549.1.1.5': { key: 'RSA', hash: 'sha1' },
  '1.3.14.3.2.29': { key: 'RSA', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { key: 'RSA', hash: 'sha224' },
  '1.2.840.113549.1.1.11': { key: 'RSA', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'RSA', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'RSA', hash: 'sha512' },
  '1.2.840.10045.4.1': { key: 'EC', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { key: 'EC', hash: 'sha224' },
  '1.2.840.10045.4.3.2': { key: 'EC', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'EC', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'EC', hash: 'sha512' },
  '1.2.840.10040.4.3': { key: 'DSA', hash: 'sha1' },
  '2.16.840.1.101.3.4.3.1': { key: 'DSA', hash: 'sha224' },
  '2.16.840.1.101.3.4.3.2': { key: 'DSA', hash: 'sha256' },
  '1.3.101.112': { key: 'Ed25519' },
  '1.3.101.113': { key: 'Ed448' },
};

const RSASSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';

const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const MAX_SALT_LENGTH = 2048;

/**
 * Reads the AlgorithmIdentifier of a signature; `parameters` is the whole encoded value behind the OID. Undefined for
 * what is not on the list, and for parameters that the algorithm does not have: those could hide a second meaning.
 */
export function readSignatureScheme(oid: string, parameters: Uint8Array | undefined): SignatureScheme | undefined {
  if (oid === RSASSA_PSS) return readPssScheme(parameters);
  const isNull = parameters?.length === 2 && parameters[0] === 0x05 && parameters[1] === 0;
  const scheme = Object.hasOwn(schemes, oid) ? schemes[oid] : undefined;
  return parameters === undefined || isNull ? scheme : undefined;
}

/**
 * `RSASSA-PSS-params ::= SEQUENCE { [0] hashAlgorithm DEFAULT sha1, [1] maskGenAlgorithm DEFAULT mgf1SHA1,
 * [2] saltLength INTEGER DEFAULT 20, [3] trailerField INTEGER DEFAULT 1 }` (RFC 8017 appendix A.2.3).
 * Undefined when the mask uses another hash than the signature: node:crypto cannot be told so.
 */
function readPssScheme(parameters: Uint8Array | undefined): SignatureScheme | undefined {
  const fields = readParameters(parameters);
  if (fields === undefined) return undefined;
  const field = (number: number): BerValue | undefined => fields.find((value) => isContext(value, number))?.children[0];
  const hashField = field(0);
  const maskField = field(1);
  const hash = hashField === undefined ? 'sha1' : hashName(hashField);
  const maskHash = maskField === undefined ? 'sha1' : maskHashName(maskField);
  const saltLength = smallInteger(field(2), 20);
  if (hash === undefined || hash !== maskHash || smallInteger(field(3), 1) !== 1) return undefined;
  return saltLength === undefined ? undefined : { key: 'RSA-PSS', hash, saltLength };
}

function readParameters(parameters: Uint8Array | undefined): readonly BerValue[] | undefined {
  if (parameters === undefined) return undefined;
  try {
    const value = readBer(parameters, { what: 'the RSASSA-PSS parameters', maxDepth: 8, maxNodes: 32 });
    return universalTag(value) === 16 ? value.children : undefined;
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}

function hashName(identifier: BerValue): string | undefined {
  const oid = firstOid(identifier);
  return oid !== undefined && Object.hasOwn(hashes, oid) ? hashes[oid] : undefined;
}

function maskHashName(identifier: BerValue): string | undefined {
  const inner = identifier.children[1];
  return firstOid(identifier) === MGF1 && inner !== undefined ? hashName(inner) : undefined;
}

function firstOid(identifier: BerValue): string | undefined {
  const first = identifier.children[0];
  return universalTag(first) === 6 && first !== undefined ? decodeOid(first.content) : undefined;
}

function smallInteger(value: BerValue | undefined, otherwise: number): number | undefined {
  if (value === undefined) return otherwise;
  const [first = 0x80] = value.content;
  if (universalTag(value) !== 2 || first >= 0x80 || value.content.length > 4) return undefined;
  const number = value.content.reduce((sum, octet) => sum * 256 + octet, 0);
  return number <= MAX_SALT_LENGTH ? number : undefined;
}
