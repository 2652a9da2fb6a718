/** What a property list may at most hold; every limit is checked before the work. Zero means zero. */
export interface PlistLimits {
  /** Bytes (characters of a text): 64 MiB unless given. When writing, the texts and the base64 of the data are counted. */
  readonly maxBytes?: number;
  /** Arrays and dictionaries inside each other: 64 unless given, 512 at most. */
  readonly maxDepth?: number;
  /** Values and keys in all: 500,000 unless given. */
  readonly maxNodes?: number;
  /** UTF-16 code units of one `<string>` or `<key>`: 16 Mi unless given. */
  readonly maxStringLength?: number;
}

const defaultLimits: Required<PlistLimits> = {
  maxBytes: 64 * 1024 * 1024,
  maxDepth: 64,
  maxNodes: 500_000,
  maxStringLength: 16 * 1024 * 1024,
};

/** The stack holds this much and more, also that of the plist library when it writes. */
const HARD_MAX_DEPTH = 512;

/**
 * The limits with the defaults where none are given.
 *
 * @throws TypeError for a limit that is no whole number, which would limit nothing, or has no such name
 */
export function completeLimits(limits: PlistLimits): Required<PlistLimits> {
  if (typeof (limits as unknown) !== 'object' || (limits as unknown) === null) {
    throw new TypeError('limits must be an object');
  }
  const complete = { ...defaultLimits };
  for (const [name, limit] of Object.entries(limits) as [string, unknown][]) {
    if (!isLimitName(name)) throw new TypeError(`limits.${name} is not known`);
    if (limit === undefined) continue;
    if (typeof limit !== 'number' || !Number.isSafeInteger(limit) || limit < 0) {
      throw new TypeError(`limits.${name} must be a whole number, 0 or more`);
    }
    complete[name] = limit;
  }
  if (complete.maxDepth > HARD_MAX_DEPTH) {
    throw new TypeError(`limits.maxDepth must be at most ${String(HARD_MAX_DEPTH)}`);
  }
  return complete;
}

function isLimitName(name: string): name is keyof PlistLimits {
  return Object.hasOwn(defaultLimits, name);
}
