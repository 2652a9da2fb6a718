import type { PlatformVersion } from '../../../device/platform.js';
import type { Issue, IssuePlace } from '../../../diagnostics/issue.js';
import type { Pkcs12Facts } from '../../../pki/pkcs12-facts.js';

export interface Pkcs12Context {
  readonly facts: Pkcs12Facts;
  readonly platform?: PlatformVersion;
  /** The version of iOS of the same year. */
  readonly generation?: number;
}

/** A rule about a PKCS#12 file: pure, one fact. */
export type Pkcs12Rule = (context: Pkcs12Context) => Iterable<Issue>;

/** The whole file. Where it stands in a profile is known to whoever puts it there. */
export const wholeFile: IssuePlace = Object.freeze({ pointer: '' });

/** The systems of 2024: the first ones that read AES. */
export const MODERN_GENERATION = 18;
