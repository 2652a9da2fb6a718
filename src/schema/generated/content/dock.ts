// Written by `npm run generate` from schemas/com.apple.dock.schema.json. Do not edit.
import type { PlistInput } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.dock`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface DockContent extends CommonContent {
  readonly PayloadType?: 'com.apple.dock' | undefined;
  /** Range: 16 to 128. */
  readonly tilesize?: number | bigint | undefined;
  /** Default: `false`. */
  readonly 'size-immutable'?: boolean | undefined;
  /** Default: `false`. */
  readonly magnification?: boolean | undefined;
  /** Default: `false`. */
  readonly 'magnify-immutable'?: boolean | undefined;
  /** Range: 16 to 128. */
  readonly largesize?: number | bigint | undefined;
  /** Default: `false`. */
  readonly 'magsize-immutable'?: boolean | undefined;
  readonly orientation?: 'bottom' | 'left' | 'right' | undefined;
  /** Default: `false`. */
  readonly 'position-immutable'?: boolean | undefined;
  readonly mineffect?: 'genie' | 'scale' | undefined;
  /** Default: `false`. */
  readonly 'mineffect-immutable'?: boolean | undefined;
  /** Since macOS 10.15. */
  readonly windowtabbing?: 'manual' | 'always' | 'fullscreen' | undefined;
  /**
   * Since macOS 10.12.
   * Default: `false`.
   */
  readonly 'windowtabbing-immutable'?: boolean | undefined;
  /** Since macOS 10.15. */
  readonly dblclickbehavior?: 'minimize' | 'maximize' | 'none' | undefined;
  /**
   * Since macOS 10.14.
   * Default: `false`.
   */
  readonly 'dblclickbehavior-immutable'?: boolean | undefined;
  /** Default: `false`. */
  readonly 'minimize-to-application'?: boolean | undefined;
  /**
   * Since macOS 10.14.
   * Default: `false`.
   */
  readonly 'minintoapp-immutable'?: boolean | undefined;
  /** Default: `false`. */
  readonly launchanim?: boolean | undefined;
  /** Default: `false`. */
  readonly 'launchanim-immutable'?: boolean | undefined;
  /** Default: `false`. */
  readonly autohide?: boolean | undefined;
  /** Default: `false`. */
  readonly 'autohide-immutable'?: boolean | undefined;
  /** Default: `false`. */
  readonly 'show-process-indicators'?: boolean | undefined;
  /** Default: `false`. */
  readonly 'showindicators-immutable'?: boolean | undefined;
  /**
   * Since macOS 10.14.
   * Default: `false`.
   */
  readonly 'show-recents'?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `false`.
   */
  readonly 'showrecents-immutable'?: boolean | undefined;
  /** Default: `false`. */
  readonly 'contents-immutable'?: boolean | undefined;
  readonly MCXDockSpecialFolders?: readonly ('AddDockMCXMyApplicationsFolder' | 'AddDockMCXDocumentsFolder' | 'AddDockMCXSharedFolder' | 'AddDockMCXOriginalNetworkHomeFolder')[] | undefined;
  /**
   * Since macOS 10.12.
   * Default: `false`.
   */
  readonly AllowDockFixupOverride?: boolean | undefined;
  /** Default: `false`. */
  readonly 'static-only'?: boolean | undefined;
  readonly 'static-others'?: readonly {
    readonly 'tile-data': {
      readonly label: string;
      readonly url?: string | undefined;
      readonly 'file-type': 0 | 1 | 3;
      readonly 'file-data'?: {
        readonly [key: string]: PlistInput | undefined;
      } | undefined;
    };
    readonly 'tile-type': 'file-tile' | 'directory-tile' | 'url-tile';
  }[] | undefined;
  readonly 'static-apps'?: readonly {
    readonly 'tile-data': {
      readonly label: string;
      readonly url?: string | undefined;
      readonly 'file-type': 0 | 1 | 3;
      readonly 'file-data'?: {
        readonly [key: string]: PlistInput | undefined;
      } | undefined;
    };
    readonly 'tile-type': 'file-tile' | 'directory-tile' | 'url-tile';
  }[] | undefined;
  readonly 'persistent-apps'?: readonly {
    readonly 'tile-data': {
      readonly label: string;
      readonly url?: string | undefined;
      readonly 'file-type': 0 | 1 | 3;
      readonly 'file-data'?: {
        readonly [key: string]: PlistInput | undefined;
      } | undefined;
    };
    readonly 'tile-type': 'file-tile' | 'directory-tile' | 'url-tile';
  }[] | undefined;
  readonly 'persistent-others'?: readonly {
    readonly 'tile-data': {
      readonly label: string;
      readonly url?: string | undefined;
      readonly 'file-type': 0 | 1 | 3;
      readonly 'file-data'?: {
        readonly [key: string]: PlistInput | undefined;
      } | undefined;
    };
    readonly 'tile-type': 'file-tile' | 'directory-tile' | 'url-tile';
  }[] | undefined;
}
