import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { decodeCertificate } from '../../src/pki/certificate.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import { chainTime, type MadeChain } from '../support/chain-draft.js';
import { chainTwists, makePlannedChain, sampledPlans, tellPlan, type ChainPlan } from '../support/chain-plan.js';
import type { Disagreement, Referee } from './disagreement.js';
import { buildGoVerifier, verifyByGo } from './go-verify.js';
import { verifyByOpenssl, type Reasons } from './openssl-verify.js';
import { needReferee, run } from './referee.js';
import { disagreements, explain, knownVersions } from './trust-disagreements.js';
import { describeDisagreements, sides } from './trust-report.js';
import { workFolder } from './work-folder.js';

const { folder } = workFolder('trust');

const referees: readonly Referee[] = ['openssl', 'go'];
const plans = sampledPlans(400, 20_260_303);
const chains = plans.map(makePlannedChain);
const ours = plans.map((plan, index) => judge(plan, chains[index]!));

/** The errors that we find; none when a device would trust the server. */
function judge({ source }: ChainPlan, { chain, anchors, host }: MadeChain): Reasons {
  const read = ({ der }: { readonly der: Uint8Array }) => decodeCertificate(der);
  try {
    const { verdict, issues } = evaluateTrust({
      chain: chain.map(read),
      anchors: anchors.map((anchor) => ({ certificate: read(anchor), source })),
      policy: { kind: 'tls-server', hostname: host },
      at: chainTime,
    });
    return verdict === 'trusted' ? [] : issues.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  } catch (error) {
    if (isProfilewrightError(error)) return [error.code];
    throw error;
  }
}

const asked: Partial<Record<Referee, Promise<readonly Reasons[]>>> = {};

/** Asks a referee once a run, whichever test wants to know. */
function ask(referee: Referee, context: TestContext): Promise<readonly Reasons[]> {
  needReferee(referee, context);
  return (asked[referee] ??=
    referee === 'openssl'
      ? verifyByOpenssl(chains, folder)
      : Promise.resolve(verifyByGo(chains, buildGoVerifier(folder))));
}

function versionOf(referee: Referee): string {
  const { text } = run(referee, ['version'], { cwd: folder });
  return /(?:OpenSSL |go)(\d+\.\d+)/.exec(text)?.[1] ?? 'unknown';
}

type Counts = ReadonlyMap<Disagreement, number>;

/** Which kinds of disagreement explain how many chains, and what nothing explains. */
function compare(referee: Referee, theirs: readonly Reasons[]): { counts: Counts; unexplained: readonly string[] } {
  const counts = new Map<Disagreement, number>();
  const unexplained: string[] = [];
  const version = versionOf(referee);
  for (const [index, plan] of plans.entries()) {
    const [own, other] = [ours[index]!, theirs[index]!];
    if ((own.length === 0) === (other.length === 0)) continue;
    const side = own.length > 0 ? 'ours' : 'theirs';
    const kinds = explain({ plan, referee, version, side, reasons: [...own, ...other] });
    if (kinds === undefined) {
      unexplained.push(
        `${tellPlan(plan)}: we ${own.join(', ') || 'trust'}, ${referee} ${other.join(', ') || 'trusts'}`,
      );
    }
    for (const kind of kinds ?? []) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { counts, unexplained };
}

describe('the chains', () => {
  test('are more than 500, of each twist alone and of several together', () => {
    expect(plans.length).toBeGreaterThanOrEqual(500);
    expect(new Set(plans.flatMap(({ twists }) => twists)).size).toBe(Object.keys(chainTwists).length);
    expect(plans.filter(({ twists }) => twists.length > 1).length).toBeGreaterThan(200);
  });

  test('are trusted or not, in good numbers', () => {
    const trusted = ours.filter((reasons) => reasons.length === 0).length;
    expect(trusted).toBeGreaterThan(plans.length / 4);
    expect(trusted).toBeLessThan((plans.length * 3) / 4);
  });
});

describe.each(referees)('%s', (referee) => {
  test('judges every chain as we do, or differs for a reason that has a name', async (context) => {
    const { unexplained } = compare(referee, await ask(referee, context));
    expect(unexplained).toEqual([]);
  });

  test('differs for each of the reasons that have a name', async (context) => {
    const { counts } = compare(referee, await ask(referee, context));
    // Another version may have changed its mind.
    if (versionOf(referee) !== knownVersions[referee]) return;
    const idle = sides
      .flatMap((side) => disagreements[side])
      .filter(({ referees: of, until }) => of.includes(referee) && until === undefined)
      .filter((kind) => !counts.has(kind));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});

test('docs/trust-referees.md tells each reason, and how often it was met', async (context) => {
  const verdicts = { openssl: await ask('openssl', context), go: await ask('go', context) };
  const counts = { openssl: compare('openssl', verdicts.openssl).counts, go: compare('go', verdicts.go).counts };
  const agreed = (isTrusted: boolean): number =>
    plans.filter((_, index) =>
      [ours, verdicts.openssl, verdicts.go].every((of) => (of[index]!.length === 0) === isTrusted),
    ).length;
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/trust-referees.md'), 'utf8');
  const isKnown = referees.every((referee) => versionOf(referee) === knownVersions[referee]);
  const expected = describeDisagreements({
    counts,
    chains: plans.length,
    trusted: agreed(true),
    refused: agreed(false),
  });
  // With other versions other numbers are right.
  const comparable = (text: string): string => (isKnown ? text : text.replaceAll(/\d+/g, 'n'));
  expect(comparable(page)).toContain(comparable(expected));
});
