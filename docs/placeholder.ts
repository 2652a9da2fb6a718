/**
 * Stands for the details of an error or issue in its message: whatever a message reads from it prints as the name that
 * was read, in angle quotes, and a list prints as one such name.
 */
export function placeholder(name = ''): never {
  const shown = (): string => `‹${name}›`;
  const list = (): unknown[] => [placeholder(name)];
  const known: Record<string | symbol, unknown> = {
    [Symbol.toPrimitive]: shown,
    [Symbol.iterator]: () => list()[Symbol.iterator](),
    toString: shown,
    toISOString: shown,
    join: shown,
    slice: shown,
    toFixed: shown,
    length: 2,
    map: (step: (item: unknown, index: number) => unknown) => list().map(step),
    filter: list,
    find: () => undefined,
    includes: () => false,
  };
  return new Proxy(known, {
    get: (target, key) => {
      if (Reflect.has(target, key) && key !== 'constructor') return target[key];
      return typeof key === 'string' ? placeholder(key) : undefined;
    },
    // What a message spreads is the place: `({ reason, ...place })`.
    ownKeys: () => ['line', 'column'],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }) as never;
}
