import type { Issue } from '../../diagnostics/issue.js';
import type { PathContext, PathRule } from './path-context.js';
import { anchorIsSelfSigned, anchorNeedsSwitch, anchorNeedsTransparency, anchorShowsSwitch } from './rules/anchor.js';
import {
  certificateCriticalExtensions,
  certificateDuplicates,
  certificateOwn,
  certificateSigned,
  certificateValidity,
  certificateVersion,
} from './rules/certificates.js';
import { chainOrder, sameNameCAs } from './rules/chain.js';
import { issuerIsCA, issuerKeyIdentifier, issuerKeyUsage, issuerPathLength, issuerSubject } from './rules/issuers.js';
import { keyCurve, keyEdwards, keyP521, keyRsaSize, keySignatureHash, keyUsable } from './rules/keys.js';
import {
  issuerPurpose,
  leafIsCA,
  leafKeyUsage,
  leafLifetime,
  leafLifetimePublic,
  leafSubject,
  serverPurpose,
  serverPurposeMissing,
} from './rules/server.js';

/** In the order in which a reader wants to know: what cannot be read, who issued it, when, with which keys, for what. */
const pathRules: readonly PathRule[] = [
  certificateOwn,
  certificateSigned,
  certificateVersion,
  certificateDuplicates,
  certificateCriticalExtensions,
  issuerIsCA,
  issuerKeyUsage,
  issuerKeyIdentifier,
  issuerPathLength,
  issuerSubject,
  anchorIsSelfSigned,
  anchorShowsSwitch,
  certificateValidity,
  keyUsable,
  keyRsaSize,
  keyCurve,
  keyEdwards,
  keyP521,
  keySignatureHash,
  serverPurpose,
  serverPurposeMissing,
  issuerPurpose,
  leafLifetime,
  leafLifetimePublic,
  leafSubject,
  leafKeyUsage,
  leafIsCA,
  anchorNeedsTransparency,
  chainOrder,
  sameNameCAs,
  anchorNeedsSwitch,
];

/** What all rules say of one path. */
export function judgePath(context: PathContext): Issue[] {
  return pathRules.flatMap((rule) => [...rule(context)]);
}
