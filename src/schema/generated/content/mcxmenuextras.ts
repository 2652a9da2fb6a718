// Written by `npm run generate` from schemas/com.apple.mcxMenuExtras.schema.json. Do not edit.
import type { PlistReal } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.mcxMenuExtras`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface McxMenuExtrasContent extends CommonContent {
  readonly PayloadType?: 'com.apple.mcxMenuExtras' | undefined;
  /** Default: `2.5`. */
  readonly delaySeconds?: number | PlistReal | undefined;
  /** Default: `20`. */
  readonly maxWaitSeconds?: number | PlistReal | undefined;
  readonly 'AirPort.menu'?: boolean | undefined;
  readonly 'Battery.menu'?: boolean | undefined;
  readonly 'Bluetooth.menu'?: boolean | undefined;
  readonly 'CPU.menu'?: boolean | undefined;
  readonly 'Clock.menu'?: boolean | undefined;
  readonly 'Displays.menu'?: boolean | undefined;
  readonly 'Eject.menu'?: boolean | undefined;
  readonly 'Fax.menu'?: boolean | undefined;
  readonly 'HomeSync.menu'?: boolean | undefined;
  readonly 'iChat.menu'?: boolean | undefined;
  readonly 'Ink.menu'?: boolean | undefined;
  readonly 'IrDA.menu'?: boolean | undefined;
  readonly 'PCCard.menu'?: boolean | undefined;
  readonly 'PPP.menu'?: boolean | undefined;
  readonly 'PPPoE.menu'?: boolean | undefined;
  readonly 'RemoteDesktop.menu'?: boolean | undefined;
  readonly 'Script Menu.menu'?: boolean | undefined;
  readonly 'Spaces.menu'?: boolean | undefined;
  readonly 'Sync.menu'?: boolean | undefined;
  readonly 'TextInput.menu'?: boolean | undefined;
  readonly 'TimeMachine.menu'?: boolean | undefined;
  readonly 'UniversalAccess.menu'?: boolean | undefined;
  readonly 'User.menu'?: boolean | undefined;
  readonly 'VPN.menu'?: boolean | undefined;
  readonly 'Volume.menu'?: boolean | undefined;
  readonly 'WWAN.menu'?: boolean | undefined;
}
