import {
  boolean,
  list,
  mapOf,
  number,
  oneOf,
  path,
  record,
  regularExpression,
  scalar,
  text,
  version,
} from './rule-form.js';
import type { Form } from './rule-form.js';

const platform = oneOf('iOS', 'macOS', 'tvOS', 'visionOS', 'watchOS');
const versions = mapOf(version, platform);

const when = record({
  install: oneOf('mdm', 'manual'),
  channel: oneOf('device', 'user'),
  enrollment: oneOf('user'),
  supervised: boolean,
  encrypted: boolean,
  sharedIPad: boolean,
});

/** JSON Schema, as far as the rules use it and `src/validation/fragment/` judges it. */
const fragment: Form = (place, value) => {
  if (typeof value !== 'boolean') fragmentObject(place, value);
};

const fragmentType = oneOf('string', 'integer', 'number', 'boolean', 'array', 'object');

const fragmentObject: Form = record({
  type: (place, value) => (Array.isArray(value) ? list(fragmentType) : fragmentType)(place, value),
  const: scalar,
  // Strings may be empty here.
  enum: list(scalar),
  pattern: regularExpression,
  format: oneOf('ipv4', 'ipv6'),
  minLength: number,
  maxLength: number,
  minimum: number,
  maximum: number,
  multipleOf: number,
  required: list(text),
  properties: mapOf(fragment),
  additionalProperties: fragment,
  propertyNames: fragment,
  prefixItems: list(fragment),
  items: fragment,
  contains: fragment,
  maxContains: number,
  minItems: number,
  maxItems: number,
  uniqueItems: boolean,
  allOf: list(fragment),
  anyOf: list(fragment),
  oneOf: list(fragment),
  not: fragment,
  if: fragment,
  then: fragment,
});

const ofPath = record({ kind: text, path, of: path }, ['path', 'of']);
const pair = record({ kind: text, a: path, b: path }, ['a', 'b']);

/** The fields of each kind of check. */
const checks: Readonly<Record<string, Form>> = {
  'replaced-by': record({ kind: text, keys: list(record({ path, by: text }, ['by'])) }, ['keys']),
  'unique-in-profile': record({ kind: text, path }, ['path']),
  'unique-by': record({ kind: text, path, key: text }, ['path', 'key']),
  'unique-across-payloads': record({
    kind: text,
    path,
    keys: list(text),
    ignoreCase: oneOf(true, false, 'scheme-and-host'),
    by: oneOf('font-postscript-name'),
  }),
  'max-payloads': record({ kind: text, count: number }, ['count']),
  'byte-length': record({ kind: text, path, equals: number }, ['path', 'equals']),
  'certificate-content': record(
    {
      kind: text,
      path,
      encoding: oneOf('DER', 'PEM', 'PKCS12'),
      privateKey: oneOf('forbidden', 'required'),
      maxIdentities: number,
    },
    ['path', 'encoding'],
  ),
  'certificate-usage': record({ kind: text, path, keyUsage: list(text), extendedKeyUsage: list(text) }, [
    'path',
    'extendedKeyUsage',
  ]),
  'certificate-strength': record(
    { kind: text, paths: list(path), minKeyBits: number, minHash: oneOf('sha256'), keyType: oneOf('EC') },
    ['paths'],
  ),
  'certificate-common-name': record(
    { kind: text, path, applies: oneOf('issued certificates'), prefix: text, ignoreCase: boolean },
    ['path', 'applies', 'prefix', 'ignoreCase'],
  ),
  json: record({ kind: text, path }, ['path']),
  'each-in': ofPath,
  'each-subdomain-of-some': ofPath,
  disjoint: pair,
  'disjoint-map': pair,
  'functional-dependency': record({ kind: text, path, key: text, determines: text }, ['path', 'key', 'determines']),
  'no-shared-keys-across-payloads': record({ kind: text, payloadType: text, ignore: regularExpression }, [
    'payloadType',
    'ignore',
  ]),
  'value-support': record(
    {
      kind: text,
      path,
      values: mapOf(record({ introduced: versions, deprecated: versions, removed: versions }, ['introduced'])),
    },
    ['path', 'values'],
  ),
  'bit-field': record({ kind: text, path, allowed: list(number), requires: mapOf(list(number)) }, [
    'path',
    'allowed',
    'requires',
  ]),
  'immutable-on-update': record(
    {
      kind: text,
      paths: list(path),
      bitsMayNotGrow: list(path),
      itemsMayNotChange: list(record({ path, values: list(text) }, ['path', 'values'])),
    },
    ['paths', 'bitsMayNotGrow', 'itemsMayNotChange'],
  ),
  'file-format': record({ kind: text, path, allowed: list(oneOf('ttf', 'otf')) }, ['path', 'allowed']),
  image: record(
    {
      kind: text,
      path,
      formats: list(oneOf('png')),
      square: boolean,
      maxWidth: number,
      maxHeight: number,
      maxUncompressedBytes: number,
    },
    ['path', 'formats', 'square', 'maxWidth', 'maxHeight', 'maxUncompressedBytes'],
  ),
};

const check: Form = (place, value) => {
  const { kind } = value as { kind?: unknown };
  const form = typeof kind === 'string' && Object.hasOwn(checks, kind) ? checks[kind] : undefined;
  if (form === undefined) throw new Error(`${place}: unknown kind ${JSON.stringify(kind)}`);
  form(place, value);
};

/** A rule as it stands in a file of `schemas/rules/`. */
export const ruleForm: Form = record(
  {
    id: text,
    severity: oneOf('error', 'warning', 'info'),
    note: text,
    if: fragment,
    then: fragment,
    profile: fragmentObject,
    platforms: list(platform),
    since: versions,
    until: versions,
    when,
    references: list(
      record({ path, payloadTypes: list(text), target: path, sameProfile: boolean }, ['path', 'payloadTypes']),
    ),
    // The schema of an override is compiled with the key table.
    overrides: list(
      record(
        {
          path,
          presence: oneOf('required', 'optional'),
          schema: () => undefined,
          default: scalar,
          keysOf: path,
          platforms: list(platform),
          when,
        },
        ['path'],
      ),
    ),
    inherits: record({ from: text, path }, ['from']),
    check,
  },
  ['id', 'severity', 'note'],
);
