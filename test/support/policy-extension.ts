import { ascii, contextPrimitive, integer, oid, sequence, tlv, universal, type Bytes } from './der.js';
import { encodeGeneralName, type GeneralNameInput } from './general-name.js';
import type { BooleanInput, ExtensionInput } from './extension.js';
import { stringValue } from './name.js';

export const anyPolicyOid = '2.5.29.32.0';

/** A policy by its dotted OID, with encoded PolicyQualifierInfos. */
export interface PolicyInput {
  readonly policy: string;
  readonly qualifiers?: readonly Uint8Array[];
}

/** `CertificatePolicies ::= SEQUENCE OF SEQUENCE { policyIdentifier, policyQualifiers SEQUENCE OPTIONAL }` */
export function certificatePolicies(
  policies: readonly (string | PolicyInput)[],
  critical: BooleanInput = false,
): ExtensionInput {
  const information = (input: string | PolicyInput): Bytes => {
    const { policy, qualifiers } = typeof input === 'string' ? { policy: input } : input;
    return sequence(oid(policy), ...(qualifiers === undefined ? [] : [sequence(...qualifiers)]));
  };
  return { oid: '2.5.29.32', critical, value: sequence(...policies.map(information)) };
}

/** `UserNotice ::= SEQUENCE { noticeRef OPTIONAL, explicitText DisplayText OPTIONAL }` */
export const userNotice = (text: string): Bytes => sequence(oid('1.3.6.1.5.5.7.2.2'), sequence(stringValue(text)));

/** `CPSuri ::= IA5String` */
export const cpsPointer = (uri: string): Bytes =>
  sequence(oid('1.3.6.1.5.5.7.2.1'), tlv(universal.ia5String, ascii(uri)));

/** `PolicyMappings ::= SEQUENCE OF SEQUENCE { issuerDomainPolicy, subjectDomainPolicy }` */
export function policyMappings(
  mappings: readonly (readonly [issuer: string, subject: string])[],
  critical: BooleanInput = true,
): ExtensionInput {
  const value = sequence(...mappings.map(([issuer, subject]) => sequence(oid(issuer), oid(subject))));
  return { oid: '2.5.29.33', critical, value };
}

export interface PolicyConstraintsInput {
  /** Numbers, or the very content octets. */
  readonly requireExplicitPolicy?: number | Uint8Array;
  readonly inhibitPolicyMapping?: number | Uint8Array;
}

/** `PolicyConstraints ::= SEQUENCE { requireExplicitPolicy [0] OPTIONAL, inhibitPolicyMapping [1] OPTIONAL }` */
export function policyConstraints(input: PolicyConstraintsInput, critical: BooleanInput = true): ExtensionInput {
  const field = (number: number, value?: number | Uint8Array): Bytes[] =>
    value === undefined
      ? []
      : [contextPrimitive(number, value instanceof Uint8Array ? value : integer(value).subarray(2))];
  const fields = [...field(0, input.requireExplicitPolicy), ...field(1, input.inhibitPolicyMapping)];
  return { oid: '2.5.29.36', critical, value: sequence(...fields) };
}

/** `InhibitAnyPolicy ::= INTEGER` */
export const inhibitAnyPolicy = (skipCerts: number | Uint8Array, critical: BooleanInput = true): ExtensionInput => ({
  oid: '2.5.29.54',
  critical,
  value: integer(skipCerts),
});

/** `AuthorityInfoAccessSyntax ::= SEQUENCE OF SEQUENCE { accessMethod, accessLocation GeneralName }` */
export function authorityInfoAccess(
  descriptions: readonly { readonly method: string; readonly location: GeneralNameInput }[],
  critical: BooleanInput = false,
): ExtensionInput {
  const value = sequence(
    ...descriptions.map(({ method, location }) => sequence(oid(method), encodeGeneralName(location))),
  );
  return { oid: '1.3.6.1.5.5.7.1.1', critical, value };
}
