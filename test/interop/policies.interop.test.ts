import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePolicies } from '../../src/trust/policies/policy-graph.js';
import type { IssuedCertificate } from '../support/issue-certificate.js';
import { pemBundle } from '../support/pem.js';
import { pkitsSituations, withInputsAsCA, type PolicyInputs } from '../support/pkits-policies.js';
import { policyChains } from '../support/policy-arbitraries.js';
import { issuePolicyChain, policyOid } from '../support/policy-chain.js';
import { readPolicyPath } from '../unit/trust/policies/read-policy-path.js';
import { needReferee, run, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put } = workFolder('policies');

/** What openssl says of the path with these demands; it says something of policies only. */
function verify(chain: readonly IssuedCertificate[], inputs: PolicyInputs = {}): Verdict {
  const flags = [
    '-policy_check',
    ...(inputs.explicit ? ['-explicit_policy'] : []),
    ...(inputs.inhibitMapping ? ['-inhibit_map'] : []),
    ...(inputs.inhibitAny ? ['-inhibit_any'] : []),
    // Without any it demands that the path be valid for a set of none.
    ...(inputs.policies ?? ['any']).flatMap((policy) => ['-policy', policyOid(policy)]),
  ];
  const between = chain.slice(1, -1);
  const untrusted = between.length === 0 ? [] : ['-untrusted', put('chain.pem', pemBundle(...between))];
  const files = ['-CAfile', put('root.pem', chain.at(-1)!.pem), ...untrusted, put('leaf.pem', chain[0]!.pem)];
  const verdict = run('openssl', ['verify', ...flags, ...files], { cwd: folder });
  const other = /error (\d+) at/.exec(verdict.text)?.[1];
  if (verdict.status !== 0) expect(['42', '43'], verdict.text).toContain(other);
  return verdict;
}

const isAcceptable = (chain: readonly IssuedCertificate[]): boolean =>
  judgePolicies(readPolicyPath(chain)).isAcceptable;

describe('openssl comes to the verdict of PKITS, and so do we', () => {
  test.for(pkitsSituations)('$title', (situation, context) => {
    needReferee('openssl', context);
    const chain = issuePolicyChain(withInputsAsCA(situation));
    const verdict = verify(chain);
    expect(verdict.status === 0, verdict.text).toBe(situation.isAcceptable);
    expect(isAcceptable(chain)).toBe(situation.isAcceptable);
  });
});

describe('openssl comes to the same verdict with the demands as inputs', () => {
  test.for(pkitsSituations.filter(({ inputs }) => Object.keys(inputs).length > 0))('$title', (situation, context) => {
    needReferee('openssl', context);
    const verdict = verify(issuePolicyChain(situation.chain), situation.inputs);
    expect(verdict.status === 0, verdict.text).toBe(situation.isAcceptable);
  });
});

/**
 * Leaves out where OpenSSL parts from RFC 5280, and Go's crypto/x509 does not: it judges the mappings of the leaf, lets a
 * self-issued leaf off the last count of requireExplicitPolicy, and maps policies that only an anyPolicy stands for also
 * where anyPolicy is inhibited, and then goes on under their old names. The unit tests hold the verdicts of the RFC.
 */
function whereOpensslFollows(text: string): string {
  const links = text.split(' | ').map((link) => link.split(' '));
  return links
    .map((words, index) => {
      const isLeaf = index === links.length - 1;
      const isOwn = (mapping: string): boolean => !words.includes('any') || words.includes(mapping.split('>')[0]!);
      return words.filter((word) => (word.includes('>') ? !isLeaf && isOwn(word) : !isLeaf || word !== 'self'));
    })
    .map((words) => words.join(' ') || '-')
    .join(' | ');
}

test('openssl and we agree about any path', (context) => {
  needReferee('openssl', context);
  fc.assert(
    fc.property(policyChains().map(whereOpensslFollows), (text) => {
      const chain = issuePolicyChain(text);
      const verdict = verify(chain);
      expect(isAcceptable(chain), verdict.text).toBe(verdict.status === 0);
    }),
    { numRuns: 150 },
  );
});
