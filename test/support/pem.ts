/** How a PEM block is written; by default as RFC 7468 wants it. */
export interface PemOptions {
  readonly eol?: '\n' | '\r\n' | '\r';
  /** Text in front of and behind the block, written as it is. */
  readonly before?: string;
  readonly after?: string;
  /** Characters of base64 a line; Infinity for one line. */
  readonly width?: number;
  /** Written in front of each line. */
  readonly indent?: string;
  /** Written at the end of each line. */
  readonly trailing?: string;
  /** Another label at the END line; null for no such line. */
  readonly end?: string | null;
  /** Lines of headers behind the BEGIN line, as in RFC 1421. */
  readonly headers?: readonly string[];
}

/** One PEM block: `pem('CERTIFICATE', der, { eol: '\r\n', before: 'subject=CN = Lab\r\n' })`. */
export function pem(label: string, der: Uint8Array, options: PemOptions = {}): string {
  const { eol = '\n', before = '', after = '', width = 64, indent = '', trailing = '', end = label } = options;
  const base64 = Buffer.from(der).toString('base64');
  const body: string[] = [];
  for (let start = 0; start < base64.length; start += width) body.push(base64.slice(start, start + width));
  const headers = options.headers === undefined ? [] : [...options.headers, ''];
  const lines = [`-----BEGIN ${label}-----`, ...headers, ...body, ...(end === null ? [] : [`-----END ${end}-----`])];
  return before + lines.map((line) => `${indent}${line}${trailing}${eol}`).join('') + after;
}

/** Several certificates (or anything with `pem`) one after another. */
export const pemBundle = (...parts: readonly { readonly pem: string }[]): string =>
  parts.map((part) => part.pem).join('');

/** An armour whose body is no DER: for formats that only look like PEM. */
export const armour = (label: string, body: string): string =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
