import { describe, expect, test } from 'vitest';
import { judgePolicies, type PolicyResult } from '../../../../src/trust/policies/policy-graph.js';
import { pkitsSituations, withInputsAsCA } from '../../../support/pkits-policies.js';
import { issuePolicyChain } from '../../../support/policy-chain.js';
import { readPolicyPath } from './read-policy-path.js';

const judge = (chain: string, maxNodes?: number): PolicyResult =>
  judgePolicies(readPolicyPath(issuePolicyChain(chain)), maxNodes === undefined ? {} : { maxNodes });

describe('PKITS', () => {
  test.each(pkitsSituations)('$title', (situation) => {
    expect(judge(withInputsAsCA(situation)).isAcceptable).toBe(situation.isAcceptable);
  });
});

describe('a path that is acceptable', () => {
  test('has no reason and no certificate', () => {
    expect(judge('P1 explicit:0 | P1')).toEqual({ isAcceptable: true, nodes: 3 });
  });

  test('may be the anchor alone, or nothing', () => {
    expect(judgePolicies(readPolicyPath(issuePolicyChain('-').slice(1))).isAcceptable).toBe(true);
    expect(judgePolicies([]).isAcceptable).toBe(true);
  });

  test('may have any policies when none is required', () => {
    expect(judge('P1 | P2 mapping:0 | P3 P3>P1 inhibit-any:0 | any').isAcceptable).toBe(true);
  });

  test('is not judged by what its anchor says', () => {
    const [leaf, anchor] = readPolicyPath(issuePolicyChain('P1 explicit:0 | -'));
    expect(judgePolicies([leaf!, anchor!]).isAcceptable).toBe(true);
  });
});

describe('a path that is refused', () => {
  test.each<[title: string, chain: string, at: number, reason: string]>([
    [
      'a certificate without policies',
      'P1 explicit:0 | - | P1',
      1,
      '"Policy CA 1" requires an explicit policy, but "Policy CA 2" has no certificatePolicies',
    ],
    [
      'a certificate with other policies',
      'P1 | P2 | P2 explicit:0',
      1,
      '"Policy Leaf 3" requires an explicit policy, but "Policy CA 2" has no policy that is valid above it',
    ],
    [
      'anyPolicy where it is inhibited',
      'P1 explicit:0 inhibit-any:0 | any',
      1,
      '"Policy CA 1" requires an explicit policy, ' +
        'but "Policy Leaf 2" has no policy that is valid above it, where anyPolicy is inhibited',
    ],
    [
      'a mapping where it is inhibited',
      'P1 explicit:0 mapping:0 | P1 P1>P2 | P2',
      1,
      '"Policy CA 1" requires an explicit policy, ' +
        'but "Policy CA 2" maps all policies that are valid above it, where mapping is inhibited',
    ],
    [
      'the smaller of two numbers',
      'P1 explicit:3 | P1 explicit:0 | P2',
      2,
      '"Policy CA 2" requires an explicit policy, but "Policy Leaf 3" has no policy that is valid above it',
    ],
    [
      'a mapping of anyPolicy, although no policy is required',
      'P1 P1>any | P1',
      0,
      'policyMappings of "Policy CA 1" cannot be read: anyPolicy is mapped',
    ],
  ])('names who lost the last policy, and who requires one: %s', (_, chain, at, reason) => {
    const path = readPolicyPath(issuePolicyChain(chain));
    const result = judgePolicies(path);
    expect(result).toMatchObject({ isAcceptable: false, reason });
    expect(result.certificate).toBe(path.at(-2 - at));
  });

  test('has a policy extension that cannot be read, in the leaf too', () => {
    const { isAcceptable, reason } = judge('P1 | P1 P1');
    expect(isAcceptable).toBe(false);
    expect(reason).toBe('certificatePolicies of "Policy Leaf 2" cannot be read: a policy is listed twice');
  });
});

describe('the leaf', () => {
  test('may demand an explicit policy of the whole path', () => {
    expect(judge('- | P1 explicit:0').isAcceptable).toBe(false);
    expect(judge('P1 | P1 explicit:0').isAcceptable).toBe(true);
  });

  test('demands nothing with a number above zero', () => {
    expect(judge('- | P1 explicit:1').isAcceptable).toBe(true);
  });

  test('counts even when it is self-issued', () => {
    expect(judge('P1 explicit:1 | - self').isAcceptable).toBe(false);
    expect(judge('P1 explicit:2 | - self').isAcceptable).toBe(true);
  });

  test('maps nothing, for nobody stands below it', () => {
    expect(judge('P1 explicit:0 mapping:0 | P1 P1>P2').isAcceptable).toBe(true);
  });
});

describe('a policy that only anyPolicy stands for', () => {
  test('is not mapped where anyPolicy is inhibited', () => {
    expect(judge('P1 explicit:0 inhibit-any:0 | any P1>P2 | P2').isAcceptable).toBe(false);
    expect(judge('P1 explicit:0 inhibit-any:1 | any P1>P2 | P2').isAcceptable).toBe(true);
  });

  test('goes on under its new name alone', () => {
    expect(judge('P1 explicit:0 | any P1>P2 | any | P1').isAcceptable).toBe(false);
    expect(judge('P1 explicit:0 | any P1>P2 | any | P2').isAcceptable).toBe(true);
  });
});

describe('the work', () => {
  const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `P${index + 1}`);
  /** Each policy goes to every policy: in a tree, ten certificates would make ten to the power of ten nodes. */
  const everyToEvery = (count: number): string =>
    [...names(count), ...names(count).flatMap((from) => names(count).map((to) => `${from}>${to}`))].join(' ');
  const chain = (length: number, policies: number): string =>
    ['any explicit:0', ...Array.from({ length }, () => everyToEvery(policies)), 'P1'].join(' | ');

  test('grows with the policies and the certificates, not with the ways between them', () => {
    expect(judge(chain(8, 10))).toEqual({ isAcceptable: true, nodes: 1 + 1 + 8 * 10 + 1 });
    expect(judge(chain(16, 2))).toEqual({ isAcceptable: true, nodes: 1 + 1 + 16 * 2 + 1 });
  });

  test('ends at the limit, which is told', () => {
    const refused = judge(chain(8, 10), 82);
    expect(refused).toMatchObject({ isAcceptable: false, nodes: 82 });
    expect(refused.reason).toBe('the policies of the path take more than 82 nodes');
    expect(refused.certificate?.commonName).toBe('Policy Leaf 10');
    expect(judge(chain(8, 10), 83).isAcceptable).toBe(true);
  });

  test.each([
    ['policies of one certificate', `${names(1000).join(' ')} | P1`],
    [
      'mappings of one policy below anyPolicy',
      `any ${names(1000)
        .map((name) => `P0>${name}`)
        .join(' ')} | any | P1`,
    ],
    [
      'mappings of many policies',
      `any ${names(1000)
        .map((name) => `${name}>P0`)
        .join(' ')} | P0`,
    ],
  ])('takes 1,000 nodes unless told otherwise: %s', (_, hostile) => {
    expect(judge(hostile)).toMatchObject({
      isAcceptable: false,
      nodes: 1000,
      reason: 'the policies of the path take more than 1000 nodes',
    });
    expect(judge(hostile, 1100).isAcceptable).toBe(true);
  });

  test('is refused at a limit of nothing', () => {
    expect(judge('P1', 0)).toMatchObject({ isAcceptable: false, nodes: 0 });
  });
});
