import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** The pages whose code, output and tables are held to what they say. */
export const documentedPages = [
  'README.md',
  'docs/guides/trust-a-root.md',
  'docs/guides/installed-but-not-trusted.md',
  'docs/guides/sign-with-any-key.md',
  'docs/guides/identities-in-pkcs12.md',
  'docs/guides/compare-and-edit.md',
  'docs/guides/from-a-profile-to-a-program.md',
  'docs/guides/encrypt-for-a-device.md',
  'docs/guides/certificates-that-other-payloads-use.md',
  'docs/guides/typed-helpers.md',
  'docs/typed-payloads.md',
];

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** The line of its fence, counted from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** One row of a table about what is refused. */
export interface Refusal {
  readonly page: string;
  readonly what: string;
  readonly code: string;
}

export function readBlocks(page: string): Block[] {
  const lines = readFileSync(join(projectRoot, page), 'utf8').split('\n');
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, language] = /^```(.*)$/.exec(lines[index]!) ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf('```', index + 1);
    if (end < 0) throw new Error(`${page}: the block at line ${index + 1} never ends`);
    blocks.push({ page, line: index + 1, language, text: lines.slice(index + 1, end).join('\n') });
    index = end;
  }
  return blocks;
}

/** The rows of all tables with the columns what, code and why. */
export function readRefusals(page: string): Refusal[] {
  const refusals: Refusal[] = [];
  let isInside = false;
  for (const line of readFileSync(join(projectRoot, page), 'utf8').split('\n')) {
    const [what = '', code = '', why] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (why === 'why') isInside = code === 'code';
    else if (!line.startsWith('|')) isInside = false;
    else if (isInside && code.startsWith('`')) refusals.push({ page, what, code: code.replaceAll('`', '') });
  }
  return refusals;
}
