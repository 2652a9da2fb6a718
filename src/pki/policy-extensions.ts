import { universalTag, type BerValue } from '../asn1/ber.js';
import { decodeOid } from '../asn1/oid.js';

/** The policy that stands for every policy (RFC 5280 section 4.2.1.4). */
export const anyPolicy = '2.5.29.32.0';

/** RFC 5280 section 4.2.1.4: OIDs, dotted, each once; qualifiers are not kept. */
export interface CertificatePolicies {
  readonly critical: boolean;
  readonly policies: readonly string[];
}

/** What the issuer calls the one policy, the subject calls the other. Neither is anyPolicy. */
export interface PolicyMapping {
  readonly issuerDomainPolicy: string;
  readonly subjectDomainPolicy: string;
}

/** RFC 5280 section 4.2.1.5. */
export interface PolicyMappings {
  readonly critical: boolean;
  readonly mappings: readonly PolicyMapping[];
}

/** RFC 5280 section 4.2.1.11: after how many more certificates each starts to bind; at least one is there. */
export interface PolicyConstraints {
  readonly critical: boolean;
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}

/** RFC 5280 section 4.2.1.14. */
export interface InhibitAnyPolicy {
  readonly critical: boolean;
  readonly skipCerts: number;
}

/** What the extensions about certificate policies say. */
export interface PolicyFacts {
  readonly certificatePolicies?: CertificatePolicies;
  readonly policyMappings?: PolicyMappings;
  readonly policyConstraints?: PolicyConstraints;
  readonly inhibitAnyPolicy?: InhibitAnyPolicy;
}

/** By the names of the extensions; each gives the fact, or says in a text what is wrong with the value. */
export const policyDecoders: Readonly<Record<string, (value: BerValue, critical: boolean) => PolicyFacts | string>> = {
  certificatePolicies: decodeCertificatePolicies,
  policyMappings: decodePolicyMappings,
  policyConstraints: decodePolicyConstraints,
  inhibitAnyPolicy: decodeInhibitAnyPolicy,
};

/**
 * `SEQUENCE SIZE (1..MAX) OF PolicyInformation`, which is
 * `SEQUENCE { policyIdentifier OBJECT IDENTIFIER, policyQualifiers SEQUENCE OF PolicyQualifierInfo OPTIONAL }`.
 */
function decodeCertificatePolicies(value: BerValue, critical: boolean): PolicyFacts | string {
  if (universalTag(value) !== 16) return 'CertificatePolicies is not a SEQUENCE';
  if (value.children.length === 0) return 'CertificatePolicies is empty';
  const policies = value.children.map(readPolicyInformation);
  if (!policies.every((policy) => policy !== undefined)) return 'a PolicyInformation cannot be read';
  if (new Set(policies).size < policies.length) return 'a policy is listed twice';
  return { certificatePolicies: { critical, policies: Object.freeze(policies) } };
}

function readPolicyInformation(value: BerValue): string | undefined {
  const [identifier, qualifiers, ...others] = universalTag(value) === 16 ? value.children : [];
  if (others.length > 0 || (qualifiers !== undefined && !isQualifierList(qualifiers))) return undefined;
  return readOid(identifier);
}

/** `SEQUENCE SIZE (1..MAX) OF SEQUENCE { policyQualifierId OBJECT IDENTIFIER, qualifier ANY }` */
function isQualifierList(value: BerValue): boolean {
  const isQualifier = (item: BerValue): boolean =>
    universalTag(item) === 16 && item.children.length === 2 && readOid(item.children[0]) !== undefined;
  return universalTag(value) === 16 && value.children.length > 0 && value.children.every(isQualifier);
}

/** `SEQUENCE SIZE (1..MAX) OF SEQUENCE { issuerDomainPolicy, subjectDomainPolicy OBJECT IDENTIFIER }` */
function decodePolicyMappings(value: BerValue, critical: boolean): PolicyFacts | string {
  if (universalTag(value) !== 16) return 'PolicyMappings is not a SEQUENCE';
  if (value.children.length === 0) return 'PolicyMappings is empty';
  const mappings = value.children.map(readMapping);
  if (!mappings.every((mapping) => mapping !== undefined)) return 'a policy mapping cannot be read';
  const isAny = (mapping: PolicyMapping): boolean => Object.values(mapping).includes(anyPolicy);
  // RFC 5280 section 6.1.4 (a) refuses the path for it.
  if (mappings.some(isAny)) return 'anyPolicy is mapped';
  return { policyMappings: { critical, mappings: Object.freeze(mappings) } };
}

function readMapping(value: BerValue): PolicyMapping | undefined {
  const [issuer, subject, ...others] = universalTag(value) === 16 ? value.children : [];
  const issuerDomainPolicy = readOid(issuer);
  const subjectDomainPolicy = readOid(subject);
  if (issuerDomainPolicy === undefined || subjectDomainPolicy === undefined || others.length > 0) return undefined;
  return Object.freeze({ issuerDomainPolicy, subjectDomainPolicy });
}

const constraintNames = ['requireExplicitPolicy', 'inhibitPolicyMapping'] as const;

/** `SEQUENCE { requireExplicitPolicy [0] SkipCerts OPTIONAL, inhibitPolicyMapping [1] SkipCerts OPTIONAL }` */
function decodePolicyConstraints(value: BerValue, critical: boolean): PolicyFacts | string {
  if (universalTag(value) !== 16) return 'PolicyConstraints is not a SEQUENCE';
  if (value.children.length === 0) return 'PolicyConstraints is empty';
  const constraints: Partial<Record<(typeof constraintNames)[number], number>> = {};
  let next = 0;
  for (const part of value.children) {
    const name = part.tagClass === 2 && part.tagNumber >= next ? constraintNames[part.tagNumber] : undefined;
    if (name === undefined) return 'PolicyConstraints has an unknown, doubled or misplaced field';
    const skipCerts = readSkipCerts(part);
    if (skipCerts === undefined) return `${name} is not a number of certificates`;
    constraints[name] = skipCerts;
    next = part.tagNumber + 1;
  }
  return { policyConstraints: { critical, ...constraints } };
}

/** `InhibitAnyPolicy ::= SkipCerts` */
function decodeInhibitAnyPolicy(value: BerValue, critical: boolean): PolicyFacts | string {
  const skipCerts = universalTag(value) === 2 ? readSkipCerts(value) : undefined;
  return skipCerts === undefined
    ? 'InhibitAnyPolicy is not a number of certificates'
    : { inhibitAnyPolicy: { critical, skipCerts } };
}

/**
 * `SkipCerts ::= INTEGER (0..MAX)`; all that is longer than any path counts as one number. Undefined when it is negative,
 * empty, in pieces, or padded with a zero octet, which Apple's parser refuses.
 */
function readSkipCerts({ constructed, content }: BerValue): number | undefined {
  const [first = 0x80, second = 0x80] = content;
  if (constructed || first >= 0x80 || (first === 0 && second < 0x80)) return undefined;
  return content.reduce((number, octet) => Math.min(number * 256 + octet, 0x7fffffff), 0);
}

function readOid(value: BerValue | undefined): string | undefined {
  return value !== undefined && universalTag(value) === 6 && !value.constructed ? decodeOid(value.content) : undefined;
}
