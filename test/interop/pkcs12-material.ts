import { signerChain, type SignerMaterial } from '../support/authorities.js';
import { testKey } from '../support/test-key.js';

/** RSA from top to bottom: node-forge can read nothing else. */
const onlyRsaKeys = { intermediate: { key: testKey('rsa-2048', 1) }, root: { key: testKey('rsa-2048', 2) } };
export const material = { RSA: signerChain('rsa-2048', onlyRsaKeys), EC: signerChain('p256') };
export type KeyName = keyof typeof material;
export const passwords = { ASCII: 'correct horse 1', 'Latin-1': 'Äpfel & Söhne', Unicode: 'Äpfel 名 €' };
export type PasswordName = keyof typeof passwords;

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const bytesOf = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64');
export const ders = ({ certificate, chain }: SignerMaterial): string[] =>
  [certificate, ...chain].map(({ der }) => base64(der));

/** Every key with every password. */
export const combinations = (Object.keys(material) as KeyName[]).flatMap((key) =>
  (Object.keys(passwords) as PasswordName[]).map((password) => ({ key, password })),
);
