import type { Issue } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';
import { applyRules, createContext, type CertificateRule, type DiagnoseOptions } from './rules/certificate-context.js';
import { ecCurves, ecExplicitParameters, p521 } from './rules/ec-curve.js';
import { basicConstraintsDer, duplicateExtension, knownExtensionUnparseable } from './rules/extensions.js';
import { edwardsKey, unreadableKey, unsupportedKeyType } from './rules/key-type.js';
import { nameHazard } from './rules/name-hazard.js';
import { notDer } from './rules/not-der.js';
import { onceByRole } from './rules/once-by-role.js';
import { rsaExponent } from './rules/rsa-exponent.js';
import { rsaClosePrimes, rsaRoca, rsaSmallFactor } from './rules/rsa-modulus.js';
import { rsaParameters } from './rules/rsa-parameters.js';
import { rsaMaxSize, rsaMinSize } from './rules/rsa-size.js';
import { serialNumber } from './rules/serial-number.js';
import { rsaPssSignature, signatureAlgorithmMismatch, weakHashSignature } from './rules/signature-algorithm.js';
import { dateEncoding, expired, notYetValid, validityReversed } from './rules/validity.js';
import { x509Version } from './rules/x509-version.js';

export interface DiagnoseCertificateOptions extends DiagnoseOptions {
  /** `root` when the certificate is meant to be trusted; `other`, the default, when it is only carried. */
  readonly role?: 'root' | 'other';
}

/** The rules of every certificate, whatever it is meant for. */
export const certificateRules: readonly CertificateRule[] = [
  onceByRole([
    unreadableKey,
    unsupportedKeyType,
    edwardsKey,
    ecExplicitParameters,
    ecCurves,
    p521,
    rsaMinSize,
    rsaMaxSize,
    rsaParameters,
    rsaExponent,
    rsaSmallFactor,
    rsaClosePrimes,
    rsaRoca,
    rsaPssSignature,
    weakHashSignature,
    signatureAlgorithmMismatch,
    dateEncoding,
    validityReversed,
  ]),
  expired,
  notYetValid,
  onceByRole([
    x509Version,
    serialNumber,
    basicConstraintsDer,
    knownExtensionUnparseable,
    duplicateExtension,
    notDer,
    nameHazard,
  ]),
];

/**
 * What is wrong with a certificate in any payload that carries one: its key, its signature algorithm, its dates, its
 * encoding, its names. Some facts are errors in a root and warnings in a certificate that is only carried.
 *
 * @example
 * const issues = diagnoseCertificate(readCertificate(pem), { role: 'other' });
 */
export function diagnoseCertificate(certificate: Certificate, options: DiagnoseCertificateOptions = {}): Issue[] {
  return applyRules(certificateRules, createContext(certificate, options.role ?? 'other', options));
}
