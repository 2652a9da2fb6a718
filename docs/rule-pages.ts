import type { RuleFile, RuleSource } from '../schemas/generator/read-rules.js';
import { partlyJudged, silentRules } from '../schemas/generator/silent-rules.js';

const note = '<!-- Written by `npm run docs` from schemas/rules/. Change the rules, not this page. -->';

/** The rules about payloads, by payload type. */
export function describeRules(files: readonly RuleFile[]): string {
  const types = [...new Set(files.map(({ payloadType }) => payloadType))];
  const sections = types.map((type) => {
    const rules = files.filter(({ payloadType }) => payloadType === type).flatMap((file) => file.rules);
    const rows = rules.map(
      (rule) => `| ${rule.id} | ${rule.severity} | ${cell(rule.note)} | ${cell(holdsFor(rule))} |`,
    );
    return [
      `## ${type}`,
      ['| rule | severity | what | holds for |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n');
  });
  const introduction =
    'What the tables of keys do not say: the rules about single payload types, in the form that ' +
    '[architecture.md](architecture.md) explains. The name of a rule is the code of its issues. `TopLevel` is the profile ' +
    'itself, `CommonPayloadKeys` every payload. A rule of severity error is a warning when a profile is judged as a device ' +
    'does, unless a device refuses the profile for it. A rule that depends on an install condition says nothing until ' +
    '`context` tells it; one that holds from a version on weighs one step less until `context` names the systems.';
  return ['# Rules', note, introduction, ...sections].join('\n\n');
}

/** What is not told under the name of a rule, or not in full, and why. */
export function describeRulesNotImplemented(files: readonly RuleFile[]): string {
  const ids = files.flatMap(({ rules }) => rules.map(({ id }) => id));
  const list = (reasons: Readonly<Record<string, string>>): string => {
    const unknown = Object.keys(reasons).filter((id) => !ids.includes(id));
    if (unknown.length > 0) throw new Error(`no rule is called ${unknown.join(', ')}`);
    return Object.entries(reasons)
      .map(([id, reason]) => `- ${id}: ${reason}`)
      .join('\n');
  };
  return [
    '# Rules that are not implemented',
    note,
    `None: of the ${String(ids.length)} rules in \`schemas/rules/\` all have an effect.`,
    '## Rules that speak with another code',
    list(silentRules),
    '## Rules that are judged in part',
    'A profile does not tell everything. What is not known is not assumed.',
    list(partlyJudged),
    '## Facts of the tables that are judged in part',
    factsJudgedInPart.map((fact) => `- ${fact}`).join('\n'),
  ].join('\n\n');
}

/** What Apple's tables of systems say and `context` cannot always answer. */
const factsJudgedInPart: readonly string[] = [
  '`userapprovedmdm`: told when `enrollment` is `none` or `local`, for then nothing is managed; whether an enrolment of a device or a user was approved is known to the device only',
  '`requiresdep`: told when `enrollment` is `none`, `local` or `user`; whether a device was enrolled by Automated Device Enrollment or in another way is known to its management only',
  'the mode `required` of user enrolment and of Shared iPad: told when `enrollment` or `sharedIPad` says something else',
];

function cell(text: string): string {
  return text.replace(/[\\*_<>[\]|#]/g, '\\$&');
}

function holdsFor({ platforms, since = {}, until = {}, when = {} }: RuleSource): string {
  const names = new Set([...(platforms ?? []), ...Object.keys(since), ...Object.keys(until)] as (keyof typeof since)[]);
  const systems = [...names].map((name) => {
    const from = since[name] === undefined ? '' : ` from ${since[name]} on`;
    return `${name}${from}${until[name] === undefined ? '' : ` before ${until[name]}`}`;
  });
  const others = platforms === undefined && systems.length > 0 ? ['all other systems'] : [];
  const conditions = Object.entries(when).map(([fact, value]) => `${fact}: ${String(value)}`);
  const parts = [[...systems, ...others].join(', ') || 'all systems', ...conditions];
  return parts.join('; ');
}
