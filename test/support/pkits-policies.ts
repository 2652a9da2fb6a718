/** What a relying party may demand (RFC 5280 section 6.1.1 (c) to (g)). */
export interface PolicyInputs {
  readonly explicit?: true;
  readonly inhibitMapping?: true;
  readonly inhibitAny?: true;
  /** The user-initial-policy-set; any policy unless given. */
  readonly policies?: readonly string[];
}

export interface PolicySituation {
  readonly title: string;
  /** In the notation of `readPolicyChain`. */
  readonly chain: string;
  readonly inputs: PolicyInputs;
  readonly isAcceptable: boolean;
}

type Row = readonly [title: string, chain: string, ...runs: readonly (readonly [PolicyInputs, boolean])[]];

const valid = [{}, true] as const;
const invalid = [{}, false] as const;
const onlyFor = (...policies: readonly string[]): PolicyInputs => ({ policies });

const certificatePolicies: readonly Row[] = [
  [
    '4.8.1: all certificates have the same policy',
    'P1 | P1',
    [{ explicit: true }, true],
    [{ explicit: true, ...onlyFor('P1') }, true],
    [{ explicit: true, ...onlyFor('P2') }, false],
    [{ explicit: true, ...onlyFor('P1', 'P2') }, true],
  ],
  ['4.8.2: no certificate has a policy', '- | -', valid, [{ explicit: true }, false]],
  [
    '4.8.3: the first has another policy than the rest',
    'P1 | P2 | P2',
    valid,
    [{ explicit: true }, false],
    [{ explicit: true, ...onlyFor('P1', 'P2') }, false],
  ],
  ['4.8.4: the leaf has another policy than the rest', 'P1 | P1 explicit:0 | P2', invalid],
  ['4.8.5: the second has another policy than the rest', 'P1 | P2 explicit:0 | P1', invalid],
  [
    '4.8.6: one policy is in all certificates',
    'P1 P2 P3 P4 explicit:0 | P1 P2 P3 | P1 P2 | P1 ca',
    valid,
    [onlyFor('P1'), true],
    [onlyFor('P2'), false],
  ],
  ['4.8.7: no policy is in all, the leaf parts from them', 'P1 P2 P3 explicit:0 | P1 P2 | P1 | P2 ca', invalid],
  ['4.8.8: no policy is in all, the third parts from them', 'P1 P2 explicit:0 | P1 | P2 | P1 ca', invalid],
  ['4.8.9: no policy is in all five', 'P1 P2 P3 explicit:0 | P1 P2 | P2 | P1 | P1', invalid],
  [
    '4.8.10: all certificates have the same two policies',
    'P1 P2 explicit:0 | P1 P2',
    valid,
    [onlyFor('P1'), true],
    [onlyFor('P2'), true],
  ],
  ['4.8.11: all certificates have anyPolicy', 'any explicit:0 | any', valid, [onlyFor('P1'), true]],
  ['4.8.12: two certificates have two policies', 'P3 explicit:0 | P1', invalid],
  [
    '4.8.13: all certificates have the same three policies',
    'P1 P2 P3 explicit:0 | P1 P2 P3',
    [onlyFor('P1'), true],
    [onlyFor('P2'), true],
    [onlyFor('P3'), true],
  ],
  ['4.8.14: a policy below anyPolicy', 'any explicit:0 | P1', [onlyFor('P1'), true], [onlyFor('P2'), false]],
  ['4.8.15: a user notice in the only certificate', 'P1(notice)', valid],
  ['4.8.16: two user notices', 'P1 | P1(notice) P2(notice)', valid],
  ['4.8.17: a user notice of anyPolicy', 'P1 | any(notice)', valid],
  [
    '4.8.18: user notices of a policy and of anyPolicy',
    'P1 P2 explicit:0 | P1(notice) any(notice)',
    [onlyFor('P1'), true],
    [onlyFor('P2'), true],
  ],
  ['4.8.19: a user notice that is too long', 'P1(long)', valid],
  ['4.8.20: a pointer to a practice statement', 'P1 | P1(cps)', [{ explicit: true, ...onlyFor('P1') }, true]],
];

