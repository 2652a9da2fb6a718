import { leaf, rootCA, intermediateCA } from '../../support/authorities.js';
import { ascii, type Bytes } from '../../support/der.js';
import type { CertificateOptions, IssuedCertificate } from '../../support/issue-certificate.js';
import { signedMessage, type SignedMessageOptions } from '../../support/signed-message.js';
import { testKey, type KeyKind } from '../../support/test-key.js';

/** A message, what we say of it, and what openssl says. */
export interface CmsMessage {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** What `verifyProfile` shows the signer as with the root as anchor, or the code of its refusal. */
  readonly verify: string;
  /** The codes of the issues that `verifyProfile` tells; none unless given. */
  readonly issues?: readonly string[];
  /** What `parseProfile` says where that is something else: it judges the signature too, but not who signed. */
  readonly parse?: 'opened' | (string & {});
  /** What `openssl cms -verify` says: with the root, only with `-noverify`, or not at all. */
  readonly openssl: 'Verified' | 'Not Verified' | 'refused';
  /** Its `-inform`, when that is not DER. */
  readonly form?: 'PEM' | 'SMIME';
  /** Why we and openssl disagree on purpose. */
  readonly why?: string;
  /** Whose signature it is, where that could be mistaken. */
  readonly signer?: () => IssuedCertificate;
}

/** The profile that is signed. Its digest means nothing; its bytes have to come out as they went in. */
export const profile: Bytes = ascii(`<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
\t<key>PayloadType</key><string>Configuration</string>\r
\t<key>PayloadVersion</key><integer>1</integer>
\t<key>PayloadIdentifier</key><string>com.example.cms</string>
\t<key>PayloadUUID</key><string>4FBF0A9C-3B58-4E4B-9E0B-3D6A4A4E4C11</string>
\t<key>PayloadContent</key><array/>
</dict></plist>
`);

/** What an attacker would rather have signed: as long as {@link profile}. */
export const otherProfile: Bytes = ascii(
  Buffer.from(profile).toString('latin1').replace('com.example.cms', 'com.evil.profil'),
);

export const root: IssuedCertificate = rootCA({ subject: 'CMS Root', key: testKey('p256', 3) });
export const intermediate: IssuedCertificate = intermediateCA(root, { subject: 'CMS Intermediate' });

const known = new Map<string, IssuedCertificate>();

/** The signer whose key is of this kind, one a run; with options, a new one. */
export function signerOf(kind: KeyKind = 'p256', options?: CertificateOptions): IssuedCertificate {
  const found = options === undefined ? known.get(kind) : undefined;
  if (found !== undefined) return found;
  const made = leaf(intermediate, {
    subject: `Signer ${kind}`,
    key: testKey(kind),
    extendedKeyUsage: ['emailProtection'],
    subjectAltName: 'absent',
    ...options,
  });
  if (options === undefined) known.set(kind, made);
  return made;
}

/** A sound message of the profile with the chain in it, but for what is changed. */
export function message(changes: Partial<SignedMessageOptions> = {}): Bytes {
  const { signer = signerOf() } = changes;
  return signedMessage({ signer, content: profile, certificates: [signer.der, intermediate.der], ...changes });
}

/** A row of a message that both take, with its issues. */
export const sound = (
  name: string,
  changes: Partial<SignedMessageOptions>,
  ...issues: readonly string[]
): CmsMessage => ({
  name,
  make: () => message(changes),
  verify: 'Verified',
  ...(issues.length === 0 ? {} : { issues }),
  openssl: 'Verified',
});

/** A row of a message that both refuse. */
export const refused = (name: string, code: string, make: () => Uint8Array): CmsMessage => ({
  name,
  make,
  verify: code,
  openssl: 'refused',
});
