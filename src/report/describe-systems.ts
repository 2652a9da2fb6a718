import type { Platform } from '../device/platform.js';
import type { SystemFacts, Systems } from '../schema/supported-systems.js';

/** The systems in the order in which they stand in a table. */
export const systemNames: readonly Platform[] = ['iOS', 'macOS', 'tvOS', 'visionOS', 'watchOS'];

type SystemEntries = readonly (readonly [system: string, facts: SystemFacts])[];

/** On which systems a key or payload is there, and what must hold for it: phrases such as `since iOS 11.0, macOS 10.13`. */
export function describeSystems(systems: Systems): string[] {
  return [...describeVersions(systems), ...describeDemands(Object.entries(systems))];
}

/** On which systems a key or payload is there, and since when. */
export function describeVersions(systems: Systems): string[] {
  const entries = Object.entries(systems);
  const introduced = (word: string): string[] =>
    entries.filter(([, facts]) => facts['introduced'] === word).map(([system]) => system);
  const versions = (fact: string): string[] =>
    entries.flatMap(([system, facts]) => {
      const version = facts[fact];
      return typeof version !== 'string' || !/^\d/.test(version) ? [] : [`${system} ${version}`];
    });
  return [
    ...phrase('since', versions('introduced')),
    ...phrase('on every version of', introduced('all')),
    ...phrase('not for', introduced('n/a')),
    ...phrase('deprecated in', versions('deprecated')),
    ...phrase('removed in', versions('removed')),
  ];
}

/** What must hold on a device before it takes the key. */
const demands: readonly (readonly [fact: string, value: boolean, words: string])[] = [
  ['supervised', true, 'needs supervision on'],
  ['supervised', false, 'needs no supervision on'],
  ['requiresdep', true, 'needs automated enrolment on'],
  ['userapprovedmdm', true, 'needs user-approved MDM on'],
  ['allowmanualinstall', false, 'not to be installed by hand on'],
  ['multiple', false, 'only in one payload on'],
  ['devicechannel', false, 'not in the device channel on'],
  ['userchannel', false, 'not in the user channel on'],
];

function describeDemands(entries: SystemEntries): string[] {
  const such = (holds: (facts: SystemFacts) => boolean): string[] =>
    entries.filter(([, facts]) => facts['introduced'] !== 'n/a' && holds(facts)).map(([system]) => system);
  const modes = (fact: string): string[] => [...new Set(entries.flatMap(([, facts]) => modeOf(facts, fact) ?? []))];
  // That supervision is not needed is worth a word only beside a system where it is.
  const isNews = (fact: string, value: boolean): boolean =>
    fact !== 'supervised' || value || entries.some(([, facts]) => facts['supervised'] === true);
  return [
    ...demands
      .filter(([fact, value]) => isNews(fact, value))
      .flatMap(([fact, value, words]) =>
        phrase(
          words,
          such((facts) => facts[fact] === value),
        ),
      ),
    ...modes('userenrollment').flatMap((mode) =>
      phrase(
        `user enrolment: ${mode} on`,
        such((facts) => modeOf(facts, 'userenrollment') === mode),
      ),
    ),
    ...modes('sharedipad').map((mode) => `Shared iPad: ${mode}`),
  ];
}

function modeOf(facts: SystemFacts, fact: string): string | undefined {
  const mode = (facts[fact] as SystemFacts | undefined)?.['mode'];
  return typeof mode === 'string' ? mode : undefined;
}

function phrase(words: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${words} ${parts.join(', ')}`];
}

/** What is known of a key or payload, one column a system. */
export interface SystemTable {
  readonly systems: readonly string[];
  readonly rows: readonly (readonly [label: string, ...cells: string[]])[];
}

type Cell = (facts: SystemFacts) => string;

const version =
  (fact: string): Cell =>
  ({ [fact]: text }) =>
    text === 'n/a' ? 'never' : text === 'all' ? 'always' : typeof text === 'string' ? text : '';

/** Since when, and until when, by system in the order of `systemNames`: `10.7`, `10.7, removed in 27.0`, or nothing. */
export function describeLifetimes(systems: Systems): string[] {
  return systemNames.map((system) => describeLifetime(systems[system] ?? {}));
}

function describeLifetime(facts: SystemFacts): string {
  const { introduced, deprecated, removed } = facts;
  if (introduced === 'n/a') return '';
  const end = removed === undefined ? ['deprecated in', deprecated] : ['removed in', removed];
  return [version('introduced')(facts), ...(end[1] === undefined ? [] : [end.join(' ')])].join(', ');
}

const word =
  (fact: string, yes: string, no: string): Cell =>
  (facts) =>
    facts[fact] === true ? yes : facts[fact] === false ? no : '';

const channels: Cell = (facts) => {
  const [device, user] = [facts['devicechannel'], facts['userchannel']];
  if (device === undefined && user === undefined) return '';
  if (device === true) return user === true ? 'device and user' : 'device';
  return user === true ? 'user' : 'none';
};

const sharedIPad: Cell = (facts) => {
  const mode = modeOf(facts, 'sharedipad');
  const channel = channels((facts['sharedipad'] ?? {}) as SystemFacts);
  return [mode ?? '', ...(channel === '' ? [] : [`(${channel})`])].join(' ');
};

const rows: readonly (readonly [label: string, cell: Cell])[] = [
  ['since', version('introduced')],
  ['deprecated in', version('deprecated')],
  ['removed in', version('removed')],
  ['installed by hand', word('allowmanualinstall', 'yes', 'no')],
  ['several payloads', word('multiple', 'yes', 'no')],
  ['supervision', word('supervised', 'needed', 'not needed')],
  ['automated enrolment', word('requiresdep', 'needed', 'not needed')],
  ['user-approved MDM', word('userapprovedmdm', 'needed', 'not needed')],
  ['channel', channels],
  ['user enrolment', (facts) => modeOf(facts, 'userenrollment') ?? ''],
  ['Shared iPad', sharedIPad],
];

/** The facts as a table. A row that says nothing, or only that nothing is needed, is left out. */
export function tabulateSystems(systems: Systems): SystemTable {
  const names = Object.keys(systems);
  const filled = rows.map(([label, cell]) => {
    const cells = names.map((system) => {
      const facts = systems[system] ?? {};
      return facts['introduced'] === 'n/a' && label !== 'since' ? '' : cell(facts);
    });
    return [label, ...cells] as const;
  });
  const silent = new Set(['', 'not needed']);
  return { systems: names, rows: filled.filter(([, ...cells]) => cells.some((text) => !silent.has(text))) };
}
