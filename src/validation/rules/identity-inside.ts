import { allPlatforms, type DeviceContext } from '../../device/device-context.js';
import type { PlatformVersion } from '../../device/platform.js';
import type { Issue } from '../../diagnostics/issue.js';
import type { IssueCode } from '../../diagnostics/issues/index.js';
import { isProfilewrightError } from '../../diagnostics/profilewright-error.js';
import { visibleFacts, type Pkcs12Facts } from '../../pki/pkcs12-facts.js';
import { readPkcs12Structure } from '../../pki/pkcs12-structure.js';
import { diagnoseCertificate } from '../../trust/diagnose-certificate.js';
import { diagnosePkcs12 } from '../../trust/pkcs12/diagnose-pkcs12.js';
import { certificateOf, openIdentity, type OpenedIdentity } from '../content/payload-certificates.js';
import { gravestIssues } from '../gravest-issues.js';
import { payloadsOfType } from '../profile-memo.js';
import type { ProfileContext } from './profile-rule.js';

/**
 * What the devices object to in the file of a PKCS#12 payload, as far as it can be seen, or was seen when it was opened, and
 * in its certificate.
 */
export function* identityInside(context: ProfileContext): Generator<Issue> {
  const platforms = oldestSystems(context.device);
  for (const payload of payloadsOfType(context, 'com.apple.security.pkcs12')) {
    const bytes = payload.dictionary['PayloadContent'];
    if (!(bytes instanceof Uint8Array)) continue;
    const opened = openIdentity(payload, context);
    const facts = factsOf(bytes, opened);
    // What is no such file, or damaged, is told by the rules about the content of the payload.
    if (facts === undefined) continue;
    const pointer = `${payload.pointer}/PayloadContent`;
    for (const issue of diagnose(facts, opened, platforms)) yield place(issue, { pointer });
    const certificate = certificateOf(payload, context);
    if (certificate === undefined) continue;
    const found = diagnoseCertificate(certificate, { at: context.at, role: 'other' });
    for (const issue of found) yield place(issue, { certificate, pointer });
  }
}

const place = (issue: Issue, where: Issue['where']): Issue => Object.freeze({ ...issue, where: Object.freeze(where) });

function factsOf(bytes: Uint8Array, opened: OpenedIdentity | undefined): Pkcs12Facts | undefined {
  if (opened !== undefined && 'facts' in opened) return opened.facts;
  try {
    return visibleFacts(readPkcs12Structure(bytes));
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}

/** The systems in their oldest versions: what is too new for one of them is told as an error. */
function oldestSystems({ platforms = {} }: DeviceContext): PlatformVersion[] {
  return allPlatforms.flatMap((os) => {
    const version = platforms[os]?.from;
    return version === undefined ? [] : [{ os, version }];
  });
}

/** Of what holds for several systems, the gravest. */
function diagnose(
  facts: Pkcs12Facts,
  opened: OpenedIdentity | undefined,
  platforms: readonly PlatformVersion[],
): Iterable<Issue> {
  const questions = platforms.length === 0 ? [undefined] : platforms;
  const seen = gravestIssues(questions.flatMap((platform) => diagnosePkcs12(facts, platform)));
  const found = new Map(seen.map((issue) => [`${issue.code} ${issue.message}`, issue]));
  for (const issue of opened !== undefined && 'known' in opened ? opened.known.issues : []) {
    if (!bySystem.has(issue.code)) found.set(`${issue.code} ${issue.message}`, issue);
  }
  return [...found.values()].filter(({ code }) => code !== 'pkcs12-content-one-identity' || opened === undefined);
}

/** What depends on the systems is seen from outside, too, and judged for those of the profile. */
const bySystem: ReadonlySet<IssueCode> = new Set<IssueCode>(['p12-pbes2-min-os', 'p12-macos-legacy-path']);
