import type { Certificate } from '../pki/certificate.js';
import type { PlistInput } from '../plist/value.js';
import type { PayloadTypeDefinition } from '../schema/define-payload-type.js';
import type { PayloadContent, PayloadType, ReferringContents } from '../schema/generated/payload-content.js';
import type { ReferenceValues } from '../schema/reference-values.js';
import type { AcmeIdentity } from './acme-identity.js';
import type { AdCertificateIdentity } from './ad-certificate-identity.js';
import type { Pkcs12Identity } from './pkcs12-identity.js';
import type { ScepIdentity } from './scep-identity.js';

/** What a payload of an unknown type may hold: anything that a property list can. */
export type AnyContent = Readonly<Record<string, PlistInput | undefined>>;

/** What may be written where a payload refers to another one, in place of its UUID. */
export interface ReferredValues extends ReferenceValues {
  readonly certificate: Certificate;
  readonly pkcs12: Pkcs12Identity;
  readonly scep: ScepIdentity;
  readonly acme: AcmeIdentity;
  readonly adCertificate: AdCertificateIdentity;
}

type Referring = ReferringContents<ReferredValues>;

/**
 * What {@link ProfileBuilder.addPayload} takes for a payload of a type, be it one of Apple's, one of one's own, or one that
 * nobody knows: its {@link PayloadContent}, in which a reference to a certificate or an identity may be the thing itself.
 */
export type PayloadInput<Type> = Type extends keyof Referring
  ? Referring[Type]
  : Type extends PayloadType
    ? PayloadContent<Type>
    : Type extends PayloadTypeDefinition<infer Content>
      ? Content
      : AnyContent;
