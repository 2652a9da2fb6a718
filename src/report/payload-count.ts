import type { ProfileReport } from '../document/inspect-profile.js';
import { count } from './text-layout.js';

/** `2 payloads`; of those that are encrypted nobody knows the number. */
export function describePayloadCount({ payloads, settings }: Pick<ProfileReport, 'payloads' | 'settings'>): string {
  const isEncrypted = settings['EncryptedPayloadContent'] !== undefined && payloads.length === 0;
  return isEncrypted ? 'encrypted payloads' : count(payloads.length, 'payload');
}
