import { escapeText } from '../diagnostics/escape-text.js';
import { describePayloadKey, describePayloadType } from '../report/describe-payload-type.js';
import { describeVersions } from '../report/describe-systems.js';
import { readValueFacts } from '../report/value-facts.js';
import { alignColumns, count } from '../report/text-layout.js';
import { loadSchema, type SchemaName } from '../schema/catalogue.js';
import { payloadTypes } from '../schema/generated/payload-type-names.js';
import { nearestName } from '../schema/nearest-name.js';
import { countKeys, payloadKeys, schemaKeys, withInnerKeys, type PayloadKey } from '../schema/payload-keys.js';
import { presentSystems, systemsOf } from '../schema/supported-systems.js';
import type { Command, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { didYouMean } from './did-you-mean.js';
import { exitCodes } from './exit-codes.js';
import { joinParts } from './join-parts.js';

const others = ['CommonPayloadKeys', 'TopLevel'] as const;
const help = '`profilewright schema` lists the payload types';

/** `profilewright schema`: the keys of a payload type. */
export const schema: Command = {
  name: 'schema',
  summary: 'show the keys of a payload type, what may stand in them, and on which systems',
  usage: 'profilewright schema [PAYLOAD-TYPE] [options]',
  examples: [
    'profilewright schema com.apple.wifi.managed',
    'profilewright schema com.apple.wifi.managed --key EAPClientConfiguration.TLSMinimumVersion',
    'profilewright schema',
  ],
  options: {
    key: {
      type: 'string',
      value: 'KEY',
      about: 'one key in full, and those inside of it; nested names are joined by dots',
    },
  },
  notes: [
    'Without a payload type, all of them are listed. `TopLevel` are the keys of the profile itself, `CommonPayloadKeys`',
    'those that every payload has. A key is for the systems of the dictionary around it, where it does not say otherwise.',
  ],
  run: (parsed) => Promise.resolve(runSchema(parsed)),
};

function runSchema({ positionals, texts }: ParsedArguments): CommandResult {
  const [type, ...more] = positionals;
  if (more.length > 0) throw usageError(`${String(positionals.length)} payload types are given`, 'ask about one');
  if (type === undefined) {
    if (texts['key'] !== undefined) throw usageError('--key needs a payload type', 'write it in front of --key');
    return listTypes();
  }
  const name = readSchemaName(type);
  const [systems, keys] = [systemsOf(loadSchema(name)), payloadKeys(name)];
  const asked = texts['key'] === undefined ? undefined : findKeys(name, texts['key']);
  const shown = asked?.flatMap(withInnerKeys) ?? keys.flatMap(withInnerKeys);
  return {
    exitCode: exitCodes.fine,
    text: asked === undefined ? describePayloadType(name, systems, keys) : joinParts(asked.map(describePayloadKey)),
    json: { payloadType: name, systems, keys: shown.map(keyRecord) },
  };
}

function listTypes(): CommandResult {
  const types = payloadTypes.map((type) => {
    return { type, systems: systemsOf(loadSchema(type)), keys: countKeys(payloadKeys(type)) };
  });
  const rows = types.map(({ type, systems, keys }) => {
    return [type, count(keys, 'key'), describeVersions(presentSystems(systems)).join('; ')];
  });
  return { exitCode: exitCodes.fine, text: alignColumns(rows).join('\n'), json: { payloadTypes: types } };
}

function readSchemaName(type: string): SchemaName {
  const names: readonly SchemaName[] = [...payloadTypes, ...others];
  const name = names.find((known) => known === type);
  if (name !== undefined) return name;
  throw usageError(`Apple documents no payload type "${escapeText(type, 80)}"`, didYouMean(type, names, help));
}

/** The keys at a path: several when their table depends on another key. */
function findKeys(name: SchemaName, path: string): PayloadKey[] {
  const all = schemaKeys(loadSchema(name)).flatMap(withInnerKeys);
  const found = all.filter((key) => key.path === path);
  if (found.length > 0) return found;
  const message = `${name} has no key "${escapeText(path, 80)}"`;
  throw usageError(message, hintAtKey(path, all, `\`profilewright schema ${name}\` lists its keys`));
}

/** Whoever knows a key by its own name may not know what it stands in. */
function hintAtKey(path: string, all: readonly PayloadKey[], otherwise: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const names = all.map((key) => key.name);
  const meant = names.includes(name) ? name : nearestName(name, names);
  const paths = all.map((key) => key.path);
  const near = nearestName(path, paths) ?? paths[names.findIndex((other) => other === meant)];
  return near === undefined ? otherwise : `did you mean ${near}? ${otherwise}`;
}

function keyRecord(key: PayloadKey): object {
  const { path, type, isRequired, isSecret, condition, repeats, systems } = key;
  return {
    path,
    type,
    required: isRequired,
    secret: isSecret,
    ...readValueFacts(key.schema),
    ...(condition === undefined ? {} : { condition }),
    ...(repeats === undefined ? {} : { repeats }),
    systems,
  };
}
