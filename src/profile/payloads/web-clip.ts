import { ProfilewrightError } from '../../diagnostics/profilewright-error.js';
import { findPngFault } from '../png-file.js';
import { bytesArgument } from '../read-options.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { flag, text, type KeyEntry } from './option-table.js';

/** Options of {@link ProfileBuilder.addWebClip}. */
export interface WebClipOptions extends ExtraOption<'com.apple.webClip.managed'> {
  /** Label: the name below the icon. */
  readonly label: string;
  /** URL: what it opens. */
  readonly url: string;
  /** Icon: a PNG file, best square and of at most 400 x 400 pixels; a white square unless given. */
  readonly icon?: Uint8Array;
  /** Precomposed: shows the icon without effects. False unless given. */
  readonly precomposed?: boolean;
  /** IsRemovable. True unless given. */
  readonly isRemovable?: boolean;
  /** FullScreen: opens it as an app, without the controls of a browser. False unless given. */
  readonly fullScreen?: boolean;
  /** IgnoreManifestScope: full screen also outside of the web app. False unless given. */
  readonly ignoreManifestScope?: boolean;
  /** TargetApplicationBundleIdentifier: the app that opens it; not for profiles that are installed by hand. */
  readonly targetAppBundleIdentifier?: string;
}

const png = (key: string): KeyEntry<Uint8Array> => ({
  key,
  read: (value, option) => {
    const file = bytesArgument(option, value);
    const reason = findPngFault(file);
    if (reason !== undefined) throw new ProfilewrightError('ERR_IMAGE_FORMAT', { option, reason });
    return file;
  },
});

export const webClip: PayloadMapping<WebClipOptions> = {
  type: 'com.apple.webClip.managed',
  options: {
    label: text('Label'),
    url: text('URL'),
    icon: png('Icon'),
    precomposed: flag('Precomposed'),
    isRemovable: flag('IsRemovable'),
    fullScreen: flag('FullScreen'),
    ignoreManifestScope: flag('IgnoreManifestScope'),
    targetAppBundleIdentifier: text('TargetApplicationBundleIdentifier'),
  },
};
