import type { Issue } from '../diagnostics/issue.js';
import { diagnoseServer, type DiagnosedServer } from '../live/diagnose-server.js';
import type { ServerPlace } from '../live/server-target.js';
import type { Certificate } from '../pki/certificate.js';
import { diagnoseRoot } from '../trust/diagnose-root.js';
import { evaluateTrust } from '../trust/evaluate-trust.js';
import { weigh } from '../trust/rules/certificate-context.js';
import { isBesideItsRoot } from '../trust/rules/root-beside-others.js';
import type { AnchorSource, TrustPolicy, TrustResult } from '../trust/trust-query.js';
import { hasTrustSwitch } from '../trust/trust-switch.js';
import type { DoctorQuestion } from './doctor-question.js';
import type { SortedMaterial } from './sort-material.js';

type Verdict = TrustResult['verdict'];

/** What a device decides about one root by itself. */
export interface JudgedRoot {
  readonly certificate: Certificate;
  readonly verdict: Verdict;
  /** False for a root that stands where no device looks for it. */
  readonly isRead: boolean;
}

export interface DoctorAnswer {
  /** Whether a server was asked about, or only roots. */
  readonly judged: 'server' | 'roots';
  readonly verdict: Verdict;
  readonly roots: readonly JudgedRoot[];
  /** The best path of the server, its own certificate first; of a root alone, the root. */
  readonly path: readonly Certificate[];
  readonly issues: readonly Issue[];
  readonly server?: DiagnosedServer;
}

/** Judges what is in the files: the chain of a server when there is one, and each root. */
export function judgeMaterial(material: SortedMaterial, question: DoctorQuestion): DoctorAnswer {
  const { roots } = material;
  const chain = material.chain.length > 0 || question.hostname === undefined ? material.chain : roots.slice(0, 1);
  if (chain.length === 0) return answer('roots', material, question);
  const { platform, at, policy, hostname } = question;
  const result = evaluateTrust({
    chain,
    anchors: roots.map((certificate) => ({ certificate, source: sourceOf(question) })),
    policy: policyOf(policy, hostname),
    platform,
    ...(at === undefined ? {} : { at }),
  });
  return answer('server', material, question, withFile(result, material));
}

/** What the file of the server is like comes first: without that, nothing else matters. */
function withFile(result: TrustResult, { chainIssues }: SortedMaterial): TrustResult {
  const others = result.issues.filter(({ code }) => !chainIssues.some((one) => one.code === code));
  const verdict = hasError(chainIssues) ? 'refused' : result.verdict;
  return { ...result, verdict, issues: [...chainIssues, ...others] };
}

/** Judges a live server, with the roots that were named. */
export async function judgeServer(
  place: ServerPlace,
  material: SortedMaterial,
  question: DoctorQuestion,
): Promise<DoctorAnswer> {
  const { install, platform, at, hostname, timeoutMilliseconds } = question;
  const target = { host: place.host, port: place.port, ...(hostname === undefined ? {} : { servername: hostname }) };
  const diagnosis = await diagnoseServer(target, {
    anchors: material.roots,
    install,
    platform,
    ...(at === undefined ? {} : { at }),
    ...(timeoutMilliseconds === undefined ? {} : { timeoutMilliseconds }),
  });
  return { ...answer('server', material, question, diagnosis), server: diagnosis.server };
}

interface JudgedRoots {
  readonly roots: readonly JudgedRoot[];
  readonly issues: readonly Issue[];
}

function answer(
  judged: DoctorAnswer['judged'],
  material: SortedMaterial,
  question: DoctorQuestion,
  result?: TrustResult,
): DoctorAnswer {
  const judgedRoots = spareServer(judgeRoots(material.roots, question), result);
  const hidden = material.hidden.map((certificate) => ({ certificate, verdict: 'refused' as const, isRead: false }));
  const roots = [...judgedRoots.roots, ...hidden];
  const issues = withoutRepetition([...(result?.issues ?? []), ...material.issues, ...judgedRoots.issues]);
  const isRefused = roots.some(({ verdict }) => verdict === 'refused') || hasError(issues);
  const ofRoots = isRefused ? 'refused' : (roots[0]?.verdict ?? 'refused');
  return { judged, verdict: result?.verdict ?? ofRoots, roots, path: result?.path ?? [], issues };
}

function judgeRoots(certificates: readonly Certificate[], question: DoctorQuestion): JudgedRoots {
  const judged = certificates.map((certificate, index) => {
    // Of two roots of one subject the second is told to need a switch of its own.
    const others = certificates.filter((other, place) => place < index || isBesideItsRoot(certificate, [other]));
    const issues = judgeRoot(certificate, others, question);
    if (isBesideItsRoot(certificate, others)) return { issues: issues.map(asWarning) };
    const accepted = sourceOf(question) === 'installed' ? 'after-switch' : 'trusted';
    const verdict: Verdict = hasError(issues) ? 'refused' : accepted;
    return { issues, root: { certificate, verdict, isRead: true } };
  });
  return { roots: judged.flatMap(({ root }) => root ?? []), issues: judged.flatMap(({ issues }) => issues) };
}

/** A server whose own certificate is trusted, without the list of Settings, needs no root: what a root lacks is a warning. */
function spareServer({ roots, issues }: JudgedRoots, result: TrustResult | undefined): JudgedRoots {
  const [server, ...issuers] = result?.path ?? [];
  if (result === undefined || result.verdict === 'refused' || issuers.length > 0) return { roots, issues };
  return { roots, issues: issues.map((one) => (isAbout(one, server) ? asWarning(one) : one)) };
}

function isAbout({ where }: Issue, certificate: Certificate | undefined): boolean {
  return 'certificate' in where && where.certificate === certificate;
}

/** What is only carried is no reason to refuse. */
const asWarning = (found: Issue): Issue => (found.severity === 'error' ? weigh(found, 'warning') : found);

function judgeRoot(certificate: Certificate, others: readonly Certificate[], question: DoctorQuestion): Issue[] {
  const { at, policy, install, platform } = question;
  const issues = diagnoseRoot(certificate, { platform, others, ...(at === undefined ? {} : { at }) });
  const isFromList = policy === 'tls' && install === 'manual';
  return issues.map((one) => (one.code === 'root-common-name' && !isFromList ? weigh(one, 'warning') : one));
}

/** Only TLS asks for the switch, which iOS has not had before 10.3. */
function sourceOf({ policy, install, platform }: DoctorQuestion): Extract<AnchorSource, 'user' | 'installed'> {
  const isAsked = platform.os !== 'iOS' || hasTrustSwitch(platform);
  return policy === 'tls' && install === 'manual' && isAsked ? 'installed' : 'user';
}

function policyOf(policy: DoctorQuestion['policy'], hostname: string | undefined): TrustPolicy {
  switch (policy) {
    case 'tls':
      return { kind: 'tls-server', ...(hostname === undefined ? {} : { hostname }) };
    case 'eap':
      return { kind: 'eap-server', ...(hostname === undefined ? {} : { names: [hostname] }) };
    case 'basic':
      return { kind: 'basic' };
  }
}

const hasError = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === 'error');

/** The evaluator and the rules of a root tell the same fact of the same certificate in the same words. */
function withoutRepetition(issues: readonly Issue[]): Issue[] {
  const told = new Map<string, Issue>();
  for (const one of issues) {
    const key = `${one.code} ${one.message}`;
    if (!told.has(key)) told.set(key, one);
  }
  return [...told.values()];
}
