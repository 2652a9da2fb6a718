import type { PlistInput } from '../plist/value.js';
import type { Certificate } from '../pki/certificate.js';
import type { PayloadOptions } from './profile.js';

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
}
