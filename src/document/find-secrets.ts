import type { PlistDictionary } from '../plist/value.js';
import { payloadDictionaries, textOf } from '../profile/codec.js';
import { loadSchema } from '../schema/catalogue.js';
import { redactContent } from './redact-content.js';
import { redactPayload } from './redact-payload.js';

/** JSON pointers of the secrets in a profile; what stands inside of one is secret too. */
export function findSecrets(profile: PlistDictionary): ReadonlySet<string> {
  const { PayloadContent: content = [], ...others } = profile;
  const top = redactContent(Array.isArray(content) ? others : profile, '', { schema: loadSchema('TopLevel') });
  const payloads = payloadDictionaries(profile).flatMap(
    ({ dictionary, pointer }) => redactPayload(textOf(dictionary, 'PayloadType') ?? '', dictionary, pointer).secrets,
  );
  return new Set([...top.secrets, ...payloads]);
}
