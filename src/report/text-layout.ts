import { escapeText } from '../diagnostics/escape-text.js';

/** A line of a tree with the lines below it. */
export interface TreeNode {
  readonly text: string;
  readonly children?: readonly TreeNode[];
}

/** Draws a tree with box characters, one node a line. */
export function drawTree({ text, children = [] }: TreeNode): string {
  return [text, ...drawChildren(children, '')].join('\n');
}

function drawChildren(nodes: readonly TreeNode[], margin: string): string[] {
  return nodes.flatMap(({ text, children = [] }, index) => {
    const isLast = index === nodes.length - 1;
    const below = drawChildren(children, `${margin}${isLast ? '   ' : '│  '}`);
    return [`${margin}${isLast ? '└─' : '├─'} ${text}`, ...below];
  });
}

/** Labels in one column, values in the next, fit for a terminal; rows without a value, or with an empty one, are left out. */
export function alignRows(rows: readonly (readonly [label: string, value: string | undefined])[]): string[] {
  const shown = rows.flatMap(([label, value = '']) => (value === '' ? [] : [[label, value] as const]));
  const width = Math.max(0, ...shown.map(([label]) => label.length));
  return shown.map(([label, value]) => `${label.padEnd(width)}  ${escapeText(value, 300)}`);
}

/** Cells in columns, fit for a terminal; what does not fit into `width` is wrapped within the last column. */
export function alignColumns(rows: readonly (readonly string[])[], width = 120): string[] {
  const shown = rows.map((row) => row.map((cell) => escapeText(cell, 10_000)));
  const columns = Math.max(0, ...shown.map((row) => row.length)) - 1;
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.max(0, ...shown.map((row) => row[index]?.length ?? 0)),
  );
  const left = widths.reduce((sum, column) => sum + column + 2, 0);
  return shown.flatMap((row) => {
    const start = widths.map((column, index) => `${(row[index] ?? '').padEnd(column)}  `).join('');
    const lines = wrapWords(row[columns] ?? '', Math.max(40, width - left));
    return lines.map((line, index) => `${index === 0 ? start : ' '.repeat(left)}${line}`.trimEnd());
  });
}

/** The words of a text on lines of `width` characters; a word that is longer has a line of its own. */
function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** The lines, each moved to the right. */
export function indentLines(lines: readonly string[], margin = '  '): string[] {
  return lines.map((line) => `${margin}${line}`);
}

/** The day of an ISO 8601 time. */
export function day(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length);
}

/** The lines of a text on one line. */
export function oneLine(text: string | undefined): string | undefined {
  const lines = text?.split(/[\r\n]+/).map((line) => line.trim());
  return lines?.filter((line) => line !== '').join(' ');
}

/** `1 payload`, `2 payloads`. */
export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** What stands there more than once stands there once, with how often it did. */
export function tally(texts: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].map(([text, number]) => (number === 1 ? text : `${text} (${String(number)} times)`));
}

/** Text of a file, in double quotes, fit for a terminal. */
export function quote(text: string, maxLength = 100): string {
  return `"${escapeText(text, maxLength)}"`;
}
