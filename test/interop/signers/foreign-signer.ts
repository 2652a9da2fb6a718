import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import type { TestContext } from 'vitest';
import { intermediate, profile, signerOf } from '../../vectors/cms-messages/cms-message.js';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import { testKey, type KeyKind } from '../../support/test-key.js';

/** One way in which a program of others signs. */
export interface SignedForm {
  readonly name: string;
  /** What the program is told, in words of its own. */
  readonly options?: readonly string[];
  /** The digest, as the program is told and as we show it. */
  readonly digest?: 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
  readonly keys?: readonly KeyKind[];
  /** The certificate of the signer stands alone in the message. */
  readonly isAlone?: boolean;
  /** The message is PEM or S/MIME. */
  readonly isText?: boolean;
  /** The codes of the issues that it has. */
  readonly issues?: readonly string[];
}

/** A form, and the signer who is to sign in it. */
export interface SigningJob {
  readonly name: string;
  readonly form: SignedForm;
  readonly kind: KeyKind;
  readonly signer: IssuedCertificate;
  readonly privateKey: KeyObject;
  /** The certificate of the signer, and the intermediate unless it is left out. */
  readonly chain: readonly IssuedCertificate[];
}

/** A program that signs; it signs {@link profile} for all jobs at once. */
export interface ForeignSigner {
  readonly name: string;
  readonly forms: readonly SignedForm[];
  sign(jobs: readonly SigningJob[], folder: string, context: TestContext): Uint8Array[];
}

const usualKeys: readonly KeyKind[] = ['rsa-2048', 'p256', 'p384'];
const known = new Map<KeyKind, IssuedCertificate>();

/** NSS names the key of an RSA signer as one to encrypt with, and so asks for keyEncipherment. */
function identityOf(kind: KeyKind): IssuedCertificate {
  const found = known.get(kind) ?? signerOf(kind, { keyUsage: ['digitalSignature', 'keyEncipherment'] });
  known.set(kind, found);
  return found;
}

/** Every form with every key. */
export const jobsOf = ({ forms }: ForeignSigner): SigningJob[] =>
  forms.flatMap((form) =>
    (form.keys ?? usualKeys).map((kind) => {
      const signer = identityOf(kind);
      const chain = form.isAlone === true ? [signer] : [signer, intermediate];
      return { name: `${form.name} with ${kind}`, form, kind, signer, privateKey: testKey(kind).privateKey, chain };
    }),
  );

/** The files that programs read: content, signer.pem, chain.pem (without the signer), all.pem, signer.key. */
export function writeJob({ signer, privateKey, chain }: SigningJob, folder: string): void {
  const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);
  put('content', profile);
  put('signer.pem', signer.pem);
  put(
    'chain.pem',
    chain
      .slice(1)
      .map(({ pem }) => pem)
      .join(''),
  );
  put('all.pem', chain.map(({ pem }) => pem).join(''));
  put('signer.key', privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

/** A job for a program that reads JSON; bytes are base64. */
export const questionOf = ({ form, privateKey, chain }: SigningJob) => ({
  form: form.options?.[0] ?? '',
  digest: form.digest ?? 'sha256',
  content: Buffer.from(profile).toString('base64'),
  key: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  certificates: chain.map(({ der }) => Buffer.from(der).toString('base64')),
});
