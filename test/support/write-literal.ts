/** A property list value as a literal of TypeScript; real numbers are made by `real`, what no property list holds is a symbol. */
export function writeLiteral(value: unknown): string {
  if (value instanceof Uint8Array) return `new Uint8Array([${value.join()}])`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (typeof value === 'symbol') return 'Symbol()';
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('toJSON' in value) return `real(${Number(value)})`;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}:${writeLiteral(inner)}`)
    .join()}}`;
}
