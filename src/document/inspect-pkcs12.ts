import { createHash } from 'node:crypto';
import { now } from '../device/clock.js';
import { iosGeneration, type PlatformVersion } from '../device/platform.js';
import type { Issue, RuleLevels } from '../diagnostics/issue.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Pkcs12Limits } from '../pki/iteration-budget.js';
import { openedFacts, visibleFacts, type Pkcs12Facts } from '../pki/pkcs12-facts.js';
import { readPkcs12Structure, type Pkcs12Structure } from '../pki/pkcs12-structure.js';
import { pkcs12LimitOptions } from '../profile/pkcs12-options.js';
import { bytesArgument, readOptions, stringOption, timeOption, type OptionReaders } from '../profile/read-options.js';
import { diagnoseCertificate } from '../trust/diagnose-certificate.js';
import { diagnosePkcs12, listImportingSystems, type ImportingSystem } from '../trust/pkcs12/diagnose-pkcs12.js';
import { applyLevels } from '../validation/apply-levels.js';
import { ruleLevelsOption } from '../validation/rule-levels-option.js';
import { reportIssue, type ReportedIssue } from './reported-issue.js';
import {
  reportIdentity,
  reportProtection,
  reportSafe,
  type ReportedIdentity,
  type ReportedProtection,
  type ReportedSafe,
} from './reported-pkcs12.js';

/** What is in a PKCS#12 file, as plain JSON. Nothing of a key or password is in it. */
export interface Pkcs12Report {
  readonly file: { readonly bytes: number; readonly sha256: string };
  /** Whether a password was given, and it opened the file. Otherwise this is what can be seen without one. */
  readonly isOpen: boolean;
  /** Why the file was not opened although a password was given. */
  readonly refusal?: string;
  readonly mac?: ReportedProtection;
  readonly safes: readonly ReportedSafe[];
  /** How many can be seen. */
  readonly keys: number;
  readonly certificates: number;
  /** Only of a file that is open and holds exactly one. */
  readonly identity?: ReportedIdentity;
  /** The systems that import it with a profile, as far as can be seen; none when it has to be mended first. */
  readonly imports: readonly ImportingSystem[];
  readonly issues: readonly ReportedIssue[];
}

export interface InspectPkcs12Options extends Pkcs12Limits {
  /** Opens the file. Without it only its outside is looked at. */
  readonly password?: string;
  /** The system that shall import the file; without it, what holds for some systems only is told as a warning. */
  readonly platform?: PlatformVersion;
  /** The time that the validity of the certificate is judged by; now unless given. */
  readonly at?: Date;
  /** Levels of single rules. */
  readonly rules?: RuleLevels;
}

/** What is no platform is told by the one who knows them. */
function platformOption(value: unknown): PlatformVersion {
  const { os, version } = (value ?? {}) as PlatformVersion;
  iosGeneration({ os, version });
  return Object.freeze({ os, version });
}

const inspectOptions: OptionReaders<InspectPkcs12Options> = {
  password: stringOption,
  platform: platformOption,
  at: timeOption,
  rules: ruleLevelsOption,
  ...pkcs12LimitOptions,
};

/**
 * Says how a PKCS#12 file is protected, what is in it, and which systems import it. Algorithms, iteration counts and keys in
 * plain safes can be seen without the password; certificates usually not.
 *
 * @throws ProfilewrightError `ERR_PKCS12_MALFORMED`, `ERR_PKCS12_LIMIT` for a file that cannot be read; `ERR_PKCS12_UNREADABLE` when the password
 * does not open it; `ERR_PKCS12_PASSWORD`; and for a key or certificate in it that cannot be read
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * for (const { os, from } of inspectPkcs12(readFileSync('mail.p12')).imports) console.log(os, from);
 */
export function inspectPkcs12(p12: Uint8Array, options: InspectPkcs12Options = {}): Pkcs12Report {
  const given = readOptions('options', options, inspectOptions);
  const { platform, at = now(), rules = {} } = given;
  const structure = readPkcs12Structure(bytesArgument('p12', p12));
  const { facts, refusal } = look(structure, given);
  const found = diagnosePkcs12(facts, platform);
  const { bags, opened } = facts;
  const issues = applyLevels([...found, ...judgeCertificate(facts, at)], 'device', rules);
  return Object.freeze({
    file: { bytes: p12.length, sha256: createHash('sha256').update(p12).digest('hex').toUpperCase() },
    isOpen: opened !== undefined,
    ...(refusal === undefined ? {} : { refusal }),
    ...(structure.mac === undefined ? {} : { mac: reportProtection(structure.mac) }),
    safes: structure.safes.map((safe, index) => reportSafe(safe, facts.safes[index])),
    keys: bags.filter(({ kind }) => kind === 'key' || kind === 'shrouded-key').length,
    certificates: bags.filter(({ kind }) => kind === 'certificate').length,
    ...(opened?.pair === undefined ? {} : { identity: reportIdentity(opened.pair) }),
    imports: listImportingSystems(found),
    issues: issues.map(reportIssue),
  });
}

interface Look {
  readonly facts: Pkcs12Facts;
  readonly refusal?: string;
}

/** Opens the file when there is a password; what cannot be opened here can still be seen from outside. */
function look(structure: Pkcs12Structure, { password, ...limits }: InspectPkcs12Options): Look {
  const facts = visibleFacts(structure);
  if (password === undefined) return { facts };
  if (structure.mac === undefined) {
    return { facts, refusal: 'the PKCS#12 file has no MAC, so that nothing tells a wrong password from a right one' };
  }
  try {
    return { facts: openedFacts(structure, password, limits) };
  } catch (error) {
    const isRefusal =
      isProfilewrightError(error, 'ERR_PKCS12_ALGORITHM') || isProfilewrightError(error, 'ERR_PKCS12_ITERATIONS');
    if (!isRefusal) throw error;
    return { facts, refusal: error.message };
  }
}

/** What is wrong with the certificate itself weighs as in any payload that carries one. */
function judgeCertificate({ opened }: Pkcs12Facts, at: Date): Issue[] {
  const certificate = opened?.pair?.certificate.certificate;
  return certificate === undefined ? [] : diagnoseCertificate(certificate, { at, role: 'other' });
}
