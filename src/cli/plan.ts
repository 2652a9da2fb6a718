import { parseProfile } from '../document/parse-profile.js';
import { planUpdate } from '../document/plan-update.js';
import { serverRewrites, type RewritingServer } from '../document/server-rewrites.js';
import { describeIssues } from '../report/describe-issues.js';
import { countChanges, describePlan } from '../report/describe-plan.js';
import { count } from '../report/text-layout.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';

const servers = serverRewrites.map(({ server }) => server);

/** `profilewright plan`: what a device that has one profile does when it is given another one. */
export const plan: Command = {
  name: 'plan',
  summary: 'show what changes between two profiles, and what a device does with the update',
  usage: 'profilewright plan OLD NEW [options]',
  examples: [
    'profilewright plan installed.mobileconfig new.mobileconfig',
    'profilewright plan exported.mobileconfig new.mobileconfig --ignore-rewrites jamf --json',
  ],
  options: {
    'ignore-uuids': { type: 'boolean', about: 'pass over PayloadUUIDs; references are compared by what they lead to' },
    'ignore-rewrites': {
      type: 'string',
      value: 'SERVER',
      multiple: true,
      about: `pass over what a product overwrites: ${servers.join(' or ')}`,
    },
  },
  notes: ['The exit code is 0 whatever changes: read `changes` of --json to decide by it.'],
  run: runPlan,
};

async function runPlan(parsed: ParsedArguments, { inputs }: CommandContext): Promise<CommandResult> {
  const [oldPath, newPath, ...others] = parsed.positionals;
  if (oldPath === undefined || newPath === undefined || others.length > 0) {
    const given = parsed.positionals.length;
    throw usageError(
      `${count(given, 'file')} ${given === 1 ? 'is' : 'are'} given`,
      'name two: `profilewright plan OLD NEW`',
    );
  }
  const ignoreRewrites = readServers(parsed);
  const [oldFile, newFile] = [await inputs.read(oldPath), await inputs.read(newPath)];
  const before = await aboutFile(oldFile, () => parseProfile(oldFile.bytes));
  const after = await aboutFile(newFile, () => parseProfile(newFile.bytes));
  const ignoreUuids = parsed.switches.has('ignore-uuids');
  const update = planUpdate(before, after, { ignoreUuids, ignoreRewrites });
  return {
    exitCode: exitCodes.fine,
    text: joinParts([
      `${oldFile.name} → ${newFile.name}: ${countChanges(update.changes)}`,
      describePlan(update),
      describeIssues(update.issues),
    ]),
    json: { ...update },
  };
}

function readServers({ lists }: ParsedArguments): RewritingServer[] {
  return (lists['ignore-rewrites'] ?? []).map((text) => {
    const known = servers.find((server) => server === text);
    if (known === undefined)
      throw usageError('--ignore-rewrites names no product that is known', `write ${servers.join(' or ')}`);
    return known;
  });
}
