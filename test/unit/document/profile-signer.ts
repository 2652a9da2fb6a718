import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import type { Signer } from '../../../src/cms/signer.js';
import { isProfilewrightError, type ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { rootCA, signerChain, type SignerMaterial } from '../../support/authorities.js';

export const root = rootCA();
export const profile = new ProfileBuilder().addRootCA(root.pem).build();
export const signerOf = (
  { keyPem, certificate, chain }: SignerMaterial,
  sent = chain.map(({ pem }) => pem),
): Promise<Signer> => createSigner({ key: keyPem, certificate: certificate.pem, chain: sent });
export const material = signerChain('p256');
export const signer = await signerOf(material);
export const remote = (sign: Signer['sign']): Signer => ({ ...signer, sign });

export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
}

export async function refusalOf(...input: Parameters<typeof signProfile>): Promise<ProfilewrightError> {
  const error = await errorOf(signProfile(...input));
  if (isProfilewrightError(error)) return error;
  throw error;
}
