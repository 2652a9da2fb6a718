import { allPlatforms, type DeviceContext } from '../../device/device-context.js';
import { newestPlatform, type PlatformVersion } from '../../device/platform.js';
import { coverageOf } from '../../device/version-range.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import { textOf, type PlacedDictionary } from '../../profile/codec.js';
import { diagnoseCertificate } from '../../trust/diagnose-certificate.js';
import { diagnoseRoot, type DiagnoseRootOptions } from '../../trust/diagnose-root.js';
import { weigh } from '../../trust/rules/certificate-context.js';
import { emptyListVersions } from '../../trust/rules/root-beside-others.js';
import type { Embedded } from '../content/embedded-certificate.js';
import { certificateForm, embeddedIn } from '../content/payload-certificates.js';
import { gravestIssues } from '../gravest-issues.js';
import type { ProfileContext } from './profile-rule.js';

/**
 * The certificate in a certificate payload: that it is one, in PEM where a payload is for PEM, and what a device thinks of
 * it, as a root only in root payloads.
 */
export function* certificateInside(context: ProfileContext): Generator<Issue> {
  const { at, as } = context;
  const contents = context.payloads.flatMap((payload) => readPayload(payload, context) ?? []);
  const roots = firstBySubject(contents);
  const platforms = platformsOf(context.device);
  for (const { type, pointer, embedded } of contents) {
    if (certificateForm(type) === 'PEM') yield* pemIssues(embedded, pointer, as);
    yield* countCertificates(embedded, pointer);
    const { certificate } = embedded;
    if (certificate === undefined) continue;
    const found = isRoot(type)
      ? judgeRoot(certificate, { at, others: besides(roots, certificate, as) }, platforms)
      : diagnoseCertificate(certificate, { at, role: 'other' });
    for (const issue of found) yield Object.freeze({ ...issue, where: Object.freeze({ certificate, pointer }) });
  }
}

/** On several systems, what the gravest of them makes of a root. */
function judgeRoot(
  certificate: Certificate,
  options: DiagnoseRootOptions,
  platforms: readonly PlatformVersion[],
): readonly Issue[] {
  const [first] = platforms;
  if (first === undefined) return diagnoseRoot(certificate, options);
  if (platforms.length === 1) return diagnoseRoot(certificate, { ...options, platform: first });
  return gravestIssues(platforms.flatMap((platform) => diagnoseRoot(certificate, { ...options, platform })));
}

/**
 * The systems that are named, for which a root is judged. A bug of a version of iOS is told when all versions that are named
 * have it; otherwise any version without it stands for them.
 */
function platformsOf({ platforms = {} }: DeviceContext): readonly PlatformVersion[] {
  return allPlatforms.flatMap((os) => {
    const range = platforms[os];
    if (range === undefined) return [];
    const isOne = os !== 'iOS' || range.from === range.to || coverageOf(range, emptyListVersions) === 'all';
    return [isOne ? { os, version: range.from } : newestPlatform];
  });
}

interface CertificatePayload {
  readonly type: string;
  readonly pointer: string;
  readonly embedded: Embedded;
}

function readPayload(payload: PlacedDictionary, context: ProfileContext): CertificatePayload | undefined {
  const embedded = embeddedIn(payload, context);
  if (embedded === undefined) return undefined;
  const type = textOf(payload.dictionary, 'PayloadType') ?? '';
  return { type, pointer: `${payload.pointer}/PayloadContent`, embedded };
}

const isRoot = (type: string): boolean => type === 'com.apple.security.root';

/** Of several roots of one subject the first is enough to tell that there is one. */
function firstBySubject(contents: readonly CertificatePayload[]): ReadonlyMap<string, Certificate> {
  const roots = contents.flatMap(({ type, embedded: { certificate } }) =>
    isRoot(type) && certificate !== undefined ? [certificate] : [],
  );
  return new Map(roots.toReversed().map((certificate) => [certificate.subject.normalized, certificate]));
}

/**
 * The first root of the same subject, which may be the certificate itself. To a device an intermediate beside its root does no
 * harm, but nobody should write it: the payload for it is another.
 */
function besides(
  roots: ReadonlyMap<string, Certificate>,
  { subject, issuer }: Certificate,
  as: 'author' | 'device',
): readonly Certificate[] {
  const names = as === 'device' ? [subject, issuer] : [subject];
  return names.flatMap(({ normalized }) => roots.get(normalized) ?? []);
}

/** What a device passes over weighs less when reading. */
function* pemIssues({ defects }: Embedded, pointer: string, as: 'author' | 'device'): Generator<Issue> {
  for (const { kind, reason, cure } of defects) {
    if (kind === 'private-key') continue;
    const found = issue('pem-content-is-pem-certificate', { pointer }, { reason, cure });
    yield kind === 'form' && as === 'device' ? weigh(found, 'warning') : found;
  }
}

function* countCertificates({ count, certificate }: Embedded, pointer: string): Generator<Issue> {
  if (count > 1 && certificate !== undefined) {
    yield issue('root-one-cert-per-payload', { pointer }, { count, first: certificate.name });
  }
}
