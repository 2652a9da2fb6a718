import { caExtensions, commonName, issue, keyUsage, type Issued, type KeyKind } from '../unit/trust/lab.js';

/** PEM texts for `createSigner`. */
interface SignerMaterial {
  readonly key: string;
  readonly certificate: string;
}

/** A root, and signers of both key types under it, made for this run. */
export interface SmokeMaterial {
  readonly root: string;
  readonly signers: { readonly rsa: SignerMaterial; readonly ec: SignerMaterial };
}

const dayMilliseconds = 86_400_000;
const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

export function smokeMaterial(): SmokeMaterial {
  const notBefore = new Date(Date.now() - dayMilliseconds);
  const notAfter = new Date(Date.now() + 90 * dayMilliseconds);
  const subject = commonName('Smoke Root');
  const root = issue({ subject, notBefore, notAfter, extensions: caExtensions() });
  const signer = (name: string, key: KeyKind): SignerMaterial => {
    const leaf: Issued = issue({
      subject: commonName(name),
      issuer: root,
      key,
      notBefore,
      notAfter,
      extensions: [keyUsage(0x80)],
    });
    return {
      key: leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      certificate: pem(leaf.certificate.raw),
    };
  };
  return {
    root: pem(root.certificate.raw),
    signers: { rsa: signer('Smoke RSA', 'RSA-2048'), ec: signer('Smoke EC', 'P-256 b') },
  };
}
