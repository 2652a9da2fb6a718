import { rootCA } from './authorities.js';
import type { ExtensionInput } from './extension.js';
import { issueCertificate, type IssuedCertificate } from './issue-certificate.js';
import {
  anyPolicyOid,
  certificatePolicies,
  cpsPointer,
  inhibitAnyPolicy,
  policyConstraints,
  policyMappings,
  userNotice,
  type PolicyInput,
} from './policy-extension.js';
import { testKey } from './test-key.js';

/** What one certificate says about policies; policies are called `any`, `P1`, `P2` ... */
export interface PolicyLink {
  /** Undefined: it has no certificatePolicies. */
  readonly policies: readonly string[] | undefined;
  readonly mappings: readonly (readonly [issuer: string, subject: string])[];
  readonly explicit: number | undefined;
  readonly mapping: number | undefined;
  readonly inhibitAny: number | undefined;
  readonly isSelfIssued: boolean;
  readonly isCA: boolean;
  readonly qualifiers: ReadonlyMap<string, string>;
}

/**
 * Reads a path as `P1 P1>P2 explicit:0 | P2`: from below the anchor to the leaf, one certificate between the bars. `P1` is a
 * policy, `any` is anyPolicy, and `P1(notice)` has a qualifier; `P1>P2` a mapping; `explicit:`, `mapping:` and `inhibit-any:`
 * the constraints; `self` makes it self-issued; `ca` makes a leaf a CA; `-` is nothing.
 */
export function readPolicyChain(text: string): readonly PolicyLink[] {
  const links = text.split('|').map((link) => link.trim().split(/\s+/));
  return links.map((words, index) => {
    const skip = (name: string): number | undefined => {
      const word = words.find((candidate) => candidate.startsWith(`${name}:`));
      return word === undefined ? undefined : Number(word.slice(name.length + 1));
    };
    const named = words.map((word) => /^(any|P\d+)(?:\((\w+)\))?$/.exec(word)).filter((match) => match !== null);
    const policies = named.map(([, policy = '']) => policy);
    return {
      policies: policies.length === 0 ? undefined : policies,
      mappings: words.filter((word) => word.includes('>')).map((word) => word.split('>') as [string, string]),
      explicit: skip('explicit'),
      mapping: skip('mapping'),
      inhibitAny: skip('inhibit-any'),
      isSelfIssued: words.includes('self'),
      isCA: index < links.length - 1 || words.includes('ca'),
      qualifiers: new Map(named.flatMap(([, policy = '', kind]) => (kind === undefined ? [] : [[policy, kind]]))),
    };
  });
}

/** NIST's test policies, and more of them. */
export const policyOid = (policy: string): string =>
  policy === 'any' ? anyPolicyOid : `2.16.840.1.101.3.2.1.48.${policy.slice(1)}`;

const qualifierKinds: Readonly<Record<string, () => Uint8Array>> = {
  notice: () => userNotice('a notice for whoever relies on this'),
  long: () => userNotice('a notice of more than two hundred characters '.repeat(6)),
  cps: () => cpsPointer('https://lab.example/cps'),
};

function policyExtensions({
  policies,
  mappings,
  explicit,
  mapping,
  inhibitAny,
  qualifiers,
}: PolicyLink): ExtensionInput[] {
  const withQualifier = (policy: string): PolicyInput => {
    const qualifier = qualifierKinds[qualifiers.get(policy) ?? ''];
    return { policy: policyOid(policy), ...(qualifier === undefined ? {} : { qualifiers: [qualifier()] }) };
  };
  const constraints = {
    ...(explicit === undefined ? {} : { requireExplicitPolicy: explicit }),
    ...(mapping === undefined ? {} : { inhibitPolicyMapping: mapping }),
  };
  return [
    ...(policies === undefined ? [] : [certificatePolicies(policies.map(withQualifier))]),
    ...(mappings.length === 0
      ? []
      : [policyMappings(mappings.map(([issuer, subject]) => [policyOid(issuer), policyOid(subject)] as const))]),
    ...(Object.keys(constraints).length === 0 ? [] : [policyConstraints(constraints)]),
    ...(inhibitAny === undefined ? [] : [inhibitAnyPolicy(inhibitAny)]),
  ];
}

/** Issues the path, each certificate with a key of its own: the leaf first, the root last. */
export function issuePolicyChain(text: string): readonly IssuedCertificate[] {
  const chain: IssuedCertificate[] = [rootCA({ subject: 'Policy Root' })];
  for (const [index, link] of readPolicyChain(text).entries()) {
    const signedBy = chain[0]!;
    chain.unshift(
      issueCertificate({
        subject: link.isSelfIssued ? signedBy.subject : `Policy ${link.isCA ? 'CA' : 'Leaf'} ${index + 1}`,
        key: testKey('p256', index + 1),
        signedBy,
        basicConstraints: { cA: link.isCA },
        keyUsage: link.isCA ? ['keyCertSign', 'cRLSign'] : ['digitalSignature'],
        extraExtensions: policyExtensions(link),
      }),
    );
  }
  return chain;
}
