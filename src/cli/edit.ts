import { escapeText } from '../diagnostics/escape-text.js';
import { editProfile } from '../document/edit-profile.js';
import { parseProfile, type ParsedProfile } from '../document/parse-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import { splitPointer } from '../plist/pointer.js';
import type { PlistInput, PlistValue } from '../plist/value.js';
import { describeIssues } from '../report/describe-issues.js';
import { count } from '../report/text-layout.js';
import { loadSchema, payloadSchema } from '../schema/catalogue.js';
import { isDictionary } from '../schema/plist-type.js';
import { secretsFrom } from '../schema/secret-path.js';
import { readChoice } from './choice-option.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { writeEdited } from './edited-output.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { chooseOutput, outputOptions } from './output-options.js';
import { inside, readJsonValue, type JsonTarget } from './read-json-value.js';
import { readRules, ruleOption } from './rule-options.js';
import { utf8Text } from './utf8-text.js';

const SUFFIX = '.edited.mobileconfig';
const uuidRules = ['derived', 'changed', 'keep'] as const;

/** `profilewright edit`: a profile in, the same with some values written or taken out. */
export const edit: Command = {
  name: 'edit',
  summary: 'write values into a profile, or take some out, and keep its references and UUIDs right',
  usage: 'profilewright edit FILE [--set POINTER=JSON]... [--remove POINTER]... [options]',
  examples: [
    `profilewright edit office.mobileconfig --set '/PayloadDisplayName="Office 2"' --remove /ConsentText`,
    `profilewright edit office.mobileconfig --set-text /PayloadContent/0/Password=password.txt -o new.mobileconfig`,
  ],
  options: {
    set: { type: 'string', value: 'POINTER=JSON', multiple: true, about: 'write a value; `-` behind an array appends' },
    'set-text': {
      type: 'string',
      value: 'POINTER=FILE',
      multiple: true,
      about: 'write the text of a file, for secrets',
    },
    'set-data': { type: 'string', value: 'POINTER=FILE', multiple: true, about: 'write the bytes of a file' },
    remove: {
      type: 'string',
      value: 'POINTER',
      multiple: true,
      about: 'take a value out; indexes are those of before',
    },
    uuids: {
      type: 'string',
      value: 'RULE',
      about: 'which UUIDs change with the content: derived (the default), changed or keep',
    },
    rule: ruleOption,
    ...outputOptions(SUFFIX),
  },
  notes: [
    'A POINTER is a JSON pointer (RFC 6901) into the profile: /PayloadContent/0/SSID_STR. JSON is that of docs/plist-json.md: a text in',
    'quotes is a date ("2030-01-31T12:00:00Z") or data (base64) where one stands or belongs by Apple’s schema; a number is a',
    '<real> likewise. The text of a file goes without the line end behind it. A signature is lost: sign the new profile.',
  ],
  run: runEdit,
};

async function runEdit(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'edit');
  const output = chooseOutput(parsed, path, SUFFIX);
  const [rules, uuids, remove] = [
    readRules(parsed),
    readChoice(parsed, 'uuids', uuidRules),
    parsed.lists['remove'] ?? [],
  ];
  for (const pointer of remove) assertPointer('--remove', pointer);
  const file = await context.inputs.read(path);
  const profile = await aboutFile(file, () => parseProfile(file.bytes));
  assertDifferent(['set', 'set-text', 'set-data'].flatMap((option) => parsed.lists[option] ?? []));
  const set = { ...readJsonEdits(parsed, profile), ...(await readFileEdits(parsed, context)) };
  const total = Object.keys(set).length + remove.length;
  if (total === 0) throw usageError('nothing is given to edit', 'add --set POINTER=JSON or --remove POINTER');
  const edited = editProfile(profile, { set, remove }, { rules, uuids });
  const issues = edited.issues.map(reportIssue);
  const isSigned = profile.container === 'cms';
  const result = {
    bytes: edited.toBytes(),
    summary: count(total, 'edit'),
    text: joinParts([
      describeIssues(issues),
      isSigned ? 'the signature is gone: sign it with `profilewright sign`' : '',
    ]),
    json: { identifier: edited.identifier, uuid: edited.uuid, isSignatureLost: isSigned, issues },
  };
  return writeEdited(output, result, parsed, context);
}

