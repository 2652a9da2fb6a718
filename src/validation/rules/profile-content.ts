import { issue, type Issue } from '../../diagnostics/issue.js';
import type { ProfileContext } from './profile-rule.js';

/** A profile has its payloads in the clear or encrypted, not both and not neither. */
export function* contentOrEncryptedContent({ profile }: ProfileContext): Generator<Issue> {
  const clear = profile['PayloadContent'] !== undefined;
  const encrypted = profile['EncryptedPayloadContent'] !== undefined;
  if (clear !== encrypted) return;
  const reason = clear
    ? 'both PayloadContent and EncryptedPayloadContent'
    : 'neither PayloadContent nor EncryptedPayloadContent';
  yield issue('toplevel-content-or-encrypted-content', { pointer: '' }, { reason });
}
