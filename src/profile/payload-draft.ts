import type { PlistInput } from '../plist/value.js';
import type { Certificate } from '../pki/certificate.js';
import type { DraftReference } from './draft-reference.js';
import type { Identity } from './identity.js';
import type { PayloadOptions } from './profile.js';

/** The place of a UUID that is derived from what stands around it, and of one that names another payload. */
export const UNKNOWN_UUID = '';

/**
 * A payload before the profile is put together: plain data, made by the files in `payloads/`. `purpose` names it inside
 * the profile (`root.0123456789abcdef`) and stays the same when the content changes.
 */
export interface PayloadDraft {
  readonly type: string;
  readonly purpose: string;
  readonly content: Readonly<Record<string, PlistInput | undefined>>;
  readonly options: PayloadOptions;
  /** The certificate inside, for payloads that hold one. */
  readonly certificate?: Certificate;
  /** The identity that the payload is, with what is equal in all of its copies and in no other identity. */
  readonly identity?: { readonly value: Identity; readonly key: string };
  /** What the payload refers to; at these places stands an empty text as yet. */
  readonly references?: readonly DraftReference[];
}
