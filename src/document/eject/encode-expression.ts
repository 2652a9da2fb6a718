import { PlistReal } from '../../plist/value.js';
import type { Entry, Expression, Scalar } from './expression.js';

const MAX_WIDTH = 100;

/**
 * The text of an expression. Nothing in it comes from a profile but literals: a text is a literal in quotes, of which
 * every character that could end it, or that is not seen, is written as an escape.
 *
 * @param column how much of the line is taken
 */
export function encodeExpression(expression: Expression, indent = '', column: number = indent.length): string {
  if (expression.kind === 'list') {
    return encodeGroup(expression.items.map(encodePart), { open: '[', close: ']', space: '', indent, column });
  }
  if (expression.kind === 'object') {
    return encodeGroup(expression.entries.map(encodeEntry), { open: '{', close: '}', space: ' ', indent, column });
  }
  if (expression.kind === 'file') return encodeFile(expression.name, expression.value);
  if (expression.kind === 'raw') return `${expression.name}.raw`;
  return expression.kind === 'variable' ? expression.name : encodeScalar(expression.value);
}

/** A call on one line when it fits, else with its last argument, or with every argument, on lines of its own. */
export function encodeCall(callee: string, parts: readonly Expression[], indent = ''): string {
  const column = indent.length + callee.length;
  const [last, ...others] = [...parts].reverse();
  const isHugged = last?.kind === 'object' && others.every(({ kind }) => kind !== 'object' && kind !== 'list');
  const head = `${callee}(${others
    .reverse()
    .map((part) => `${encodeExpression(part)}, `)
    .join('')}`;
  if (!isHugged || indent.length + head.length > MAX_WIDTH)
    return callee + encodeGroup(parts.map(encodePart), { open: '(', close: ')', space: '', indent, column });
  return `${head}${encodeExpression(last, indent, indent.length + head.length + 1)})`;
}

/** Something that fits on the rest of a line, or on lines of its own. */
type Part = (indent: string, column: number) => string;

interface Group {
  readonly open: string;
  readonly close: string;
  readonly space: string;
  readonly indent: string;
  readonly column: number;
}

const encodePart =
  (expression: Expression): Part =>
  (indent, column) =>
    encodeExpression(expression, indent, column);

const encodeEntry =
  ([key, value]: Entry): Part =>
  (indent, column) => {
    const name = encodeKey(key);
    return `${name}: ${encodeExpression(value, indent, column + name.length + 2)}`;
  };

function encodeGroup(parts: readonly Part[], { open, close, space, indent, column }: Group): string {
  if (parts.length === 0) return `${open}${close}`;
  const inner = `${indent}  `;
  const texts = parts.map((part) => part(inner, inner.length));
  const flat = `${open}${space}${texts.join(', ')}${space}${close}`;
  if (column + flat.length <= MAX_WIDTH && !flat.includes('\n')) return flat;
  return `${open}\n${texts.map((text) => `${inner}${text},\n`).join('')}${indent}${close}`;
}

/** A key named `__proto__` would otherwise set the prototype. */
function encodeKey(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : encodeText(key);
}

function encodeScalar(value: Scalar): string {
  if (typeof value === 'string') return encodeText(value);
  if (typeof value === 'bigint') return `${String(value)}n`;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof PlistReal) return `real(${numberText(value.value)})`;
  if (value instanceof Date) return `new Date('${dateText(value)}')`;
  return `Buffer.from('${Buffer.from(value).toString('base64')}', 'base64')`;
}

/** Whatever may deceive a reader, an editor or a terminal: controls, separators, what is unassigned, private or half of a pair. */
const hidden = /[\p{C}\p{Zl}\p{Zp}]/u;
const short: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** In the quotes that do not stand in it; where both kinds do, the single ones are escaped. */
function encodeText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const characters = Array.from(text, (character) => {
    const escape = character === quote ? `\\${quote}` : short[character];
    if (escape !== undefined) return escape;
    return hidden.test(character) ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : character;
  });
  return `${quote}${characters.join('')}${quote}`;
}

/** Reading a file, by the type of what stands in it; {@link fileBytes} writes it. */
function encodeFile(name: string, value: Scalar): string {
  const url = `new URL(${encodeText(`./${name}`)}, import.meta.url)`;
  if (value instanceof Uint8Array) return `readFileSync(${url})`;
  const text = `readFileSync(${url}, 'utf8')`;
  if (typeof value === 'string') return text;
  if (typeof value === 'boolean') return `${text} === 'true'`;
  if (typeof value === 'bigint') return `BigInt(${text})`;
  if (typeof value === 'number') return `Number(${text})`;
  return value instanceof PlistReal ? `real(Number(${text}))` : `new Date(${text})`;
}

/** A value as it stands in a file of its own. */
export function fileBytes(value: Scalar): Uint8Array {
  return value instanceof Uint8Array ? value : new TextEncoder().encode(fileText(value));
}

function fileText(value: Exclude<Scalar, Uint8Array>): string {
  if (value instanceof PlistReal) return numberText(value.value);
  if (value instanceof Date) return dateText(value);
  return typeof value === 'number' ? numberText(value) : String(value);
}

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
const dateText = (value: Date): string => value.toISOString().replace('.000Z', 'Z');
