import { copyBytes } from '../asn1/der.js';
import type { Signer } from '../cms/signer.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { openFile } from './open-file.js';
import { signProfile, type SignProfileOptions } from './sign-profile.js';

/**
 * The bytes that were signed, without the signature, which is verified first; who signed is not judged. A signature
 * inside of the signature is taken off too. The content is given as it stands, also where it is no good profile.
 *
 * @throws ProfilewrightError `ERR_CMS_NOT_SIGNED` for an unsigned file, `ERR_CMS_*` for one that was tampered with
 * @throws TypeError when `input` is neither bytes nor text
 * @example
 * writeFileSync('lab.mobileconfig', unwrapProfile(readFileSync('lab-signed.mobileconfig')));
 */
export function unwrapProfile(input: Uint8Array | string): Bytes {
  const { content, signed } = openFile(input);
  if (signed === undefined || typeof content === 'string') throw new ProfilewrightError('ERR_CMS_NOT_SIGNED', {});
  return copyBytes(content);
}

/**
 * Signs a signed profile anew, with another signer or before the old one expires: the signature is verified and dropped, and
 * the very bytes that were signed are validated and signed by `signProfile`.
 *
 * @throws ProfilewrightError as `unwrapProfile` and `signProfile` do
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * writeFileSync('lab.mobileconfig', await resignProfile(readFileSync('lab.mobileconfig'), signer));
 */
export async function resignProfile(
  input: Uint8Array | string,
  signer: Signer,
  options: SignProfileOptions = {},
): Promise<Bytes> {
  return signProfile(unwrapProfile(input), signer, options);
}
