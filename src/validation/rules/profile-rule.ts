import type { DeviceContext } from '../../device/device-context.js';
import type { Issue } from '../../diagnostics/issue.js';
import type { PlistDictionary } from '../../plist/value.js';
import type { PlacedDictionary } from '../../profile/codec.js';
import type { Pkcs12Identity } from '../../profile/pkcs12-identity.js';
import type { PayloadTypeDefinition } from '../../schema/define-payload-type.js';
import type { JsonSchemaObject } from '../../schema/json-schema.js';
import type { KnownCertificates } from '../content/embedded-certificate.js';

/** What the rules look at. */
export interface ProfileContext {
  readonly profile: PlistDictionary;
  readonly payloads: readonly PlacedDictionary[];
  readonly as: 'author' | 'device';
  readonly at: Date;
  /** Certificates that were read before: the same bytes are not read a second time. */
  readonly known: KnownCertificates;
  /** Identities that were opened before: no key is derived a second time. */
  readonly identities: readonly Pkcs12Identity[];
  /** Payload types beside those that Apple documents. */
  readonly payloadTypes: readonly PayloadTypeDefinition[];
  /** What is known about the devices. */
  readonly device: DeviceContext;
  /** Whether the profile is encrypted on its way to the device. */
  readonly isEncrypted: boolean;
  /** The profile that this one replaces. */
  readonly previous?: PlistDictionary;
  /** The schema of a payload type, one of {@link payloadTypes} or one of Apple's; of several the last counts. */
  readonly schemaOf: (type: string) => JsonSchemaObject | undefined;
  /** What was found out about this profile, see `memoize`; the rules themselves remember nothing. */
  readonly memo: Map<unknown, unknown>;
}

/** A rule: pure, one fact of a profile, told once for each place. */
export type ProfileRule = (context: ProfileContext) => Generator<Issue>;

/** The profile and its payloads, for rules about the keys that all of them have. */
export function placesOf({ profile, payloads }: ProfileContext): PlacedDictionary[] {
  return [{ pointer: '', dictionary: profile }, ...payloads];
}
