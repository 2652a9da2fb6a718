import type { DeviceContext } from '../../../src/device/device-context.js';
import type { PlistDictionary } from '../../../src/plist/value.js';
import { payloadDictionaries, textOf } from '../../../src/profile/codec.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import type { CompiledRule, RuleCheck } from '../../../src/validation/compiled-rule.js';
import { faultsOf } from '../../../src/validation/rule-kinds.js';
import type { RuleFault } from '../../../src/validation/rules/rule-place.js';
import type { Dictionary } from './profile-dictionaries.js';

export interface LabOptions {
  readonly device?: DeviceContext;
  readonly previous?: PlistDictionary;
  readonly schema?: JsonSchemaObject;
}

/** What a rule finds in the payloads of a profile: in those of the type of the first. */
export function faultsIn(
  rule: Omit<CompiledRule, 'id'>,
  payloads: readonly Dictionary[],
  { device = {}, previous, schema }: LabOptions = {},
): RuleFault[] {
  const [first = {}] = payloads;
  const payloadType = textOf(first, 'PayloadType') ?? 'com.example.lab';
  const PayloadContent = payloads.map((payload) => ({ PayloadType: payloadType, ...payload }));
  const profile = { PayloadScope: 'System', PayloadContent };
  const placed = payloadDictionaries(profile);
  const context = {
    profile,
    payloads: placed,
    as: 'author' as const,
    at: new Date('2026-06-01T00:00:00Z'),
    known: new Map(),
    identities: [],
    payloadTypes: [],
    memo: new Map(),
    device,
    isEncrypted: false,
    schemaOf: () => schema,
    ...(previous === undefined ? {} : { previous }),
  };
  return placed
    .filter(({ dictionary }) => dictionary['PayloadType'] === payloadType)
    .flatMap((payload) => [
      ...faultsOf({ id: 'wifi-ssid-or-domain-name', ...rule }, { ...payload, payloadType, context }),
    ]);
}

/** The pointers of the faults, relative to the payloads. */
export function placesIn(check: RuleCheck, payloads: readonly Dictionary[], options: LabOptions = {}): string[] {
  return faultsIn({ check }, payloads, options).map(({ pointer }) => pointer.slice('/PayloadContent/'.length));
}
