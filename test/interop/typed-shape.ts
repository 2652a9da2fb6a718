import { PlistReal } from '../../src/plist/value.js';

/** A value with its type, as both sides write it: JSON alone would not tell data from text or a real from an integer. */
export type Shape = readonly [type: string, value: unknown];

export function shapeOf(value: unknown): Shape {
  if (value instanceof PlistReal) return ['real', realOf(value.value)];
  if (value instanceof Date) return ['date', value.toISOString().slice(0, 19)];
  if (value instanceof Uint8Array) return ['data', Buffer.from(value).toString('hex')];
  if (Array.isArray(value)) return ['array', value.map(shapeOf)];
  if (typeof value === 'object' && value !== null)
    return ['dictionary', Object.entries(value).map(([key, item]) => [key, shapeOf(item)])];
  if (typeof value === 'number' && !Number.isInteger(value)) return ['real', value];
  return typeof value === 'number' || typeof value === 'bigint' ? ['integer', String(value)] : [typeof value, value];
}

/** JSON has no infinities. */
function realOf(value: number): unknown {
  return Number.isFinite(value) ? value : String(value).toLowerCase();
}

/** The same with the keys in the order that objects of JavaScript have: those that look like an index come first. */
export function inObjectOrder([type, value]: Shape): Shape {
  if (type === 'array') return [type, (value as Shape[]).map(inObjectOrder)];
  if (type !== 'dictionary') return [type, value];
  const entries = (value as [string, Shape][]).map(([key, item]) => [key, inObjectOrder(item)]);
  return [type, Object.entries(Object.fromEntries(entries) as object)];
}