const requireExplicitPolicy: readonly Row[] = [
  ['4.9.1: demanded far below the leaf', 'P1 explicit:10 | P1 | P1 | P1 | -', valid],
  ['4.9.2: demanded one certificate below the leaf', 'P1 explicit:5 | P1 | P1 | P1 | -', valid],
  ['4.9.3: demanded at the leaf, which has no policy', 'P1 explicit:4 | P1 | P1 | P1 | -', invalid],
  ['4.9.4: demanded at once, and all have the policy', 'P1 explicit:0 | P1 | P1 | P1 | P1', valid],
  ['4.9.5: the smallest of three counts', 'P1 explicit:7 | P1 explicit:2 | P1 explicit:4 | P1 | -', invalid],
  ['4.9.6: a self-issued certificate does not count', 'P1 explicit:2 | P1 self | -', valid],
  ['4.9.7: the one below the self-issued counts', 'P1 explicit:2 | P1 self | P1 | -', invalid],
  ['4.9.8: two that are self-issued, one that is not', 'P1 explicit:2 | P1 self | P1 | P1 self | -', invalid],
];

const mapping1to3 = 'P1 P2 P1>P3 explicit:0 | P2 P5 P2>P4 | P4 P4>P5';
const mapping1to234 = 'P1 P1>P2 P1>P3 P1>P4 explicit:0 | P2 P3 P6 P2>P5';

const policyMappings: readonly Row[] = [
  [
    '4.10.1: the leaf has the mapped policy',
    'P1 P1>P2 explicit:0 | P2',
    [onlyFor('P1'), true],
    [onlyFor('P2'), false],
    [{ inhibitMapping: true }, false],
  ],
  [
    '4.10.2: the leaf has the policy that was mapped away',
    'P1 P1>P2 explicit:0 | P1',
    invalid,
    [{ inhibitMapping: true }, false],
  ],
  ['4.10.3: mapped twice on the way to the leaf', `${mapping1to3} | P5`, [onlyFor('P1'), false], [onlyFor('P2'), true]],
  ['4.10.4: the leaf has a policy that no mapping leads to', `${mapping1to3} | P6`, invalid],
  [
    '4.10.5: one of three mappings goes on to the leaf',
    `${mapping1to234} | P5`,
    [onlyFor('P1'), true],
    [onlyFor('P6'), false],
  ],
  [
    '4.10.6: another of three mappings ends at the leaf',
    `${mapping1to234} | P3`,
    [onlyFor('P1'), true],
    [onlyFor('P6'), false],
  ],
  ['4.10.7: a mapping from anyPolicy', 'P1 any>P1 explicit:0 | P1', invalid],
  ['4.10.8: a mapping to anyPolicy', 'P1 P1>any explicit:0 | P1', invalid],
  ['4.10.9: below anyPolicy, a policy that was mapped away', 'any P1>P2 explicit:0 | P1', valid],
  ['4.10.10: the same where anyPolicy stands for one policy', 'P1 | any P1>P2 explicit:0 | P1', invalid],
  ['4.10.11: the mapped policy where anyPolicy stands for one', 'P1 | any P1>P2 explicit:0 | P2', valid],
  [
    '4.10.12: the leaf has the mapped policy and anyPolicy',
    'P1 P2 P1>P3 explicit:0 | any(notice) P3(notice)',
    [onlyFor('P1'), true],
    [onlyFor('P2'), true],
  ],
  ['4.10.13: the mapped policy below it and anyPolicy', 'P1(notice) any(notice) P1>P2 explicit:0 | P2', valid],
  ['4.10.14: the policy itself below it and anyPolicy', 'P1(notice) any(notice) P1>P2 explicit:0 | P1', valid],
];

const inhibit1For12 = 'P1 P2 explicit:0 mapping:1 | P1 P2 P1>P3 P2>P4';
const inhibit1SelfIssued = 'P1 explicit:0 mapping:1 | P1 self | P1 P1>P2';

