import type { JsonSchemaObject } from './json-schema.js';

/** What Apple says about one system: introduced, deprecated, supervised ... */
export type SystemFacts = Readonly<Record<string, unknown>>;

/** The facts by system. */
export type Systems = Readonly<Record<string, SystemFacts>>;

/** What a schema says about the systems that it is for. */
export function systemsOf(schema: JsonSchemaObject): Systems {
  return (schema['x-apple']?.['supportedOS'] ?? {}) as Systems;
}

/** A key is for the systems of the dictionary around it, where it does not say otherwise. */
export function overlaySystems(own: Systems, around: Systems): Systems {
  const names = [...new Set([...Object.keys(around), ...Object.keys(own)])];
  return Object.fromEntries(names.map((system) => [system, { ...around[system], ...own[system] }]));
}

/** The systems that it is there for. */
export function presentSystems(systems: Systems): Systems {
  return Object.fromEntries(Object.entries(systems).filter(([, { introduced }]) => introduced !== 'n/a'));
}
