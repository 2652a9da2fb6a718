import type { ReportedSignature } from '../document/inspect-profile.js';
import { alignRows, day } from './text-layout.js';

/** What a device shows beside the signer. */
export type ShownAs = 'Verified' | 'Not Verified';

/**
 * A signature as lines of text: who signed, with what, until when, and what the device shows. Without `shownAs` trust
 * was not judged, and the text says what it depends on.
 */
export function describeSignature(signature: ReportedSignature | undefined, shownAs?: ShownAs): string {
  if (signature === undefined) return 'not signed: the device shows "Not Signed" in red, and installs it all the same';
  const { signer, certificates, signingTime, digestAlgorithm } = signature;
  const issuers = certificates.filter(({ sha256 }) => sha256 !== signer.sha256);
  const ends = [signer, ...issuers].map(({ notAfter }) => notAfter).sort();
  return alignRows([
    ['signer', `${signer.name}, ${signer.key}, ${digestAlgorithm}`],
    ['issued by', signer.issuer],
    ['also in the file', issuers.length === 0 ? 'no issuing certificate' : issuers.map(({ name }) => name).join(', ')],
    ['signed at', signingTime?.replace('T', ' ').replace('.000Z', ' UTC')],
    ['good until', ends[0] === undefined ? undefined : day(ends[0])],
    ['device shows', `${describeVerdict(shownAs)}, with the name "${signer.name}"`],
  ]).join('\n');
}

function describeVerdict(shownAs: ShownAs | undefined): string {
  return shownAs ?? '"Verified" where the signer\'s root is trusted, else "Not Verified"';
}
