import { context, integer, octetString, oid, sequence, set, type Bytes } from './der.js';
import { pem } from './pem.js';

export interface CertificateBagOptions {
  /** Encoded CertificateLists that stand behind the certificates. */
  readonly crls?: readonly Uint8Array[];
  /** Content beside the certificates; a certs-only bag has none. */
  readonly content?: Uint8Array;
}

const signedData = '1.2.840.113549.1.7.2';
const data = '1.2.840.113549.1.7.1';

/**
 * PKCS#7 certs-only (RFC 5652 section 5.1, "degenerate"): `SignedData ::= SEQUENCE { version 1, digestAlgorithms {},
 * encapContentInfo, certificates [0] IMPLICIT, crls [1] IMPLICIT, signerInfos {} }`, with one, many or no certificates.
 */
export function certificateBag(
  certificates: readonly { readonly der: Uint8Array }[],
  options: CertificateBagOptions = {},
): Bytes {
  const { content, crls = [] } = options;
  const body = sequence(
    integer(1),
    set(),
    sequence(oid(data), ...(content === undefined ? [] : [context(0, octetString(content))])),
    ...(certificates.length === 0 ? [] : [context(0, ...certificates.map(({ der }) => der))]),
    ...(crls.length === 0 ? [] : [context(1, ...crls)]),
    set(),
  );
  return sequence(oid(signedData), context(0, body));
}

/** The labels under which such bags are found. */
export const certificateBagLabels = ['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS'] as const;

export const certificateBagPem = (
  certificates: readonly { readonly der: Uint8Array }[],
  label: (typeof certificateBagLabels)[number] = 'PKCS7',
): string => pem(label, certificateBag(certificates));

/** A ContentInfo that holds no certificates at all: plain data. */
export const dataContentInfo = (content: Uint8Array): Bytes => sequence(oid(data), context(0, octetString(content)));
