import { types } from 'node:util';

/**
 * The watch over secrets for the length of a worker: whatever a test gives as a password, and whatever stands in a profile
 * at a key that says so, must be in no error, no issue and no report. `instrument-source.ts` puts it around the doors
 * through which secrets come in and texts go out, so that every test of the suite is a test of this too.
 */

/** Shorter ones stand in many a text by chance. */
const MIN_LENGTH = 7;
/** The newest of them, so that a property with a thousand passwords stays quick. */
const MAX_SECRETS = 100;
const MAX_DEPTH = 12;

/** Names of options and keys whose text is a secret; said here once more, because the product's own list is what is tested. */
const secretName = /(pass(word|wd|phrase)|secret|challenge|psk|privatekey)$/i;
/** What redaction writes in the place of a secret. */
const REDACTED = '[secret]';
/**
 * Words and names, which properties put at any key, and which messages use for other things. A secret that is to be watched
 * has a digit, a dash or a space.
 */
const word = /^[\p{L}._]+$/u;

const secrets = new Set<string>();
const excused = new Set<unknown>();
const leaks: string[] = [];

/** Remembers the secrets among options, or in a property list. */
export function noteSecrets(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > MAX_DEPTH) return;
  // What is computed may be computed once only, and counts who asks.
  if (types.isProxy(value)) return;
  for (const [name, { value: item }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (typeof item !== 'string') noteSecrets(item, depth + 1);
    else if (secretName.test(name)) noteSecret(item);
    else noteKey(item);
  }
}

/** The first lines of a private key stand for all of it. */
function noteKey(text: string): void {
  if (!text.includes('PRIVATE KEY-----')) return;
  for (const line of text.split(/\r?\n/).slice(1, 3)) noteSecret(line);
}

function noteSecret(text: string): void {
  if (text.length < MIN_LENGTH || text === REDACTED || word.test(text) || excused.has(text)) return;
  secrets.delete(text);
  secrets.add(text);
  const [oldest] = secrets;
  if (secrets.size > MAX_SECRETS && oldest !== undefined) secrets.delete(oldest);
}

/** Looks for the secrets in a text, an error with its causes, an issue, or what a report is made of. */
export function searchSecrets(place: string, value: unknown): void {
  if (secrets.size === 0) return;
  for (const text of textsOf(value, 0)) {
    for (const secret of secrets) {
      if (text.includes(secret))
        leaks.push(`${place} shows the secret ${JSON.stringify(secret)}: ${text.slice(0, 500)}`);
    }
  }
}

/** Values of Apple's schema, which a property may write where a secret belongs, and which messages name. */
export function excuseValues(values: Iterable<unknown>): void {
  for (const value of values) excused.add(value);
}

/** Forgets the secrets of one file, whose words may be no secrets in the next. */
export function forgetSecrets(): void {
  secrets.clear();
  excused.clear();
}

/** What was found since the last call. */
export function takeLeaks(): readonly string[] {
  return leaks.splice(0);
}

function* textsOf(value: unknown, depth: number): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value === 'function' || typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  if (ArrayBuffer.isView(value)) {
    yield Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString();
    return;
  }
  if (value instanceof Error) yield* [value.message, value.stack ?? ''];
  const own: unknown[] = value instanceof Map ? [...value].flat() : Object.entries(value).flat();
  for (const item of value instanceof Error ? [...own, value.cause] : own) yield* textsOf(item, depth + 1);
}

type Callable = (...args: never[]) => unknown;

/** A function whose arguments hold secrets. */
export function watchInput<Inner extends Callable>(inner: Inner): Inner {
  return new Proxy(inner, {
    apply(target, self, args: unknown[]) {
      for (const argument of args) noteSecrets(argument);
      return Reflect.apply<unknown, never[], unknown>(target, self, args as never[]);
    },
  });
}

/** A function whose result, or error, is shown to people. */
export function watchOutput<Inner extends Callable>(place: string, inner: Inner): Inner {
  return new Proxy(inner, {
    apply(target, self, args) {
      try {
        const result: unknown = Reflect.apply(target, self, args);
        searchSecrets(place, result);
        return result;
      } catch (error) {
        searchSecrets(place, error);
        throw error;
      }
    },
  });
}

/** A class of errors. */
export function watchErrors<Inner extends new (...args: never[]) => Error>(inner: Inner): Inner {
  const watched: Inner = new Proxy(inner, {
    construct(target, args: never[], newTarget) {
      const made: unknown = Reflect.construct(target, args, newTarget === watched ? target : newTarget);
      const error = made as Error;
      searchSecrets(error.name, error);
      return error;
    },
  });
  return watched;
}
