import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Certificate } from '../../src/pki/certificate.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import type { IssuedCertificate } from '../support/issue-certificate.js';
import { testKey } from '../support/test-key.js';
import { daysFromToday } from '../support/time-value.js';
import { acceptance, at, breaksBelow, breaksCA, decode, issueChain, judge, shapes, stranger } from './judged-chain.js';

test('a sound chain of any length is taken by every policy', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const result = judge(issueChain(shape.length), shape);
      expect(result.verdict).toBe(acceptance(shape.source));
      expect(result.path).toHaveLength(shape.length);
    }),
    { numRuns: 40 },
  );
});

const numberLists = fc.array(fc.nat(), { minLength: 16, maxLength: 16 });

/** Certificates of all sorts that do not belong to the chain, but could be taken for a part of it. */
function decoys(chain: readonly IssuedCertificate[]): Certificate[] {
  const [root, ...below] = chain;
  const sub = below.at(-2) ?? root!;
  return [
    rootCA({ subject: 'Other', key: stranger }),
    rootCA({ subject: 'CA 0', key: stranger }),
    intermediateCA(root!, { subject: 'CA 1', key: stranger }),
    intermediateCA(root!, { subject: 'CA 1', key: testKey('p256', 1), notAfter: daysFromToday(-1) }),
    intermediateCA(root!, { subject: 'CA 1', key: testKey('p256', 1), extendedKeyUsage: ['codeSigning'] }),
    intermediateCA(root!, { subject: 'CA 0', key: testKey('p256', 0), issuer: 'CA 1', signingKey: testKey('p256', 1) }),
    leaf(sub, { subject: 'other.example', key: stranger }),
    leaf(sub, { subject: 'CA 1', key: testKey('p256', 1) }),
    ...chain,
  ].map(decode);
}

test('whatever comes along, in whatever order, a sound chain stays sound', () => {
  fc.assert(
    fc.property(shapes, numberLists, fc.nat({ max: 8 }), (shape, numbers, count) => {
      const chain = issueChain(shape.length);
      const [root, ...below] = chain.map(decode);
      const others = shuffled(decoys(chain), numbers).slice(0, count);
      const tail = shuffled([...below.slice(0, -1), ...others], numbers, 1);
      const anchors = [{ certificate: root!, source: shape.source }];
      const result = evaluateTrust({ chain: [below.at(-1)!, ...tail], anchors, policy: shape.policy, at });
      expect(result.verdict).toBe(acceptance(shape.source));
    }),
    { numRuns: 60 },
  );
});

test('the order behind the leaf changes nothing in the verdict, sound or not', () => {
  const changes = [{}, ...Object.values(breaksBelow), ...Object.values(breaksCA)];
  fc.assert(
    fc.property(shapes, numberLists, fc.constantFrom(...changes), (shape, numbers, change) => {
      const chain = issueChain(shape.length, (depth) => (depth === 1 ? change : {}));
      const [root, ...below] = chain.map(decode);
      const tail = [...below.slice(0, -1), ...decoys(chain).slice(0, 5)];
      const anchors = [{ certificate: root!, source: shape.source }];
      const verdicts = [tail, shuffled(tail, numbers), shuffled(tail, numbers, 1)].map(
        (others) => evaluateTrust({ chain: [below.at(-1)!, ...others], anchors, policy: shape.policy, at }).verdict,
      );
      expect(new Set(verdicts).size).toBe(1);
    }),
    { numRuns: 40 },
  );
});

/** In the order that the numbers give; other `round`s give other orders. */
function shuffled<T>(items: readonly T[], numbers: readonly number[], round = 0): T[] {
  const rest = [...items];
  return items.flatMap((_, index) => rest.splice(numbers[(index + round * 7) % numbers.length]! % rest.length, 1));
}

test('whatever the arguments are, nothing but a TypeError is thrown', () => {
  const anyValue = fc.anything({ withDate: true, withTypedArray: true });
  const chain = issueChain(3).map(decode).reverse();
  const query = {
    chain: chain.slice(0, 2),
    anchors: [{ certificate: chain[2], source: 'user' }],
    policy: { kind: 'basic' },
  };
  const keys = fc.constantFrom('chain', 'anchors', 'policy', 'at', 'platform', 'limits');
  fc.assert(
    fc.property(keys, anyValue, (key, value) => {
      try {
        evaluateTrust({ at, ...query, [key]: value } as never);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
      }
    }),
    { numRuns: 300 },
  );
});
