import { readForeign } from '../diagnostics/read-foreign.js';
import { readAcmeIdentity, type AcmeIdentity } from './acme-identity.js';
import { readAdCertificateIdentity, type AdCertificateIdentity } from './ad-certificate-identity.js';
import { identityKind } from './identity-kind.js';
import { readPkcs12Identity, type Pkcs12Identity } from './pkcs12-identity.js';
import { readScepIdentity, type ScepIdentity } from './scep-identity.js';

/** A certificate with its private key, or the way to one. A frozen value: it may be kept, copied and used in many profiles. */
export type Identity = Pkcs12Identity | ScepIdentity | AcmeIdentity | AdCertificateIdentity;

/** Whether `value` is an identity, or a copy of one that still has its tag. */
export function isIdentity(value: unknown): value is Identity {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, identityKind);
}

/**
 * The identity as a frozen copy, which nobody else can change.
 *
 * @throws TypeError that begins with `name` when it is none, or is no longer what it was made as
 */
export function readIdentity(value: unknown, name: string): Identity {
  const copy = copyOf(value, name);
  switch (copy[identityKind]) {
    case 'pkcs12':
      return readPkcs12Identity(name, copy as Pkcs12Identity);
    case 'scep':
      return readScepIdentity(name, copy);
    case 'acme':
      return readAcmeIdentity(name, copy);
    case 'adCertificate':
      return readAdCertificateIdentity(name, copy);
    default:
      throw new TypeError(`${name} must be an identity, for example from pkcs12Identity()`);
  }
}

/** Each part is read once: a getter or a proxy may say something else the next time. */
function copyOf(value: unknown, name: string): { readonly [identityKind]?: unknown } {
  return readForeign(name, () => (isIdentity(value) ? { ...value } : {}));
}
