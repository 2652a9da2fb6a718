import { sign } from 'node:crypto';
import { expect } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import type { Signer, SigningInput } from '../../../src/cms/signer.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { decodeCertificate } from '../../../src/pki/certificate.js';
import { leaf, rootCA } from '../../support/authorities.js';
import { ascii } from '../../support/der.js';
import { privateKeyOf, type CertificateOptions, type IssuedCertificate } from '../../support/issue-certificate.js';
import { testKey, type KeyKind } from '../../support/test-key.js';
import { today } from '../../support/time-value.js';

export const plist = ascii('<?xml version="1.0"?><plist version="1.0"><dict/></plist>');
/** In the very second that `messageAttributes` writes. */
export const at = new Date(today.getTime() + 999);
export const authority = rootCA({ key: testKey('p256', 3) });
export const signerOf = (key: KeyKind = 'p256', options: CertificateOptions = {}): IssuedCertificate =>
  leaf(authority, { key, extensions: [], ...options });
/** Whose key is at hand, in memory or behind a port. */
export const local = signerOf();
export const rsa = signerOf('rsa-2048');
export const [localKey, rsaKey] = [privateKeyOf(local), privateKeyOf(rsa)];

export const inMemory = (issued: IssuedCertificate, ...chain: IssuedCertificate[]): Promise<Signer> =>
  createSigner({ key: privateKeyOf(issued), certificate: issued.der, chain: chain.map(({ der }) => der) });

/** A signer behind a port: what a KMS is to this package. */
export const remote = (answer: Signer['sign'], issued = local): Signer => ({
  certificate: decodeCertificate(issued.der),
  chain: [],
  algorithm: issued === rsa ? 'RS256' : 'ES256',
  sign: answer,
});

/** Answers as a signer should. */
export const sound = ({ bytes }: SigningInput): Uint8Array => sign('sha256', bytes, localKey);

/** Answers nothing. */
export const never = (): Promise<Uint8Array> => new Promise(() => undefined);

export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('it was signed'),
    (error: unknown) => error,
  );
}

export async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await errorOf(promise);
  if (isProfilewrightError(error)) return error.code;
  throw error;
}
