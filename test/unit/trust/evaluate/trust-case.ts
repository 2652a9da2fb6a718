import { expect, test } from 'vitest';
import type { Platform, PlatformVersion } from '../../../../src/device/platform.js';
import type { Issue } from '../../../../src/diagnostics/issue.js';
import { decodeCertificate, type Certificate } from '../../../../src/pki/certificate.js';
import { evaluateTrust } from '../../../../src/trust/evaluate-trust.js';
import type { AnchorSource, PathLimits, TrustPolicy, TrustResult } from '../../../../src/trust/trust-query.js';
import { intermediateCA, leaf, rootCA } from '../../../support/authorities.js';
import type { CertificateOptions, IssuedCertificate } from '../../../support/issue-certificate.js';
import { daysFromToday, today } from '../../../support/time-value.js';

/** The certificates of a case: a leaf below an intermediate below a root, unless the case says otherwise. */
export type Part = 'leaf' | 'intermediate' | 'root';

/** What one certificate has otherwise than the sound one; a function when it costs a key or the time to make it. */
export type Change = CertificateOptions | (() => CertificateOptions);

/** A sound chain to a root that the user trusts, for TLS on the newest iOS, apart from what stands here. */
export interface Scenario {
  readonly root?: Change;
  /** `'none'`: the root issues the leaf. */
  readonly intermediate?: Change | 'none';
  readonly leaf?: Change;
  /** Signs itself, and so has no issuer. */
  readonly isLeafSelfSigned?: boolean;
  readonly anchor?: Part | 'none';
  readonly source?: AnchorSource;
  readonly policy?: TrustPolicy['kind'];
  /** What a client of TLS asks for; nothing unless given. */
  readonly hostname?: string;
  /** TLSTrustedServerNames of a client of 802.1X. */
  readonly names?: readonly string[];
  /** `'macOS 10.15'` */
  readonly platform?: string;
  readonly at?: Date;
  readonly limits?: PathLimits;
  /** What the server sends, the leaf and the intermediate unless given. */
  readonly sends?: readonly Part[];
}

/** What it says, what it is about, the verdict, and each issue as `error rsa-min-2048 root`. */
export type TrustCase = readonly [
  name: string,
  scenario: Scenario,
  verdict: TrustResult['verdict'],
  ...issues: readonly string[],
];

/** Noon of the day of this run. */
export const at: Date = new Date(today.getTime() + 43_200_000);

/** CAs of every case are valid whenever a case may be judged. */
const longLived: CertificateOptions = {
  notBefore: new Date('2010-01-01T00:00:00Z'),
  notAfter: new Date('2060-01-01T00:00:00Z'),
};

/** Public CAs may issue for 47 days at most from 2029 on: so many are sound at whatever time this runs. */
const ofPublicCA: CertificateOptions = { notAfter: daysFromToday(10) };

const changed = (change: Change = {}): CertificateOptions => (typeof change === 'function' ? change() : change);

type Made = Readonly<Partial<Record<Part, IssuedCertificate>>> & { readonly leaf: IssuedCertificate };

function make(scenario: Scenario): Made {
  const root = rootCA({ ...longLived, ...changed(scenario.root) });
  const withIntermediate = scenario.intermediate !== 'none';
  const intermediate = withIntermediate
    ? intermediateCA(root, { ...longLived, ...changed(scenario.intermediate) })
    : undefined;
  const server = leaf(intermediate ?? root, {
    ...(scenario.source === 'system' ? ofPublicCA : {}),
    ...(scenario.isLeafSelfSigned === true ? { signedBy: undefined } : {}),
    ...changed(scenario.leaf),
  } as CertificateOptions);
  return { root, ...(intermediate === undefined ? {} : { intermediate }), leaf: server };
}

function platformOf(text: string): PlatformVersion {
  const [os = '', version = ''] = text.split(' ');
  return { os: os as Platform, version };
}

export const decode = ({ der }: { readonly der: Uint8Array }): Certificate => decodeCertificate(der);

interface Judged extends TrustResult {
  /** Sorted, each as `error rsa-min-2048 root`. */
  readonly told: readonly string[];
  readonly parts: Readonly<Partial<Record<Part, Certificate>>>;
}

function judge(scenario: Scenario): Judged {
  const made = Object.entries(make(scenario)).map(([part, issued]) => [part, decode(issued)] as const);
  const parts: Partial<Record<Part, Certificate>> = Object.fromEntries(made);
  const { anchor = 'root', source = 'user', policy = 'tls-server', platform = 'iOS 26.0' } = scenario;
  const sends = (scenario.sends ?? ['leaf', 'intermediate']).flatMap((part) => parts[part] ?? []);
  const result = evaluateTrust({
    chain: sends,
    anchors: anchor === 'none' ? [] : [{ certificate: parts[anchor]!, source }],
    policy: policyOf(policy, scenario),
    at: scenario.at ?? at,
    platform: platformOf(platform),
    ...(scenario.limits === undefined ? {} : { limits: scenario.limits }),
  });
  return { ...result, parts, told: tell(result.issues, parts) };
}

function policyOf(kind: TrustPolicy['kind'], { hostname, names }: Scenario): TrustPolicy {
  if (kind === 'tls-server') return { kind, ...(hostname === undefined ? {} : { hostname }) };
  return kind === 'eap-server' ? { kind, ...(names === undefined ? {} : { names }) } : { kind };
}

/** The issues in one line each; a certificate is named by its part, by its very bytes. */
function tell(issues: readonly Issue[], parts: Readonly<Record<string, Certificate>>): string[] {
  const partOf = (found: Issue): string => {
    const { where } = found;
    const named = Object.entries(parts).find(
      ([, { raw }]) => 'certificate' in where && Buffer.compare(raw, where.certificate.raw) === 0,
    );
    return named?.[0] ?? 'nobody';
  };
  return issues.map((found) => `${found.severity} ${found.code} ${partOf(found)}`).sort();
}

/** What a result owes its reader, whatever it is about. */
export function expectHelpful({ verdict, path, issues, considered }: TrustResult): void {
  for (const { message, hint, source, where } of issues) {
    expect(hint).toMatch(/^[a-z]/);
    expect(source).not.toBe('');
    expect('certificate' in where && message.includes(where.certificate.name)).toBe(true);
    expect(`${message} ${hint ?? ''}`).not.toMatch(/undefined|\[object|NaN/);
  }
  const lines = issues.map(({ code, message }) => `${code} ${message}`);
  expect(new Set(lines).size).toBe(lines.length);
  expect(issues.some(({ severity }) => severity === 'error')).toBe(verdict === 'refused');
  expect(path.length).toBeLessThanOrEqual(10);
  expect(considered.signatureChecks).toBeLessThanOrEqual(200);
}

/** Runs each case as a test of its own. */
export function runCases(cases: readonly TrustCase[]): void {
  test.each(cases.map((one) => [one[0], one] as const))('%s', (_, [, scenario, verdict, ...issues]) => {
    const result = judge(scenario);
    expect({ verdict: result.verdict, told: result.told }).toEqual({ verdict, told: [...issues].sort() });
    expectHelpful(result);
  });
}
