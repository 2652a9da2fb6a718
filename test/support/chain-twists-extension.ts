import { alter, together, type ChainTwist } from './chain-twist.js';
import { contextPrimitive, fromHex, integer, oid, sequence } from './der.js';
import { unknownExtension, type AuthorityKeyIdentifierInput, type ExtensionInput } from './extension.js';
import { encodeName } from './name.js';
import { labName } from './chain-draft.js';

const noIdentifiers = { subjectKeyIdentifier: 'absent', authorityKeyIdentifier: 'absent' } as const;

const byIssuerAndSerial = (commonName: string): AuthorityKeyIdentifierInput => ({
  issuer: [{ directoryName: encodeName(labName(commonName)) }],
  serialNumber: fromHex('00ffff'),
});

/** How keys are identified: for finding the issuer (RFC 5280 section 4.2.1.1). */
export const identifierTwists = {
  'leaf with the identifier of another key': alter('leaf', { authorityKeyIdentifier: 'mismatch' }),
  'leaf without authorityKeyIdentifier': alter('leaf', { authorityKeyIdentifier: 'absent' }),
  'issuer with the identifier of another key': alter('issuer', { authorityKeyIdentifier: 'mismatch' }),
  'issuer without subjectKeyIdentifier': alter('issuer', { subjectKeyIdentifier: 'absent' }),
  'issuer without identifiers': alter('issuer', noIdentifiers),
  'root without identifiers': alter('root', noIdentifiers),
  'root that identifies itself': alter('root', { authorityKeyIdentifier: 'self' }),
  'root that identifies another key': alter('root', { authorityKeyIdentifier: 'mismatch' }),
  'leaf that identifies its issuer by another serial number': alter('leaf', {
    authorityKeyIdentifier: byIssuerAndSerial('Referee Root'),
  }),
} as const satisfies Record<string, ChainTwist>;

/** Extensions that are unknown, doubled or broken. */
export const extensionTwists = {
  'leaf with an unknown extension': alter('leaf', { extraExtensions: [unknownExtension(false)] }),
  'leaf with an unknown critical extension': alter('leaf', { extraExtensions: [unknownExtension(true)] }),
  'issuer with an unknown extension': alter('issuer', { extraExtensions: [unknownExtension(false)] }),
  'issuer with an unknown critical extension': alter('issuer', { extraExtensions: [unknownExtension(true)] }),
  'root with an unknown critical extension': alter('root', { extraExtensions: [unknownExtension(true)] }),
  'leaf with an extension twice': alter('leaf', {
    extraExtensions: [unknownExtension(false), unknownExtension(false)],
  }),
  'issuer with an extension twice': alter('issuer', {
    extraExtensions: [unknownExtension(false), unknownExtension(false)],
  }),
  'leaf with subjectAltName that cannot be read': alter('leaf', {
    subjectAltName: { oid: '2.5.29.17', value: fromHex('30820a') },
  }),
  'issuer with keyUsage that cannot be read': alter('issuer', {
    keyUsage: { oid: '2.5.29.15', value: fromHex('0500') },
  }),
  'issuer with nameConstraints that cannot be read': alter('issuer', {
    extraExtensions: [{ oid: '2.5.29.30', critical: true, value: fromHex('0500') }],
  }),
} as const satisfies Record<string, ChainTwist>;

const gold = '1.3.6.1.4.1.99999.10.1';
const silver = '1.3.6.1.4.1.99999.10.2';
const any = '2.5.29.32.0';

/** `certificatePolicies ::= SEQUENCE OF PolicyInformation { policyIdentifier }` */
const policies = (...oids: readonly string[]): ExtensionInput => ({
  oid: '2.5.29.32',
  value: sequence(...oids.map((dotted) => sequence(oid(dotted)))),
});

/** `PolicyConstraints ::= SEQUENCE { requireExplicitPolicy [0], inhibitPolicyMapping [1] }` */
const constraints = (requireExplicit?: number, inhibitMapping?: number): ExtensionInput => ({
  oid: '2.5.29.36',
  critical: true,
  value: sequence(
    ...[requireExplicit, inhibitMapping].flatMap((count, number) =>
      count === undefined ? [] : [contextPrimitive(number, Uint8Array.of(count))],
    ),
  ),
});

/** `PolicyMappings ::= SEQUENCE OF SEQUENCE { issuerDomainPolicy, subjectDomainPolicy }` */
const mapping = (from: string, to: string): ExtensionInput => ({
  oid: '2.5.29.33',
  critical: true,
  value: sequence(sequence(oid(from), oid(to))),
});

/** `InhibitAnyPolicy ::= INTEGER` */
const inhibitAny: ExtensionInput = { oid: '2.5.29.54', critical: true, value: integer(0) };

const issuerAndLeaf = (issuer: readonly ExtensionInput[], leaf: readonly ExtensionInput[] = []): ChainTwist =>
  together(alter('issuer', { extraExtensions: issuer }), alter('leaf', { extraExtensions: leaf }));

const upperToLeaf = (
  upper: readonly ExtensionInput[],
  issuer: readonly ExtensionInput[],
  leaf: readonly ExtensionInput[],
): ChainTwist => ({ ...together(alter('upper', { extraExtensions: upper }), issuerAndLeaf(issuer, leaf)), depth: 2 });

/** certificatePolicies and what constrains them. */
export const policyTwists = {
  'policies that nobody demands': issuerAndLeaf([policies(gold)], [policies(silver)]),
  'a policy demanded and there': upperToLeaf([constraints(0), policies(gold)], [policies(gold)], [policies(gold)]),
  'a policy demanded, and another there': upperToLeaf(
    [constraints(0), policies(gold)],
    [policies(gold)],
    [policies(silver)],
  ),
  'a policy demanded, and the leaf has none': upperToLeaf([constraints(0), policies(gold)], [policies(gold)], []),
  'a policy demanded, and the issuer has none': upperToLeaf([constraints(0), policies(gold)], [], [policies(gold)]),
  'a policy demanded, and any policy there': upperToLeaf(
    [constraints(0), policies(any)],
    [policies(any)],
    [policies(any)],
  ),
  'a policy demanded, and any policy inhibited': upperToLeaf(
    [constraints(0), policies(gold), inhibitAny],
    [policies(any)],
    [policies(gold)],
  ),
  'a policy demanded by the issuer of the leaf': issuerAndLeaf([constraints(0), policies(gold)], [policies(gold)]),
  'a policy demanded by the issuer, and the leaf has none': issuerAndLeaf([constraints(0), policies(gold)]),
  'a policy demanded two certificates below': upperToLeaf([constraints(2), policies(gold)], [policies(gold)], []),
  'a policy demanded, and mapped': upperToLeaf(
    [constraints(0), policies(gold), mapping(gold, silver)],
    [policies(silver)],
    [policies(silver)],
  ),
  'a policy demanded, and its mapping not followed': upperToLeaf(
    [constraints(0), policies(gold), mapping(gold, silver)],
    [policies(gold)],
    [policies(gold)],
  ),
  'a policy demanded, and its mapping inhibited': upperToLeaf(
    [constraints(0, 0), policies(gold)],
    [policies(gold), mapping(gold, silver)],
    [policies(silver)],
  ),
  'a policy demanded by the root': together(
    alter('root', { extraExtensions: [constraints(0), policies(gold)] }),
    alter('leaf', { extraExtensions: [] }),
  ),
  'a policy demanded by the leaf itself': alter('leaf', { extraExtensions: [constraints(0)] }),
} as const satisfies Record<string, ChainTwist>;
