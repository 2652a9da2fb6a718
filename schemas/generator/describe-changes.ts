import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { listFacts, type KeyFacts } from './key-facts.js';

/**
 * What changes from one set of schemas to another, by file name, as lines to be read: payload types and keys that come and
 * go, and what is said otherwise about those that stay.
 */
export function describeChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const names = [...before.keys(), ...after.keys()].map((file) => file.replace(/\.schema\.json$/, ''));
  const sections = [...new Set(names)].sort().flatMap((type) => {
    const [old, now] = [before, after].map((files) => factsOf(files.get(`${type}.schema.json`)));
    if (old === undefined) return [[`${type}: added${availability(now?.get(''))}`]];
    if (now === undefined) return [[`${type}: removed`]];
    const lines = [...describeKeys(old, now)];
    return lines.length === 0 ? [] : [[type, ...lines.map((line) => `  ${line}`)]];
  });
  if (sections.length === 0) return ['no difference'];
  return sections.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function factsOf(text: string | undefined): Map<string, KeyFacts> | undefined {
  return text === undefined ? undefined : listFacts(JSON.parse(text) as JsonSchemaObject);
}

function* describeKeys(before: ReadonlyMap<string, KeyFacts>, after: ReadonlyMap<string, KeyFacts>): Generator<string> {
  for (const [path, facts] of after) {
    const old = before.get(path);
    if (old !== undefined) {
      for (const change of describeFacts(old, facts)) yield path === '' ? change : `${path}: ${change}`;
    } else if (isTopmost(path, before)) yield `${path}: added, ${describeKey(facts)}${availability(facts)}`;
  }
  for (const path of before.keys()) if (!after.has(path) && isTopmost(path, after)) yield `${path}: removed`;
}

/** What stands under a key that came or went came or went with it. */
function isTopmost(path: string, others: ReadonlyMap<string, KeyFacts>): boolean {
  return others.has(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
}

function describeKey({ type, presence, values, details }: KeyFacts): string {
  const listed = values === undefined ? [] : [`one of ${values.join(', ')}`];
  const others = [...details].map(([name, detail]) => `${name} ${detail}`);
  return [presence, type, ...listed, ...others].filter((part) => part !== '').join(', ');
}

function availability(facts: KeyFacts | undefined): string {
  const systems = [...(facts?.systems ?? [])].flatMap(([fact, version]) => {
    const [system = '', name] = fact.split(' ');
    return name === 'introduced' && version !== 'n/a' ? [`${system} ${version}`] : [];
  });
  return systems.length === 0 ? '' : ` (${systems.join(', ')})`;
}

function* describeFacts(before: KeyFacts, after: KeyFacts): Generator<string> {
  if (before.type !== after.type) yield `${after.type}, was ${before.type}`;
  if (before.presence !== after.presence) yield `now ${after.presence}`;
  const [old, now] = [before.values ?? [], after.values ?? []];
  const come = now.filter((value) => !old.includes(value));
  const gone = old.filter((value) => !now.includes(value));
  if (before.values === undefined && after.values !== undefined) yield `now only one of ${now.join(', ')}`;
  else if (after.values === undefined && before.values !== undefined) yield `no longer only one of ${old.join(', ')}`;
  else {
    if (come.length > 0) yield `now allows ${come.join(', ')}`;
    if (gone.length > 0) yield `no longer allows ${gone.join(', ')}`;
  }
  yield* describeDetails(before.details, after.details);
  yield* describeSystems(before.systems, after.systems);
}

function* describeDetails(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Generator<string> {
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(name), after.get(name)];
    if (old !== now) yield `${name} ${now ?? 'none'}, was ${old ?? 'none'}`;
  }
}

/** `deprecated in iOS 18.0`; what else is said about a system is shown as it stands. */
function* describeSystems(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Generator<string> {
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === now) continue;
    const [system = '', ...fact] = name.split(' ');
    const isVersion = ['introduced', 'deprecated', 'removed'].includes(fact.join(' '));
    if (isVersion && now !== undefined && now !== 'n/a') {
      yield `${fact.join(' ')} in ${system} ${now}${old === undefined ? '' : `, was ${old}`}`;
    } else if (isVersion) yield `${now === undefined ? `no longer ${fact.join(' ')} in` : 'not for'} ${system}`;
    else yield `${name} ${now ?? 'unsaid'}, was ${old ?? 'unsaid'}`;
  }
}
