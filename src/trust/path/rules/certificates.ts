import type { Issue } from '../../../diagnostics/issue.js';
import { issue } from '../../../diagnostics/issue.js';
import type { Certificate } from '../../../pki/certificate.js';
import { applyRules, createContext, weigh, type CertificateRule } from '../../rules/certificate-context.js';
import { basicConstraintsDer, duplicateExtension, knownExtensionUnparseable } from '../../rules/extensions.js';
import { nameHazard } from '../../rules/name-hazard.js';
import { notDer } from '../../rules/not-der.js';
import { serialNumber } from '../../rules/serial-number.js';
import { rsaPssSignature, signatureAlgorithmMismatch } from '../../rules/signature-algorithm.js';
import { dateEncoding, expired, notYetValid, validityReversed } from '../../rules/validity.js';
import { x509Version } from '../../rules/x509-version.js';
import { belowAnchor, type PathContext } from '../path-context.js';

/** Rules that hold for every certificate of a path in the same way. */
const ownRules: readonly CertificateRule[] = [
  dateEncoding,
  validityReversed,
  serialNumber,
  basicConstraintsDer,
  knownExtensionUnparseable,
  notDer,
  nameHazard,
];

/** Rules for what an issuer has signed; the signature of an anchor proves nothing. */
const signedRules: readonly CertificateRule[] = [rsaPssSignature, signatureAlgorithmMismatch];

export function* certificateOwn({ path, at }: PathContext): Generator<Issue> {
  for (const certificate of path) yield* applyRules(ownRules, createContext(certificate, 'root', { at }));
}

export function* certificateSigned(context: PathContext): Generator<Issue> {
  for (const certificate of belowAnchor(context)) {
    yield* applyRules(signedRules, createContext(certificate, 'root', context));
  }
}

/** Before its time and behind it a certificate is refused, an anchor too. */
export function* certificateValidity({ path, at }: PathContext): Generator<Issue> {
  for (const certificate of path) {
    const context = createContext(certificate, 'other', { at });
    for (const found of [...expired(context), ...notYetValid(context)]) yield weigh(found, 'error');
  }
}

/** A version 1 root is taken, a version 1 intermediate or leaf is not. */
export function* certificateVersion(context: PathContext): Generator<Issue> {
  const below = new Set<Certificate>(belowAnchor(context));
  for (const certificate of context.path) {
    const found = [...x509Version(createContext(certificate, 'root', context))];
    const isIssuer = certificate !== context.path[0];
    yield* found.map((one) => (below.has(certificate) && isIssuer ? weigh(one, 'error') : one));
  }
}

/** First published with iOS 15; older systems looked at the first of the two. */
export function* certificateDuplicates(context: PathContext): Generator<Issue> {
  for (const certificate of context.path) {
    const found = [...duplicateExtension(createContext(certificate, 'root', context))];
    yield* found.map((one) => (context.generation < 15 ? weigh(one, 'warning') : one));
  }
}

/** Extensions that are taken into account somewhere, so that they may be critical. */
const understood: readonly string[] = [
  'basicConstraints',
  'keyUsage',
  'extKeyUsage',
  'subjectAltName',
  'issuerAltName',
  'subjectKeyIdentifier',
  'authorityKeyIdentifier',
  'nameConstraints',
  'certificatePolicies',
  'policyMappings',
  'policyConstraints',
  'inhibitAnyPolicy',
];

/** On an anchor it is not looked at, which is worth a remark. */
export function* certificateCriticalExtensions(context: PathContext): Generator<Issue> {
  const below = new Set<Certificate>(belowAnchor(context));
  for (const certificate of context.path) {
    for (const { name, critical } of certificate.extensions) {
      if (!critical || understood.includes(name)) continue;
      const found = issue('critical-unknown-extension', { certificate }, { name });
      yield below.has(certificate) ? found : weigh(found, 'info');
    }
  }
}
