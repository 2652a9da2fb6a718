import { issue, type Issue } from '../../diagnostics/issue.js';
import { textOf } from '../../profile/codec.js';
import type { ProfileContext } from './profile-rule.js';

const MAX_SSID_BYTES = 32;
const passphrase = /^[\x20-\x7e]{8,63}$/;
const presharedKey = /^[0-9a-f]{64}$/i;

/** A network name has room in a beacon, and what WPA and WPA2 call a password can be one. */
export function* networkCanBeJoined({ payloads }: ProfileContext): Generator<Issue> {
  for (const { pointer, dictionary } of payloads) {
    if (textOf(dictionary, 'PayloadType') !== 'com.apple.wifi.managed') continue;
    const bytes = Buffer.byteLength(textOf(dictionary, 'SSID_STR') ?? '');
    if (bytes > MAX_SSID_BYTES) yield issue('ssid-length', { pointer: `${pointer}/SSID_STR` }, { bytes });
    const [encryption, password] = [textOf(dictionary, 'EncryptionType'), textOf(dictionary, 'Password')];
    if (password === undefined || dictionary['EAPClientConfiguration'] !== undefined) continue;
    if ((encryption !== 'WPA' && encryption !== 'WPA2') || passphrase.test(password) || presharedKey.test(password))
      continue;
    yield issue('wpa-passphrase', { pointer: `${pointer}/Password` }, { encryption });
  }
}
