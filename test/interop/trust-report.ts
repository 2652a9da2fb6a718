import type { Disagreement, Referee } from './disagreement.js';
import { disagreements, knownVersions, type Side } from './trust-disagreements.js';

export const sides: readonly Side[] = ['ours', 'theirs'];

const titles: Readonly<Record<Side, string>> = {
  ours: 'Refused by us, trusted by a referee',
  theirs: 'Trusted by us, refused by a referee',
};

const programs: Readonly<Record<Referee, string>> = { openssl: 'OpenSSL', go: 'Go' };

export interface TrustReport {
  readonly counts: Readonly<Record<Referee, ReadonlyMap<Disagreement, number>>>;
  readonly chains: number;
  /** By all three. */
  readonly trusted: number;
  readonly refused: number;
}

/** The part of docs/trust-referees.md that the test can tell. */
export function describeDisagreements({ counts, chains, trusted, refused }: TrustReport): string {
  const versions = `OpenSSL ${knownVersions.openssl} and Go ${knownVersions.go}`;
  const split = chains - trusted - refused;
  const summary = `With ${versions}, of ${chains} chains all three trust ${trusted} and refuse ${refused}; about ${split} they differ.`;
  const sections = sides.map((side) => {
    const lines = disagreements[side].map((kind) => `- \`${kind.name}\` (${countsOf(kind, counts)}): ${kind.why}`);
    return `## ${titles[side]}\n\n${lines.join('\n')}\n`;
  });
  return [`${summary}\n`, ...sections].join('\n');
}

function countsOf(kind: Disagreement, counts: TrustReport['counts']): string {
  return kind.referees
    .map((referee) => {
      const since = kind.until === undefined ? String(counts[referee].get(kind) ?? 0) : `before ${kind.until}`;
      return `${programs[referee]} ${since}`;
    })
    .join(', ');
}
