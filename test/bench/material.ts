import { sign, verify, type KeyObject } from 'node:crypto';
import { createSigner, readCertificates, type Certificate, type Signer } from 'profilewright';
import { rootCA, signerChain } from '../support/authorities.js';
import { testKey, type KeyKind } from '../support/test-key.js';

/** All that a signature needs, made before the clock runs. */
export interface BenchSigner {
  readonly name: string;
  readonly signer: Signer;
  /** The bare operations that the ratios are held against: on the bytes that are signed, with keys that are loaded. */
  readonly rawSign: () => Buffer;
  readonly rawSignAndVerify: () => void;
}

const names: Partial<Record<KeyKind, string>> = { 'rsa-2048': 'RSA-2048', 'rsa-4096': 'RSA-4096', p256: 'P-256' };

/** As long as signed attributes are: SHA-256 of a short message, whatever the content. */
const signedBytes = new Uint8Array(107).fill(7);

export async function benchSigner(kind: KeyKind): Promise<BenchSigner> {
  const { keyPem, certificate, chain } = signerChain(kind);
  const signer = await createSigner({
    key: keyPem,
    certificate: certificate.der,
    chain: chain.map(({ der }) => der),
  });
  const { privateKey, publicKey } = testKey(kind);
  return { name: names[kind] ?? kind, signer, ...rawOperations(privateKey, publicKey) };
}

function rawOperations(privateKey: KeyObject, publicKey: KeyObject): Pick<BenchSigner, 'rawSign' | 'rawSignAndVerify'> {
  const rawSign = (): Buffer => sign('sha256', signedBytes, privateKey);
  return {
    rawSign,
    rawSignAndVerify: () => {
      if (!verify('sha256', signedBytes, publicKey, rawSign())) throw new Error('the bare signature is wrong');
    },
  };
}

/** A root as people have it, read before the clock runs. */
export function benchRoot(): Certificate {
  const [root] = readCertificates(rootCA({ subject: 'Bench Root', key: testKey('rsa-2048', 1) }).der);
  if (root === undefined) throw new Error('no root was made');
  return root;
}
