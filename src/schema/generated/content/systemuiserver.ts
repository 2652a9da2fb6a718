// Written by `npm run generate` from schemas/com.apple.systemuiserver.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.systemuiserver`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 11.0.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface SystemuiserverContent extends CommonContent {
  readonly PayloadType?: 'com.apple.systemuiserver' | undefined;
  readonly 'logout-eject'?: {
    readonly 'all-media'?: string | undefined;
    readonly cd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly dvd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly bd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankcd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankdvd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankbd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly dvdram?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'disk-image'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'harddisk-internal'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'harddisk-external'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly networkdisk?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
  } | undefined;
  readonly 'mount-controls'?: {
    readonly 'all-media'?: string | undefined;
    readonly cd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly dvd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly bd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankcd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankdvd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankbd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly dvdram?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'disk-image'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'harddisk-internal'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'harddisk-external'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly networkdisk?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
  } | undefined;
  readonly 'unmount-controls'?: {
    readonly 'all-media'?: string | undefined;
    readonly cd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly dvd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly bd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankcd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankdvd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly blankbd?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly dvdram?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'disk-image'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'harddisk-internal'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly 'harddisk-external'?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
    readonly networkdisk?: 'authenticate' | 'read-only' | 'deny' | 'eject' | readonly ('authenticate' | 'read-only' | 'deny' | 'eject')[] | undefined;
  } | undefined;
}
