import type { Bytes } from '../diagnostics/bytes.js';
import type { Issue } from '../diagnostics/issue.js';
import type { PlistDictionary } from '../plist/value.js';

/** Where a profile goes on macOS: for the whole device, or for one user. Other systems know `System` only. */
export type PayloadScope = 'System' | 'User';

/** One payload of a profile. */
export interface Payload {
  /** Apple's PayloadType, for example `com.apple.security.root`. */
  readonly type: string;
  readonly identifier: string;
  readonly uuid: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly organization?: string;
  /** All keys of the payload's dictionary but those that stand above, and a PayloadVersion of 1. */
  readonly content: PlistDictionary;
}

/** A configuration profile as frozen data: what {@link ProfileBuilder.build} returns. */
export interface Profile {
  readonly identifier: string;
  readonly uuid: string;
  readonly displayName: string;
  readonly scope: PayloadScope;
  readonly payloads: readonly Payload[];
  /** Warnings and remarks; a profile with errors is not built. */
  readonly issues: readonly Issue[];
  /** The whole profile as it is written. */
  readonly dictionary: PlistDictionary;
  /** The XML property list: begins with `<?xml`, ends with a line end, the same text for the same input. */
  toXml(): string;
  /** {@link Profile.toXml} in UTF-8; a new copy each time. */
  toBytes(): Bytes;
}

/** What every payload may be given; all of it can be left out. `identifier`, `uuid` and `displayName` name one payload. */
export interface PayloadOptions {
  /** PayloadIdentifier; derived from the profile's identifier and the payload's purpose unless given. */
  readonly identifier?: string;
  /** PayloadUUID; derived from the identifier and the content unless given. */
  readonly uuid?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly organization?: string;
}

/** Options of a payload that holds a certificate. */
export interface CertificatePayloadOptions extends PayloadOptions {
  /** PayloadCertificateFileName: the file name that is shown for the certificate. It names one payload too. */
  readonly fileName?: string;
}

/** Options of the profile itself, Apple's TopLevel keys; all of them can be left out. */
export interface ProfileOptions {
  /** PayloadIdentifier, reverse-DNS; a profile with the same one is replaced on the device. Derived from the roots unless given. */
  readonly identifier?: string;
  /** PayloadUUID; derived from identifier and content unless given. */
  readonly uuid?: string;
  /** PayloadDisplayName; the CN of the first root unless given. */
  readonly displayName?: string;
  readonly description?: string;
  readonly organization?: string;
  /** PayloadScope, always written; `System` unless given. */
  readonly scope?: PayloadScope;
  /** PayloadRemovalDisallowed. */
  readonly removalDisallowed?: boolean;
  /** RemovalDate: the device removes the profile then. Whole seconds. */
  readonly removalDate?: Date;
  /** DurationUntilRemoval, counted from the installation. */
  readonly durationUntilRemovalSeconds?: number;
  /** PayloadExpirationDate: from then on an update is offered. Whole seconds. */
  readonly expirationDate?: Date;
  /** TargetDeviceType: 0 any, 1 iPhone and iPad, 2 Apple Watch, 3 HomePod, 4 Apple TV, 5 Mac, 6 Vision Pro. */
  readonly targetDeviceType?: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** ConsentText by BCP 47 language, with `default` for all others; a plain text is the default one. */
  readonly consentText?: string | Readonly<Record<string, string>>;
}
