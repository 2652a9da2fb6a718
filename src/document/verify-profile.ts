import { contentTypes } from '../asn1/content-info.js';
import type { OpenedSignedData } from '../cms/open.js';
import { orderChain } from '../cms/order-chain.js';
import { now } from '../device/clock.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { issue, type Issue } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { optionOf, readOptions, timeOption, type OptionReaders } from '../profile/read-options.js';
import { isCertificate } from '../pki/is-certificate.js';
import { evaluateTrust } from '../trust/evaluate-trust.js';
import type { TrustResult } from '../trust/trust-query.js';
import { openFile } from './open-file.js';
import { decodeProfile, parseOptions, type ParsedProfile, type ParseProfileOptions } from './parse-profile.js';

export interface VerifyProfileOptions extends ParseProfileOptions {
  /** The roots that the device trusts; `'none'` says on purpose that trust is not asked for. */
  readonly anchors: readonly Certificate[] | 'none';
  /** The time that validity is judged by; now unless given. A signing time never extends validity. */
  readonly at?: Date;
}

/** A profile whose signature is sound, and what the device will show for it. */
export interface VerifiedProfile {
  /** The signed bytes: the very ones that were hashed. */
  readonly content: Bytes;
  readonly profile: ParsedProfile;
  readonly signer: Certificate;
  /** From the signer to the anchor when there is a path; else the signer, then the other certificates in the file. */
  readonly chain: readonly Certificate[];
  /** What Settings shows beside the signer: `Verified` when its chain ends in an anchor. */
  readonly shownAs: 'Verified' | 'Not Verified';
  /**
   * The first moment at which a certificate of the chain ends, or of the last chain where several lead to anchors; from then
   * on a device shows `Not Verified`.
   */
  readonly signedUntil: Date;
  readonly signingTime?: Date;
  readonly issues: readonly Issue[];
}

/** Paths that are looked for behind the first. */
const MAX_LATER_PATHS = 10;

const verifyOptions: OptionReaders<VerifyProfileOptions> = {
  ...parseOptions,
  anchors: optionOf("an array of certificates (from readCertificates), or 'none'", isAnchors),
  at: timeOption,
};

/**
 * Opens a signed profile and says who signed it. Whatever is wrong with the signature throws; whether the signer is
 * trusted is told by `shownAs`, and why not by the issues. Without anchors a certificate that has expired, or is not
 * valid yet, is a warning.
 *
 * @throws ProfilewrightError `ERR_CMS_NOT_SIGNED` for an unsigned file, `ERR_CMS_*` for one that was tampered with or
 * cannot be verified, and what reading the property list throws
 * @throws TypeError when `anchors` is missing, or an argument is unknown or of another type
 * @example
 * const { profile, signer, shownAs } = verifyProfile(bytes, { anchors: readCertificates(rootPem) });
 */
export function verifyProfile(input: Uint8Array | string, options: VerifyProfileOptions): VerifiedProfile {
  const { anchors, at = now(), ...parsing } = readOptions('options', options, verifyOptions);
  if (!isAnchors(anchors))
    throw new TypeError("options.anchors must be given; 'none' says that trust is not asked for");
  const file = openFile(input);
  const { signed } = file;
  if (signed === undefined) throw new ProfilewrightError('ERR_CMS_NOT_SIGNED', {});
  // A device opens one signature: there is no profile in this file that it would show.
  if (file.isNested) throw new ProfilewrightError('ERR_CMS_CONTENT_TYPE', { found: contentTypes.signedData });
  const { signer, certificates } = signed;
  const profile = decodeProfile(file, parsing);
  const found = anchors === 'none' ? undefined : judgeSignerChain(signed, anchors, at);
  const isVerified = found?.verdict === 'trusted';
  const chain = isVerified ? found.path : [signer, ...certificates.filter((certificate) => certificate !== signer)];
  const ending = isVerified ? chain : decisiveChain(signer, certificates);
  const until = anchors !== 'none' && isVerified ? verifiedUntil(signed, anchors, chain) : firstEnd(ending);
  return Object.freeze({
    content: signed.content,
    profile,
    signer,
    chain: Object.freeze([...chain]),
    shownAs: isVerified ? 'Verified' : 'Not Verified',
    signedUntil: new Date(until),
    ...(signed.signingTime === undefined ? {} : { signingTime: signed.signingTime }),
    issues: Object.freeze([...profile.issues, ...(found?.issues ?? judgeTimes(ending, at))]),
  });
}

function firstEnd(certificates: readonly Certificate[]): number {
  return Math.min(...certificates.map(({ notAfter }) => notAfter.getTime()));
}

/** The first path that is found need not be the last to end: where a CA has certificates of several roots, others follow. */
function verifiedUntil(
  signed: OpenedSignedData,
  anchors: readonly Certificate[],
  path: readonly Certificate[],
): number {
  let end = firstEnd(path);
  for (let tries = 0; tries < MAX_LATER_PATHS && end < signed.signer.notAfter.getTime(); tries += 1) {
    const later = judgeSignerChain(signed, anchors, new Date(end + 1));
    if (later.verdict !== 'trusted') break;
    end = firstEnd(later.path);
  }
  return end;
}

/**
 * The certificates whose end is the end of the signature: those that merely travel in the file do not count. Where none ends
 * before the signer, it does not matter which do.
 */
function decisiveChain(signer: Certificate, certificates: readonly Certificate[]): readonly Certificate[] {
  const isFirst = firstEnd([signer, ...certificates]) === signer.notAfter.getTime();
  return isFirst ? [signer] : orderChain(signer, certificates);
}

/** Where trust is not asked for, it is still plain that no device shows what has ended, or not begun, as verified. */
function judgeTimes(certificates: readonly Certificate[], at: Date): Issue[] {
  const early = certificates.find(({ notBefore }) => at < notBefore);
  const late = certificates.find(({ notAfter }) => notAfter < at);
  const found = [
    ...(early === undefined
      ? []
      : [issue('not-yet-valid', { certificate: early }, { notBefore: early.notBefore.toISOString() })]),
    ...(late === undefined
      ? []
      : [issue('certificate-expired', { certificate: late }, { notAfter: late.notAfter.toISOString() })]),
  ];
  return found.map((one) => Object.freeze({ ...one, severity: 'warning' }));
}

function isAnchors(value: unknown): value is VerifyProfileOptions['anchors'] {
  return value === 'none' || (Array.isArray(value) && value.every(isCertificate));
}

/** A signer is judged by the basic policy: any certificate that leads to an anchor will do. */
function judgeSignerChain(
  { signer, certificates }: OpenedSignedData,
  anchors: readonly Certificate[],
  at: Date,
): TrustResult {
  return evaluateTrust({
    chain: [signer, ...certificates],
    anchors: anchors.map((certificate) => ({ certificate, source: 'app' })),
    policy: { kind: 'basic' },
    at,
  });
}
