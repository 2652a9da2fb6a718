import type { ReportedSignature } from '../document/inspect-profile.js';
import { alignRows, day } from './text-layout.js';

/** What became of the signer's chain when trust was judged. */
export interface JudgedTrust {
  /** What a device shows beside the signer. */
  readonly shownAs: 'Verified' | 'Not Verified';
  /** The first moment at which a certificate of the chain ends. */
  readonly until: Date;
}

/**
 * A signature as lines of text: who signed, with what, until when, and what the device shows. Without `trust` it was not
 * judged, and the text says what it depends on.
 */
export function describeSignature(signature: ReportedSignature | undefined, trust?: JudgedTrust): string {
  if (signature === undefined) return 'not signed: the device shows "Not Signed" in red, and installs it all the same';
  const { signer, certificates, signingTime, digestAlgorithm, signerValidity } = signature;
  const issuers = certificates.filter(({ sha256 }) => sha256 !== signer.sha256);
  const ends = trust === undefined ? certificates.map(({ notAfter }) => notAfter) : [trust.until.toISOString()];
  return alignRows([
    ['signer', `${signer.name}, ${signer.key}, ${digestAlgorithm}`],
    ['issued by', signer.issuer],
    ['also in the file', issuers.length === 0 ? 'no issuing certificate' : issuers.map(({ name }) => name).join(', ')],
    ['signed at', signingTime?.replace('T', ' ').replace('.000Z', ' UTC')],
    ['good until', day([signer.notAfter, ...ends].sort()[0] ?? '')],
    ['device shows', `${describeVerdict(signerValidity, trust)}, with the name "${signer.name}"`],
  ]).join('\n');
}

const invalid = { expired: 'has expired', 'not-yet-valid': 'is not valid yet' } as const;

function describeVerdict(validity: ReportedSignature['signerValidity'], trust: JudgedTrust | undefined): string {
  if (trust !== undefined) return `"${trust.shownAs}"`;
  if (validity !== 'current') return `"Not Verified", since the signer ${invalid[validity]}`;
  return '"Verified" where the signer\'s root is trusted, else "Not Verified"';
}
