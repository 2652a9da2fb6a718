import { decodeCertificate, type Certificate } from '../../../../src/pki/certificate.js';

/** Reads the certificates of a path. */
export function readPolicyPath(issued: readonly { readonly der: Uint8Array }[]): readonly Certificate[] {
  return issued.map(({ der }) => decodeCertificate(der));
}
