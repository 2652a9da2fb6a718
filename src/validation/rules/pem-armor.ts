import { isProfilewrightError } from '../../diagnostics/profilewright-error.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import { findArmorDefect } from '../../pki/pem-armor.js';
import { textOf } from '../../profile/codec.js';
import { certificateForm } from '../content/payload-certificates.js';
import type { ProfileRule } from './profile-rule.js';

/** Where PEM text stands in a certificate payload, a device must be able to read it, whatever the type of the payload is. */
export const pemArmor: ProfileRule = function* ({ payloads }): Generator<Issue> {
  for (const { pointer: place, dictionary } of payloads) {
    const content = dictionary['PayloadContent'];
    const isOfCertificate = certificateForm(textOf(dictionary, 'PayloadType') ?? '') !== undefined;
    if (!isOfCertificate || !(content instanceof Uint8Array)) continue;
    const reason = armorDefectOf(content);
    if (reason !== undefined) yield issue('pem-armor', { pointer: `${place}/PayloadContent` }, { reason });
  }
};

/** A text that is broken altogether is told by the rules of its content. */
function armorDefectOf(content: Uint8Array): string | undefined {
  // DER is the usual content, and no text begins like it.
  if (content[0] === 0x30 && (content[1] ?? 0) >= 0x80) return undefined;
  try {
    return findArmorDefect(new TextDecoder().decode(content));
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}
