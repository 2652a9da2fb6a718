import { universalTag, type BerValue } from '../asn1/ber.js';
import { decodeOid } from '../asn1/oid.js';

/** How a certificate is signed: the OID, the name that RFCs use for it, and the hash inside. */
export interface SignatureAlgorithm {
  readonly oid: string;
  /** For example `sha256WithRSAEncryption`; the OID itself when it is not a known one. */
  readonly name: string;
  readonly hash?: 'MD2' | 'MD4' | 'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';
}

/** RFC 8017, RFC 5758, RFC 8410 and RFC 3279. */
const algorithms: Readonly<Record<string, readonly [string, SignatureAlgorithm['hash']?]>> = {
  '1.2.840.113549.1.1.2': ['md2WithRSAEncryption', 'MD2'],
  '1.2.840.113549.1.1.3': ['md4WithRSAEncryption', 'MD4'],
  '1.2.840.113549.1.1.4': ['md5WithRSAEncryption', 'MD5'],
  '1.2.840.113549.1.1.5': ['sha1WithRSAEncryption', 'SHA-1'],
  '1.2.840.113549.1.1.10': ['rsassaPss'],
  '1.2.840.113549.1.1.11': ['sha256WithRSAEncryption', 'SHA-256'],
  '1.2.840.113549.1.1.12': ['sha384WithRSAEncryption', 'SHA-384'],
  '1.2.840.113549.1.1.13': ['sha512WithRSAEncryption', 'SHA-512'],
  '1.2.840.113549.1.1.14': ['sha224WithRSAEncryption', 'SHA-224'],
  '1.3.14.3.2.29': ['sha1WithRSASignature', 'SHA-1'],
  '1.2.840.10045.4.1': ['ecdsa-with-SHA1', 'SHA-1'],
  '1.2.840.10045.4.3.1': ['ecdsa-with-SHA224', 'SHA-224'],
  '1.2.840.10045.4.3.2': ['ecdsa-with-SHA256', 'SHA-256'],
  '1.2.840.10045.4.3.3': ['ecdsa-with-SHA384', 'SHA-384'],
  '1.2.840.10045.4.3.4': ['ecdsa-with-SHA512', 'SHA-512'],
  '1.2.840.10040.4.3': ['dsa-with-sha1', 'SHA-1'],
  '2.16.840.1.101.3.4.3.1': ['dsa-with-sha224', 'SHA-224'],
  '2.16.840.1.101.3.4.3.2': ['dsa-with-sha256', 'SHA-256'],
  '1.3.101.112': ['Ed25519'],
  '1.3.101.113': ['Ed448'],
};

/** The signature algorithm of an AlgorithmIdentifier; undefined when the structure is another one. */
export function readSignatureAlgorithm(value: BerValue | undefined): SignatureAlgorithm | undefined {
  const first = value?.children[0];
  const oid = first && universalTag(first) === 6 ? decodeOid(first.content) : undefined;
  if (oid === undefined) return undefined;
  const [name, hash] = algorithms[oid] ?? [oid];
  return Object.freeze(hash === undefined ? { oid, name } : { oid, name, hash });
}
