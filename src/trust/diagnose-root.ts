import { iosGeneration, type PlatformVersion } from '../device/platform.js';
import { assertKnownOptions } from '../diagnostics/assert-known-options.js';
import type { Issue } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';
import { isCertificate } from '../pki/is-certificate.js';
import { certificateRules, diagnoseCertificate } from './diagnose-certificate.js';
import {
  applyRules,
  createContext,
  weigh,
  type CertificateRule,
  type DiagnoseOptions,
} from './rules/certificate-context.js';
import { onceByRole } from './rules/once-by-role.js';
import { isBesideItsRoot, rootDuplicate, systemBugs } from './rules/root-beside-others.js';
import { rootIsCA, rootKeyUsage } from './rules/root-ca.js';
import { rootCommonName, rootEmptySubject } from './rules/root-name.js';
import { rootNotSelfSigned, rootSelfSignedShape } from './rules/root-self-signed.js';
import { hasTrustSwitch } from './trust-switch.js';

export interface DiagnoseRootOptions extends DiagnoseOptions {
  /**
   * Roots that the device has, or gets with this one: an older certificate of the same CA among them is told, and an
   * intermediate that one of them issued is judged as a certificate that is only carried.
   */
  readonly others?: readonly Certificate[];
  /** For what only some systems or versions do: unless given, the list of iOS counts, and no bug of a version is told. */
  readonly platform?: PlatformVersion;
}

/** Whether it shows up as a root at all. */
export const rootRules: readonly CertificateRule[] = [
  onceByRole([rootNotSelfSigned, rootSelfSignedShape, rootIsCA, rootEmptySubject, rootCommonName, rootKeyUsage]),
];

/**
 * Whether this certificate, installed as a root, shows up in Certificate Trust Settings and may be switched on: the
 * rules of a root, then those of every certificate ({@link certificateRules}). Empty for a proper root. The lifetime
 * of a root is free: Apple's limits of 825 and 398 days look at server certificates only.
 *
 * @throws TypeError when an argument is of another type, or an option is unknown
 * @example
 * const errors = diagnoseRoot(readCertificate(pem)).filter(({ severity }) => severity === 'error');
 */
export function diagnoseRoot(certificate: Certificate, options: DiagnoseRootOptions = {}): Issue[] {
  assertArguments(certificate, options);
  const { others = [], platform } = options;
  if (isBesideItsRoot(certificate, others)) return diagnoseCarried(certificate, options);
  const found = applyRules([...rootRules, ...certificateRules], createContext(certificate, 'root', options));
  return [
    ...found.map((one) => weighByList(one, platform)),
    ...rootDuplicate(certificate, others),
    ...systemBugs(certificate, platform),
  ];
}

const knownOptions: Readonly<Record<keyof DiagnoseRootOptions, true>> = { at: true, others: true, platform: true };

function assertArguments(certificate: unknown, options: DiagnoseRootOptions): void {
  if (!isCertificate(certificate)) throw new TypeError('certificate must be one that readCertificate returned');
  assertKnownOptions('options', options, knownOptions);
  const { others, platform, at }: Readonly<Record<string, unknown>> = { ...options };
  if (others !== undefined && !(Array.isArray(others) && others.every(isCertificate))) {
    throw new TypeError('options.others must be an array of certificates, as readCertificates returns them');
  }
  if (platform !== undefined) iosGeneration(platform as PlatformVersion);
  if (at !== undefined && !(at instanceof Date && !Number.isNaN(at.getTime()))) {
    throw new TypeError('options.at must be a valid Date');
  }
}

/** That it is no root is a remark then. */
function diagnoseCarried(certificate: Certificate, options: DiagnoseOptions): Issue[] {
  const remarks = applyRules([rootNotSelfSigned], createContext(certificate, 'root', options));
  return [...remarks.map((one) => weigh(one, 'info')), ...diagnoseCertificate(certificate, options)];
}

/** Only Certificate Trust Settings was seen to leave out a root without a commonName. */
function weighByList(found: Issue, platform: PlatformVersion | undefined): Issue {
  const isListed = platform === undefined || hasTrustSwitch(platform);
  return found.code === 'root-common-name' && !isListed ? weigh(found, 'warning') : found;
}
