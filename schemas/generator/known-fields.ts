/** Fails when `value` is no object or has a field that is not in `known`: nothing of Apple's is passed over in silence. */
export function refuseUnknown(place: string, value: unknown, known: readonly string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${place}: expected a mapping`);
  }
  const unknown = Object.keys(value).filter((field) => !known.includes(field));
  if (unknown.length > 0) throw new Error(`${place}: unknown field ${unknown.map((field) => `"${field}"`).join(', ')}`);
}
