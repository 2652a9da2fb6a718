import { escapeText } from '../diagnostics/escape-text.js';

/** `pointer` extended by one key or index (RFC 6901); control characters in the key are escaped for messages, long keys cut. */
export function joinPointer(pointer: string, key: string | number): string {
  if (typeof key === 'number') return `${pointer}/${String(key)}`;
  if (/^[\w.-]{1,80}$/.test(key)) return `${pointer}/${key}`;
  return `${pointer}/${escapeText(key, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The keys and indexes of a JSON pointer. */
export function splitPointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `pointer` extended by one key or index, whole and unescaped but for RFC 6901: to find the value again, not to be printed. */
export function extendPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
