import { parse } from 'yaml';
import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { refuseUnknown } from './known-fields.js';

/** Replaces what the key table says about one key: whether it must be there, or its whole schema. */
export interface Override {
  /** Key names behind slashes, from the top of the dictionary: `/A/B`. */
  readonly path: string;
  readonly presence?: 'required' | 'optional';
  readonly schema?: JsonSchemaObject;
}

/** The overrides of one file of `schemas/rules/`. Fails on every field that is not compiled. */
export function readOverrides(name: string, text: string): Override[] {
  const rules: unknown = parse(text);
  if (!Array.isArray(rules)) throw new Error(`${name}: expected a list of rules`);
  return (rules as readonly Readonly<Record<string, unknown>>[]).flatMap((rule, index) => {
    const place = `${name} ${typeof rule['id'] === 'string' ? rule['id'] : String(index)}`;
    refuseUnknown(place, rule, ['id', 'severity', 'note', 'overrides']);
    const overrides = (rule['overrides'] ?? []) as readonly Override[];
    for (const override of overrides) refuseUnknown(`${place} override`, override, ['path', 'presence', 'schema']);
    return overrides;
  });
}

/** The schema with one override applied; a schema may add a key, presence only concerns one that is there. */
export function applyOverride(
  schema: JsonSchemaObject,
  { path, presence, schema: replacement }: Override,
): JsonSchemaObject {
  const [key, ...rest] = path.split('/').slice(1);
  if (key === undefined) throw new Error(`override "${path}": the path names no key`);
  const properties = schema.properties ?? {};
  const present = properties[key];
  if (rest.length > 0) {
    if (typeof present !== 'object') throw new Error(`override "${path}": there is no key "${key}"`);
    const inner = applyOverride(present, { path: `/${rest.join('/')}`, ...defined({ presence, schema: replacement }) });
    return { ...schema, properties: { ...properties, [key]: inner } };
  }
  const required = (schema.required ?? []).filter((name) => presence === undefined || name !== key);
  if (presence === 'required') required.push(key);
  const next = replacement ?? present;
  if (next === undefined) throw new Error(`override "${path}": there is no key "${key}"`);
  return { ...schema, properties: { ...properties, [key]: next }, required };
}

function defined(override: {
  presence: Override['presence'] | undefined;
  schema: JsonSchemaObject | undefined;
}): Omit<Override, 'path'> {
  const { presence, schema } = override;
  return { ...(presence === undefined ? {} : { presence }), ...(schema === undefined ? {} : { schema }) };
}
