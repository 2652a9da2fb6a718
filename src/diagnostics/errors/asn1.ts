import type { ErrorFacts } from './error-facts.js';

/** `what` is the thing that was being read, `offset` the byte where reading stopped, `reason` why. */
export interface Asn1ErrorDetails {
  ERR_ASN1_MALFORMED: { readonly what: string; readonly offset: number; readonly reason: string };
  ERR_ASN1_LIMIT: { readonly what: string; readonly limit: 'bytes' | 'depth' | 'nodes'; readonly maximum: number };
}

export const asn1Errors: ErrorFacts<Asn1ErrorDetails> = {
  ERR_ASN1_MALFORMED: {
    about: 'Bytes that should be ASN.1 are not: an encoding that no reader accepts, or not the structure expected.',
    message: ({ what, offset, reason }) => `${what} cannot be read at byte ${String(offset)}: ${reason}`,
    hint: () => 'check that the file is complete and was copied in binary mode',
  },
  ERR_ASN1_LIMIT: {
    about: 'ASN.1 input is larger, deeper or has more elements than the limit; nothing was read.',
    message: ({ what, limit, maximum }) => `${what} exceeds the limit of ${String(maximum)} ${limit}`,
    hint: () => 'check that this is the right file; no certificate or profile needs this much',
  },
};
