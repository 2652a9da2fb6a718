import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import {
  applyRules,
  createContext,
  weigh,
  type CertificateContext,
  type CertificateRule,
} from './certificate-context.js';
import { ecCurves, ecExplicitParameters } from './ec-curve.js';
import { basicConstraintsDer, duplicateExtension, knownExtensionUnparseable } from './extensions.js';
import { edwardsKey, unreadableKey, unsupportedKeyType } from './key-type.js';
import { rsaExponent } from './rsa-exponent.js';
import { rsaClosePrimes, rsaRoca, rsaSmallFactor } from './rsa-modulus.js';
import { rsaMinSize } from './rsa-size.js';
import { rsaPssSignature, signatureAlgorithmMismatch, weakHashSignature } from './signature-algorithm.js';
import { dateEncoding, expired, notYetValid, validityReversed } from './validity.js';
import { x509Version } from './x509-version.js';

/** Extensions that a path check here takes into account, so that they may be critical. nameConstraints has a rule of its own. */
const understood: readonly string[] = [
  'basicConstraints',
  'keyUsage',
  'extKeyUsage',
  'subjectAltName',
  'issuerAltName',
  'subjectKeyIdentifier',
  'authorityKeyIdentifier',
  'certificatePolicies',
  'nameConstraints',
];

export function* criticalUnknownExtension({ certificate }: CertificateContext): Generator<Issue> {
  for (const { name, critical } of certificate.extensions) {
    if (critical && !understood.includes(name)) yield issue('critical-unknown-extension', { certificate }, { name });
  }
}

/** RSA keys of 1024 to 2047 bits fail Apple's TLS policy, but not the basic one by which a signer is judged. */
function* rsaFatalSize(context: CertificateContext): Generator<Issue> {
  if ((context.certificate.publicKey.bits ?? 0) < 1024) yield* rsaMinSize(context);
}

function* notYetValidInPath(context: CertificateContext): Generator<Issue> {
  for (const found of notYetValid(context)) yield weigh(found, 'error');
}

const validityRules: readonly CertificateRule[] = [expired, notYetValidInPath];

const encodingRules: readonly CertificateRule[] = [
  dateEncoding,
  validityReversed,
  x509Version,
  basicConstraintsDer,
  knownExtensionUnparseable,
  duplicateExtension,
];

/** Rules for all but an anchor, whose signature proves nothing and whose extensions Apple does not look at. */
const signedRules: readonly CertificateRule[] = [
  rsaPssSignature,
  weakHashSignature,
  signatureAlgorithmMismatch,
  criticalUnknownExtension,
];

const keyRules: readonly CertificateRule[] = [
  unreadableKey,
  unsupportedKeyType,
  edwardsKey,
  ecExplicitParameters,
  ecCurves,
  rsaFatalSize,
  rsaExponent,
];

/** Arithmetic on the modulus, which costs more than all the others together. */
const weaknessRules: readonly CertificateRule[] = [rsaSmallFactor, rsaClosePrimes, rsaRoca];

/** What keeps a certificate out of any path, whoever issued it: issues of severity error only. */
export function judgePathCertificate(certificate: Certificate, isAnchor: boolean, at: Date): Issue[] {
  const carried = createContext(certificate, 'other', { at });
  const found = [
    ...applyRules(validityRules, carried),
    // With the role of a root the rules have their full weight.
    ...applyRules([...encodingRules, ...(isAnchor ? [] : signedRules), ...keyRules], { ...carried, role: 'root' }),
  ];
  return found.filter(({ severity }) => severity === 'error');
}

/** Whether the key of a certificate can be factored, so that anybody may have signed with it. */
export function judgePathKey(certificate: Certificate, at: Date): Issue[] {
  return applyRules(weaknessRules, createContext(certificate, 'other', { at }));
}
