import type { PlistInput } from '../plist/value.js';
import type { Certificate } from '../pki/certificate.js';
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
  readonly identity?: DraftedIdentity;
  /** What the payload refers to; at these places stands {@link UNKNOWN_UUID} as yet. */
  readonly references?: readonly DraftReference[];
}

export interface DraftedIdentity {
  readonly value: Identity;
  readonly key: string;
}

/** The payload of an identity. */
export interface IdentityDraft extends PayloadDraft {
  readonly identity: DraftedIdentity;
}

/** The keys and indexes that lead to a value in the content of a payload. */
export type Place = readonly (string | number)[];

/** A place in a payload where the PayloadUUID of another one is to stand. */
export interface DraftReference {
  readonly place: Place;
  /** The types of which the other payload may be. */
  readonly payloadTypes: readonly string[];
  /** What that holds: a certificate, or the identity of a draft. */
  readonly to: Certificate | IdentityDraft;
}
