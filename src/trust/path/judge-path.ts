import type { Issue } from '../../diagnostics/issue.js';
import type { PathContext, PathRule } from './path-context.js';
import { anchorIsSelfSigned, anchorNeedsSwitch, anchorNeedsTransparency, anchorShowsSwitch } from './rules/anchor.js';
import {
  certificateOwn,
  certificateRecent,
  certificateSigned,
  certificateValidity,
  certificateVersion,
} from './rules/certificates.js';
import { chainOrder, issuerDownload, sameNameCAs } from './rules/chain.js';
import { extensionsCritical, extensionsOnce, extensionsReadable } from './rules/extensions.js';
import { issuerIsCA, issuerKeyIdentifier, issuerKeyUsage, issuerPathLength, issuerSubject } from './rules/issuers.js';
import { eapName, hostName, nameConstraints } from './rules/names.js';
import { leafLifetime, leafLifetimeAdvice, leafLifetimeOfPublicCA, leafLifetimePublic } from './rules/lifetimes.js';
import { certificatePolicies } from './rules/policies.js';
import { keyCurve, keyEdwards, keyP521, keyRsaSize, keySignatureHash, keyUsable } from './rules/keys.js';
import {
  issuerPurpose,
  leafIsCA,
  leafKeyUsage,
  leafSubject,
  serverPurpose,
  serverPurposeStrict,
} from './rules/server.js';

/** In the order in which a reader wants to know: what cannot be read, who issued it, when, with which keys, for what. */
const pathRules: readonly PathRule[] = [
  certificateOwn,
  extensionsReadable,
  certificateSigned,
  certificateVersion,
  extensionsOnce,
  extensionsCritical,
  issuerIsCA,
  issuerKeyUsage,
  issuerKeyIdentifier,
  issuerPathLength,
  issuerSubject,
  nameConstraints,
  certificatePolicies,
  anchorIsSelfSigned,
  anchorShowsSwitch,
  certificateValidity,
  keyUsable,
  keyRsaSize,
  keyCurve,
  keyEdwards,
  keyP521,
  keySignatureHash,
  hostName,
  eapName,
  serverPurpose,
  serverPurposeStrict,
  issuerPurpose,
  leafLifetime,
  leafLifetimePublic,
  leafLifetimeAdvice,
  leafLifetimeOfPublicCA,
  leafSubject,
  leafKeyUsage,
  leafIsCA,
  anchorNeedsTransparency,
  issuerDownload,
  chainOrder,
  sameNameCAs,
  anchorNeedsSwitch,
  certificateRecent,
];

/** What all rules say of one path. */
export function judgePath(context: PathContext): Issue[] {
  return pathRules.flatMap((rule) => [...rule(context)]);
}