function readJsonEdits({ lists }: ParsedArguments, profile: ParsedProfile): Record<string, PlistInput> {
  const edits: Record<string, PlistInput> = {};
  for (const text of lists['set'] ?? []) {
    const [pointer, value] = splitEdit('--set', text);
    const option = `--set ${escapeText(pointer, 100)}`;
    const json = parseJson(value, option);
    edits[pointer] = readJsonValue(json, findTarget(pointer, json, profile, option));
  }
  return edits;
}

async function readFileEdits(
  { lists }: ParsedArguments,
  { inputs }: CommandContext,
): Promise<Record<string, PlistInput>> {
  const edits: Record<string, PlistInput> = {};
  for (const text of lists['set-text'] ?? []) {
    const [pointer, path] = splitEdit('--set-text', text);
    edits[pointer] = utf8Text(await inputs.read(path), 'the text').replace(/\r?\n$/, '');
  }
  for (const text of lists['set-data'] ?? []) {
    const [pointer, path] = splitEdit('--set-data', text);
    edits[pointer] = (await inputs.read(path)).bytes;
  }
  return edits;
}

/** The value behind the pointer is not repeated: it may be a secret. */
function splitEdit(option: string, text: string): readonly [pointer: string, value: string] {
  const end = text.indexOf('=');
  if (end < 0)
    throw usageError(
      `${option} holds no "="`,
      `write ${option} /PayloadDisplayName=..., see \`profilewright edit --help\``,
    );
  const pointer = text.slice(0, end);
  assertPointer(option, pointer);
  return [pointer, text.slice(end + 1)];
}

/** Of two values for one place the first would be lost, also where both are appended. */
function assertDifferent(edits: readonly string[]): void {
  const pointers = edits.map((text) => text.split('=', 1)[0] ?? '');
  const twice = pointers.find((pointer, index) => pointers.indexOf(pointer) < index);
  if (twice === undefined) return;
  const hint = twice.endsWith('/-')
    ? 'append the next one with `profilewright edit` to the new file'
    : 'give one value';
  throw usageError(`${escapeText(twice, 100)} is given twice`, hint);
}

function assertPointer(option: string, pointer: string): void {
  if (pointer.startsWith('/')) return;
  throw usageError(`${option} names no JSON pointer`, 'begin it with a slash: /PayloadContent/0/SSID_STR');
}

function parseJson(text: string, option: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw usageError(`${option} holds no JSON`, `put a text into quotes: --set '/PayloadDisplayName="Office"'`);
  }
}

/** What is known of the place: by the schema of the payload that it is in, or that it becomes, or of the profile. */
function findTarget(pointer: string, json: unknown, { dictionary }: ParsedProfile, option: string): JsonTarget {
  const segments = splitPointer(pointer);
  const [top, index = '', ...inner] = segments;
  const content = dictionary['PayloadContent'];
  const isPayload = top === 'PayloadContent' && index !== '' && content !== undefined && Array.isArray(content);
  if (!isPayload) return walk({ place: secretsFrom(loadSchema('TopLevel')), present: dictionary, option }, segments);
  const payload = (content as readonly PlistValue[])[Number(index)];
  const type: unknown = isDictionary(payload)
    ? payload['PayloadType']
    : (json as Partial<Record<string, unknown>> | null)?.['PayloadType'];
  const schema = typeof type === 'string' ? payloadSchema(type) : undefined;
  return walk({ place: secretsFrom(schema), present: payload, option }, inner);
}

function walk(target: JsonTarget, segments: readonly string[]): JsonTarget {
  return segments.reduce((around, segment) => {
    const isIndex = around.present !== undefined && Array.isArray(around.present);
    return inside(around, isIndex ? Number(segment) : segment);
  }, target);
}
