import type { PayloadDraft } from './payload-draft.js';

/** What a device has to have before it asks the server of device management: whom to trust, then who it is itself. */
const ranks: Readonly<Record<string, number>> = {
  'com.apple.security.root': 0,
  'com.apple.security.pkcs1': 0,
  'com.apple.security.pem': 0,
  'com.apple.security.pkcs12': 1,
  'com.apple.security.scep': 1,
  'com.apple.security.acme': 1,
  'com.apple.ADCertificate.managed': 1,
  'com.apple.mdm': 3,
};

/** Devices install payloads in their order, and enrol when they come to `com.apple.mdm`. Other profiles stay as they are. */
export function orderForEnrolment<Draft extends Pick<PayloadDraft, 'type'>>(
  drafts: readonly Draft[],
): readonly Draft[] {
  if (!drafts.some(({ type }) => type === 'com.apple.mdm')) return drafts;
  const rankOf = ({ type }: Draft): number => ranks[type] ?? 2;
  return [...drafts].sort((a, b) => rankOf(a) - rankOf(b));
}
