/** Words that stand for nothing but secrets, also written together with others: `userpassword`, `CLIENTSECRET`. */
const telling = /password|passwd|passphrase|passcode|secret|challenge|token|credential/i;

/** Shorter ones count as whole words only: `wifi_psk` and `SIMPin`, but neither `Mapping` nor `CompassMode`. */
const shortWords = / (pass|pwd|pin|psk|ppk) /;

/** Keys of ciphers: what ends with "key", unless it is public, and what names one of these kinds anywhere. */
const cipherKeys = / (private|shared|api) ?keys? |(?<! public) keys? $|(private|shared|api|secret|access)keys? $/;

const MAX_LENGTH = 200;

/** Whether the name of a key that nobody documents says that its value is a secret; rather once too often. */
export function isSecretKey(key: string): boolean {
  const name = key.length > 2 * MAX_LENGTH ? `${key.slice(0, MAX_LENGTH)} ${key.slice(-MAX_LENGTH)}` : key;
  if (telling.test(name)) return true;
  const words = ` ${wordsOf(name).join(' ')} `;
  return shortWords.test(words) || cipherKeys.test(words);
}

/** The words of a name in lower case, where capitals, digits and anything else but letters part them: `SIMPin2` is "sim pin". */
function wordsOf(name: string): string[] {
  const parted = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return parted
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
