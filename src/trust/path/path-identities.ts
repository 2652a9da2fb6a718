import type { Certificate } from '../../pki/certificate.js';

/**
 * Small numbers in place of long byte strings, so that a search compares each name and key once, however long a hostile
 * certificate makes them. Name and key together make an entity (RFC 4158 section 2.4.2).
 */
export class Identities {
  readonly #known = new Map<Certificate, { readonly key: number; readonly entity: string }>();
  readonly #keys = new Map<string, number>();
  readonly #names = new Map<string, number>();

  /** Equal for certificates of one public key. */
  keyOf(certificate: Certificate): number {
    return this.#identify(certificate).key;
  }

  /** Equal for certificates of one subject and public key. */
  entityOf(certificate: Certificate): string {
    return this.#identify(certificate).entity;
  }

  #identify(certificate: Certificate): { readonly key: number; readonly entity: string } {
    const known = this.#known.get(certificate);
    if (known !== undefined) return known;
    const key = numberOf(this.#keys, Buffer.from(certificate.publicKey.spki).toString('latin1'));
    const name = numberOf(this.#names, certificate.subject.normalized);
    const identity = { key, entity: `${String(key)} ${String(name)}` };
    this.#known.set(certificate, identity);
    return identity;
  }
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text) ?? numbers.size;
  numbers.set(text, known);
  return known;
}
