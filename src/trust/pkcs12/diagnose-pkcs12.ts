import { iosGeneration, type Platform, type PlatformVersion } from '../../device/platform.js';
import type { Issue } from '../../diagnostics/issue.js';
import type { IssueCode } from '../../diagnostics/issues/index.js';
import type { Pkcs12Facts } from '../../pki/pkcs12-facts.js';
import { bagsAreKnown, hasOneIdentity, isPaired, keyIsShrouded, keyType } from './rules/bags.js';
import {
  encryptionIsKnown,
  iterationsAreFew,
  macosImport,
  needsModernSystem,
  protectionIsWeak,
} from './rules/encryption.js';
import { hasMac } from './rules/mac.js';
import { passwordIsAscii, passwordIsThere } from './rules/password.js';
import type { Pkcs12Rule } from './rules/pkcs12-rule.js';

const rules: readonly Pkcs12Rule[] = [
  hasOneIdentity,
  hasMac,
  encryptionIsKnown,
  needsModernSystem,
  keyIsShrouded,
  bagsAreKnown,
  isPaired,
  keyType,
  passwordIsThere,
  passwordIsAscii,
  macosImport,
  iterationsAreFew,
  protectionIsWeak,
];

/**
 * What devices object to in a PKCS#12 file. Without a platform it is told what imports from one version on only; with one
 * it is judged.
 *
 * @throws TypeError when the platform is not known
 */
export function diagnosePkcs12(facts: Pkcs12Facts, platform?: PlatformVersion): Issue[] {
  const context = { facts, ...(platform === undefined ? {} : { platform, generation: iosGeneration(platform) }) };
  return rules.flatMap((rule) => [...rule(context)]);
}

/** A system that imports a file, from one version on. */
export interface ImportingSystem {
  readonly os: Platform;
  readonly from: string;
}

/** From when on there is a PKCS#12 payload at all (Apple's device-management schema), and from when on with AES. */
const firstVersions: Readonly<Record<Platform, readonly [any: string, modern: string]>> = {
  iOS: ['4.0', '18.0'],
  macOS: ['10.7', '15.0'],
  tvOS: ['9.0', '18.0'],
  watchOS: ['3.0', '11.0'],
  visionOS: ['1.0', '2.0'],
};

/** What these issues say holds for every version. */
const onNone: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'pkcs12-content-one-identity',
  'p12-pbes2-exact',
  'p12-2key-3des',
  'p12-encryption-unknown',
  'p12-mac-required',
  'p12-key-bag',
  'p12-bag-unknown',
  'p12-localkeyid',
  'p12-key-mismatch',
  'p12-key-type',
]);

/** The systems that import the file in which these issues were found, when it is installed with a profile. */
export function listImportingSystems(issues: readonly Issue[]): ImportingSystem[] {
  if (issues.some(({ code }) => onNone.has(code))) return [];
  const isModern = issues.some(({ code }) => code === 'p12-pbes2-min-os');
  const systems = Object.entries(firstVersions) as [Platform, readonly [string, string]][];
  return systems.map(([os, [any, modern]]) => Object.freeze({ os, from: isModern ? modern : any }));
}
