import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import type { AppleKey } from './apple-file.js';
import { refuseUnknown } from './known-fields.js';

/** What `rangelist`, `range` and `format` demand of the value. A list beside a range means either of them. */
export function constrainValue(where: string, key: AppleKey): JsonSchemaObject {
  const list = readList(where, key);
  const range = readRange(where, key);
  const pattern = readPattern(where, key);
  if (list === undefined || range === undefined) return { ...list, ...range, ...pattern };
  return { anyOf: [list, range], ...pattern };
}

const listed: Readonly<Record<string, (value: unknown) => boolean>> = {
  '<string>': (value) => typeof value === 'string',
  '<integer>': (value) => Number.isSafeInteger(value),
  '<real>': (value) => Number.isFinite(value),
};

function readList(where: string, { type, rangelist }: AppleKey): JsonSchemaObject | undefined {
  if (rangelist === undefined) return undefined;
  const fits = listed[type];
  if (fits === undefined) throw new Error(`${where}: a ${type} with rangelist`);
  const odd = rangelist.find((value) => !fits(value));
  if (odd !== undefined) throw new Error(`${where}: rangelist has ${JSON.stringify(odd)}, which is no ${type}`);
  // Apple lists a few values twice; JSON Schema wants them unique.
  return { enum: [...new Set(rangelist)] };
}

function readRange(where: string, { type, range }: AppleKey): JsonSchemaObject | undefined {
  if (range === undefined) return undefined;
  refuseUnknown(`${where} range`, range, ['min', 'max']);
  if (type !== '<integer>' && type !== '<real>') throw new Error(`${where}: a ${type} with range`);
  const { min, max } = range;
  for (const limit of [min, max]) {
    if (limit !== undefined && !Number.isFinite(limit)) throw new Error(`${where}: ${String(limit)} is no limit`);
  }
  return { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
}

function readPattern(where: string, { type, format }: AppleKey): JsonSchemaObject {
  if (format === undefined) return {};
  if (type !== '<string>') throw new Error(`${where}: a ${type} with format`);
  try {
    new RegExp(format, 'u');
  } catch {
    throw new Error(`${where}: ${format} is no regular expression`);
  }
  return { pattern: format };
}
