import { isDeepStrictEqual } from 'node:util';
import type { SupportedOS } from './apple-file.js';

type Facts = Readonly<Record<string, unknown>>;

/** Of two facts the one that allows more: a payload is allowed where one of its files is. */
const looser: Readonly<Record<string, (a: unknown, b: unknown) => unknown>> = {
  introduced: (a, b) => (b === 'n/a' || (a !== 'n/a' && compareVersions(a, b) <= 0) ? a : b),
  multiple: (a, b) => a === true || b === true,
  devicechannel: (a, b) => a === true || b === true,
  userchannel: (a, b) => a === true || b === true,
  allowmanualinstall: (a, b) => a === true || b === true,
  supervised: (a, b) => a === true && b === true,
  requiresdep: (a, b) => a === true && b === true,
  userapprovedmdm: (a, b) => a === true && b === true,
};

/** The systems that a payload of several files is for. */
export function mergeSupportedOS(all: readonly SupportedOS[]): SupportedOS {
  const systems = [...new Set(all.flatMap((one) => Object.keys(one)))];
  return Object.fromEntries(
    systems.map((system) => {
      const facts = all.flatMap((one): Facts[] => (one[system] === undefined ? [] : [one[system]]));
      return [system, facts.reduce((a, b) => mergeFacts(system, a, b))];
    }),
  );
}

function mergeFacts(system: string, a: Facts, b: Facts): Facts {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => {
      if (isDeepStrictEqual(a[name], b[name]) || !(name in b)) return [name, a[name]];
      if (!(name in a)) return [name, b[name]];
      const choose = looser[name];
      if (choose === undefined) throw new Error(`files of one payload type disagree about ${system} ${name}`);
      return [name, choose(a[name], b[name])];
    }),
  );
}

/** What one file says and the merged facts do not: its keys keep it. */
export function divergingFacts(own: SupportedOS, merged: SupportedOS): SupportedOS {
  const systems = Object.entries(own).map(([system, facts]) => {
    const diverging = Object.entries(facts).filter(([name, fact]) => !isDeepStrictEqual(merged[system]?.[name], fact));
    return [system, Object.fromEntries(diverging)] as const;
  });
  return Object.fromEntries(systems.filter(([, facts]) => Object.keys(facts).length > 0));
}

function compareVersions(a: unknown, b: unknown): number {
  const [left, right] = [a, b].map((version) => String(version).split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