const inhibitPolicyMapping: readonly Row[] = [
  ['4.11.1: inhibited at once', 'P1 explicit:0 mapping:0 | P1 P1>P2 | P1 P2', invalid],
  ['4.11.2: one more certificate may map', `${inhibit1For12} | P3`, valid],
  ['4.11.3: the one below it may not', `${inhibit1For12} | P3 P4 P3>P5 | P5`, invalid],
  ['4.11.4: what is not mapped stays', `${inhibit1For12} | P3 P4 P3>P5 | P4`, valid],
  ['4.11.5: the smaller number below counts', 'P1 explicit:0 mapping:5 | P1 mapping:1 | P1 | P1 P1>P2 | P2', invalid],
  [
    '4.11.6: a greater number below does not',
    'P1 P2 explicit:0 mapping:1 | P1 P2 mapping:5 | P1 P2 P1>P3 | P3',
    invalid,
  ],
  ['4.11.7: a self-issued certificate does not count', `${inhibit1SelfIssued} | P2`, valid],
  ['4.11.8: the second mapping is one too many', `${inhibit1SelfIssued} | P2 P2>P3 | P3`, invalid],
  ['4.11.9: and takes away what it maps', `${inhibit1SelfIssued} | P2 P2>P3 | P2`, invalid],
  ['4.11.10: also in a self-issued certificate', `${inhibit1SelfIssued} | P2 P2>P3 self | P3`, invalid],
  ['4.11.11: which takes it away too', `${inhibit1SelfIssued} | P2 P2>P3 self | P2`, invalid],
];

const inhibitAnyPolicy: readonly Row[] = [
  ['4.12.1: inhibited at once, the leaf has anyPolicy', 'P1 explicit:0 inhibit-any:0 | any', invalid],
  ['4.12.2: the leaf has the policy besides', 'P1 explicit:0 inhibit-any:0 | any P1', valid],
  [
    '4.12.3: one more certificate may have anyPolicy',
    'P1 explicit:0 inhibit-any:1 | any | P1',
    valid,
    [{ inhibitAny: true }, false],
  ],
  ['4.12.4: the one below it may not', 'P1 explicit:0 inhibit-any:1 | any | any', invalid],
  ['4.12.5: the smaller number below counts', 'P1 explicit:0 inhibit-any:5 | P1 inhibit-any:1 | P1 | any', invalid],
  ['4.12.6: a greater number below does not', 'P1 explicit:0 inhibit-any:1 | P1 inhibit-any:5 | any', invalid],
  ['4.12.7: a self-issued certificate does not count', 'P1 explicit:0 inhibit-any:1 | P1 self | any | P1', valid],
  ['4.12.8: two that are not self-issued', 'P1 explicit:0 inhibit-any:1 | P1 self | any | any | P1', invalid],
  ['4.12.9: a self-issued CA may have anyPolicy', 'P1 explicit:0 inhibit-any:1 | P1 self | any | any self | P1', valid],
  ['4.12.10: a self-issued leaf may not', 'P1 explicit:0 inhibit-any:1 | P1 self | any | any self', invalid],
];

const rows = [
  certificatePolicies,
  requireExplicitPolicy,
  policyMappings,
  inhibitPolicyMapping,
  inhibitAnyPolicy,
].flat();

function nameInputs({ policies, ...flags }: PolicyInputs): string {
  const words = [...Object.keys(flags), ...(policies === undefined ? [] : [`only ${policies.join(', ')}`])];
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

/**
 * The situations and the verdicts of NIST's Public Key Interoperability Test Suite (PKITS, version 1.0.1), sections 4.8 to
 * 4.12, in certificates of our own.
 */
export const pkitsSituations: readonly PolicySituation[] = rows.flatMap(([title, chain, ...runs]) =>
  runs.map(([inputs, isAcceptable]) => ({ title: `${title}${nameInputs(inputs)}`, chain, inputs, isAcceptable })),
);

/**
 * The same demands as a chain: one more CA on top makes them, for validators that take no inputs. With a set of policies
 * it has these alone, else anyPolicy.
 */
export function withInputsAsCA({ chain, inputs }: PolicySituation): string {
  if (Object.keys(inputs).length === 0) return chain;
  const words = [
    ...(inputs.policies ?? ['any']),
    ...(inputs.explicit ? ['explicit:0'] : []),
    ...(inputs.inhibitMapping ? ['mapping:0'] : []),
    ...(inputs.inhibitAny ? ['inhibit-any:0'] : []),
  ];
  return `${words.join(' ')} | ${chain}`;
}
