import type { Platform } from '../device/platform.js';
import type { GuideFacts, InstallChannel, UnlistedReason } from './guide-facts.js';
import type { GuideText, Quotes } from './guide-text.js';

/** Every sentence that a guide can say. */
export type GuideTextId =
  | `no-${InstallChannel}`
  | 'open'
  | 'open-old'
  | 'downloaded'
  | 'install'
  | 'warning'
  | 'done'
  | 'listed'
  | 'listed-old'
  | 'switch-open'
  | 'switch-on'
  | 'trusted-before-switch'
  | 'trusted-at-once'
  | 'unlisted'
  | 'no-root'
  | 'mdm-send'
  | 'mdm-listed'
  | 'configurator-send'
  | 'configurator-add'
  | 'configurator-listed'
  | 'mac-open'
  | 'mac-open-old'
  | 'mac-install'
  | 'mac-keychain'
  | 'mac-always-trust'
  | 'tv-serve'
  | 'tv-add'
  | 'tv-install'
  | 'tv-switch'
  | 'watch-open'
  | 'watch-install'
  | 'watch-no-switch'
  | UnlistedReason
  | 'ios-18-bug'
  | 'not-installed-yet'
  | 'eight-minutes'
  | 'lockdown-mode'
  | 'stolen-device'
  | 'restriction'
  | 'mdm-failed'
  | 'configurator-failed'
  | 'form-is-right'
  | 'renewed'
  | 'still-refused'
  | 'remove-open'
  | 'remove-tap'
  | 'remove-trust'
  | 'mac-remove-trust'
  | 'tv-remove'
  | 'remove-by-mdm'
  | 'remove-by-configurator'
  | 'mail-exception'
  | 'mail-name'
  | 'mail-delete'
  | 'mail-smtp'
  | 'mail-root';

/** One language: all that a guide says, and nothing that decides what is said. */
export interface GuideLanguage {
  readonly quotes: Quotes;
  readonly titles: {
    readonly manual: Readonly<Record<Platform, string>>;
    readonly mdm: string;
    readonly configurator: string;
    readonly missing: string;
    readonly remove: string;
    readonly mail: string;
  };
  readonly texts: Readonly<Record<GuideTextId, (facts: GuideFacts, subject: string) => GuideText>>;
}
