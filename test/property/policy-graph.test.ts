import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgePolicies } from '../../src/trust/policies/policy-graph.js';
import { policyChains } from '../support/policy-arbitraries.js';
import { issuePolicyChain, readPolicyChain } from '../support/policy-chain.js';
import { isAcceptableByTree } from '../support/policy-tree.js';
import { readPolicyPath } from '../unit/trust/policies/read-policy-path.js';

const isAcceptable = (chain: string): boolean => judgePolicies(readPolicyPath(issuePolicyChain(chain))).isAcceptable;

test('the graph comes to the verdict of the tree in RFC 5280', () => {
  fc.assert(
    fc.property(policyChains(), (chain) => {
      expect(isAcceptable(chain)).toBe(isAcceptableByTree(readPolicyChain(chain)));
    }),
    { numRuns: 400 },
  );
});

test('a demand for explicit policies, wherever it is added, turns no refused path into an accepted one', () => {
  fc.assert(
    fc.property(policyChains(), fc.nat(), fc.integer({ min: 0, max: 3 }), (chain, at, skipCerts) => {
      const links = chain.split(' | ');
      const index = at % links.length;
      const link = links[index]!.split(' ').filter((word) => !word.startsWith('explicit:'));
      const present = readPolicyChain(chain)[index]!.explicit ?? skipCerts;
      const demanding = links.with(index, [...link, `explicit:${Math.min(present, skipCerts)}`].join(' ')).join(' | ');
      if (isAcceptable(demanding)) expect(isAcceptable(chain)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('nodes are as many as policies and mappings, and never more than the limit', () => {
  fc.assert(
    fc.property(policyChains(), fc.integer({ min: 1, max: 12 }), (chain, maxNodes) => {
      const path = readPolicyPath(issuePolicyChain(chain));
      const full = judgePolicies(path);
      // A level has the policies of its certificate, what anyPolicy stands for there, and what is mapped below anyPolicy.
      expect(full.nodes).toBeLessThanOrEqual(1 + 4 * (path.length - 1));
      const limited = judgePolicies(path, { maxNodes });
      expect(limited.nodes).toBeLessThanOrEqual(maxNodes);
      if (full.nodes <= maxNodes) expect(limited).toEqual(full);
      else expect(limited.isAcceptable).toBe(false);
    }),
    { numRuns: 200 },
  );
});
