import type { PlistInput } from '../plist/value.js';

/** What a reference may lead to: a certificate, or an identity by the way it comes to its key. */
export type ReferredKind = 'certificate' | 'pkcs12' | 'scep' | 'acme' | 'adCertificate';

/** The payload types that hold each of them, of several the usual one first. */
export const referredTypes: Readonly<Record<ReferredKind, readonly string[]>> = {
  certificate: ['com.apple.security.root', 'com.apple.security.pkcs1', 'com.apple.security.pem'],
  pkcs12: ['com.apple.security.pkcs12'],
  scep: ['com.apple.security.scep'],
  acme: ['com.apple.security.acme'],
  adCertificate: ['com.apple.ADCertificate.managed'],
};

/** What may be written at a reference beside a UUID, by its kind: the types of contents are made with this. */
export type ReferenceValues = Readonly<Record<ReferredKind, unknown>>;

/** What may stand under a key of any name beside keys with references. */
export type ReferringInput<Value> =
  PlistInput | Value | readonly ReferringInput<Value>[] | { readonly [key: string]: ReferringInput<Value> | undefined };

/** A key whose text is the PayloadUUID of another payload of the profile. */
export interface PayloadReference {
  /** A JSON pointer into the payload, in which `*` is any index or key. */
  readonly path: string;
  /** The types of which that payload has to be. */
  readonly payloadTypes: readonly string[];
}

/** The kinds of values that may stand for payloads of these types. */
export function referredKinds(payloadTypes: readonly string[]): ReferredKind[] {
  const kinds = Object.keys(referredTypes) as ReferredKind[];
  return kinds.filter((kind) => referredTypes[kind].some((type) => payloadTypes.includes(type)));
}
