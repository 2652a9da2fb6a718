import type { PlatformVersion } from '../../device/platform.js';
import type { Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import type { AnchorSource, TrustPolicy } from '../trust-query.js';
import { hasTrustSwitch } from '../trust-switch.js';

/** One path as the rules see it. */
export interface PathContext {
  /** From the certificate in question upwards; never empty. */
  readonly path: readonly [Certificate, ...Certificate[]];
  /** Why the last one is an anchor; undefined when the path ends without one. */
  readonly source: AnchorSource | undefined;
  readonly policy: TrustPolicy;
  readonly at: Date;
  readonly platform: PlatformVersion;
  /** The first number of the iOS version of the platform's year: rules hold from one on. */
  readonly generation: number;
  readonly maxNameComparisons: number;
  /** All certificates that came along, in their order. */
  readonly chain: readonly Certificate[];
  /** All that are trusted, for whatever reason. */
  readonly anchors: readonly Certificate[];
}

/** A rule about a path: pure, one fact. An issue of severity error refuses the path. */
export type PathRule = (context: PathContext) => Generator<Issue>;

/** The certificates that were issued by another one of the path: all but an anchor at its end. */
export function belowAnchor({ path, source }: PathContext): readonly Certificate[] {
  return source === undefined ? path : path.slice(0, -1);
}

/**
 * The root at the end that was installed by hand, where it must show up in a list before it can be switched on: the rules of
 * a root say what is wrong with it.
 */
export function listedRoot({ path, source, platform }: PathContext): Certificate | undefined {
  return source === 'installed' && hasTrustSwitch(platform) ? path.at(-1) : undefined;
}

/** A certificate that is trusted for itself, without an issuer: Apple spares it the rules for keys and lifetimes. */
export function isTrustedLeaf({ path, source }: PathContext): boolean {
  return path.length === 1 && (source === 'user' || source === 'installed');
}
