/**
 * Writes docs/errors.md, docs/issues.md and docs/trust-rules.md from the catalogues in src/diagnostics/, docs/payloads/,
 * docs/rules.md and docs/rules-not-implemented.md from schemas/.
 * With `--check` nothing is written, and the exit code is 1 when a page is out of date.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { readRuleFiles } from '../schemas/generator/read-rules.js';
import { errorFacts } from '../src/diagnostics/errors/index.js';
import { issueFacts } from '../src/diagnostics/issues/index.js';
import type { IssueFacts } from '../src/diagnostics/issues/issue-facts.js';
import { payloadTypes } from '../src/schema/generated/payload-type-names.js';
import { describeTrustRules } from './describe-trust-rules.js';
import { literal } from './markdown.js';
import { describePayloads } from './payload-index.js';
import { placeholder } from './placeholder.js';
import { describeRules, describeRulesNotImplemented } from './rule-pages.js';

type Facts<Entry> = Readonly<Record<string, Entry>>;

interface ErrorEntry {
  readonly about: string;
  readonly message: (details: unknown) => string;
  readonly hint: (details: unknown) => string;
}
type IssueEntry = IssueFacts<Record<string, unknown>>[string];

/** The catalogue of each area: every file of the folder that exports `<area>Errors` or `<area>Issues`. */
async function readAreas<Entry>(folder: 'errors' | 'issues', all: object): Promise<[string, Facts<Entry>][]> {
  const home = new URL(`../src/diagnostics/${folder}/`, import.meta.url);
  const areas: [string, Facts<Entry>][] = [];
  const files = readdirSync(home).filter((file) => file.endsWith('.ts'));
  for (const file of files.sort()) {
    const area = file.replace(/\.ts$/, '');
    const module = (await import(new URL(file, home).href)) as Record<string, Facts<Entry>>;
    const name = Object.keys(module).find((key) => key.toLowerCase() === `${area.replaceAll('-', '')}${folder}`);
    const facts = name === undefined ? undefined : module[name];
    if (facts !== undefined && Object.keys(facts).length > 0) areas.push([area, facts]);
  }
  const listed = areas.flatMap(([, facts]) => Object.keys(facts)).sort();
  const missing = Object.keys(all).filter((code) => !listed.includes(code));
  if (missing.length > 0) throw new Error(`no area file exports ${missing.join(', ')} as <area>${folder}`);
  return areas;
}

function describeError(code: string, { about, message, hint }: ErrorEntry): string {
  const lines = [`- Message: ${literal(message(placeholder()))}`, `- What to do: ${literal(hint(placeholder()))}`];
  return [`### ${code}`, about, lines.join('\n')].join('\n\n');
}

function describeIssue(code: string, { about, severity, confidence, source, message, hint }: IssueEntry): string {
  const subject = '‹subject›';
  const sure = confidence === undefined ? [] : [`- How sure: ${confidence}`];
  const lines = [`- Severity: ${severity}`, ...sure, `- Message: ${literal(message(placeholder(), subject))}`];
  if (hint !== undefined) lines.push(`- What to do: ${literal(hint(placeholder(), subject))}`);
  lines.push(`- Source: ${literal(source)}`);
  return [`### ${code}`, about, lines.join('\n')].join('\n\n');
}

function describePage<Entry>(
  title: string,
  introduction: string,
  areas: readonly [string, Facts<Entry>][],
  describe: (code: string, entry: Entry) => string,
): string {
  const sections = areas.map(([area, facts]) => {
    const entries = Object.entries(facts).map(([code, entry]) => describe(code, entry));
    return [`## ${area}`, ...entries].join('\n\n');
  });
  const note = '<!-- Written by `npm run docs` from src/diagnostics/. Change the catalogue, not this page. -->';
  return [`# ${title}`, note, introduction, ...sections].join('\n\n');
}

const issueAreas = await readAreas<IssueEntry>('issues', issueFacts);
const rules = readRuleFiles(fileURLToPath(new URL('../schemas/rules', import.meta.url)));

const pages = {
  'errors.md': describePage(
    'Errors',
    'Every `ProfilewrightError` has one of these codes. The code and the names in `details` are part of the public ' +
      'contract; the words of a message are not. What stands in ‹angle quotes› is taken from `details`.',
    await readAreas<ErrorEntry>('errors', errorFacts),
    describeError,
  ),
  'issues.md': describePage(
    'Issues',
    'Every `Issue` has one of these codes, which are the ids of the rules. `rules: { "<code>": "off" }` switches a ' +
      'rule off, another level in its place changes how much it weighs. What stands in ‹angle quotes› is filled in. ' +
      'The codes of the rules about single payload types are listed in [rules.md](rules.md).',
    issueAreas,
    describeIssue,
  ),
  'trust-rules.md': describeTrustRules(issueAreas, literal),
  'rules.md': describeRules(rules),
  'rules-not-implemented.md': describeRulesNotImplemented(rules),
};

const shown = [pages['errors.md'], pages['issues.md'], pages['trust-rules.md']];
const garbled = shown.flatMap((text) => text.match(/^.*(undefined|\[object|NaN|=>).*$/gm) ?? []);
if (garbled.length > 0) throw new Error(`a message cannot be shown with placeholders: ${garbled.join('\n')}`);

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(pages)) {
  const file = new URL(name, import.meta.url);
  keep(name, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
// These are written in the form that Prettier leaves as it is: formatting that many pages takes its time.
const payloadPages = describePayloads(payloadTypes);
const written = readFolder('payloads');
for (const [name, text] of payloadPages) keep(`payloads/${name}`, `${text}\n`);
for (const name of written) if (!payloadPages.has(name)) remove(`payloads/${name}`);

function readFolder(name: string): string[] {
  const folder = new URL(`${name}/`, import.meta.url);
  if (!check) mkdirSync(folder, { recursive: true });
  return existsSync(folder) ? readdirSync(folder) : [];
}

function keep(name: string, text: string): void {
  const file = new URL(name, import.meta.url);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (check) tellOutOfDate(name);
  else writeFileSync(file, text);
}

function remove(name: string): void {
  if (check) tellOutOfDate(name);
  else rmSync(new URL(name, import.meta.url));
}

function tellOutOfDate(name: string): void {
  console.error(`docs/${name} is out of date: run npm run docs`);
  process.exitCode = 1;
}
