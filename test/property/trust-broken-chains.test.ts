import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import type { TrustResult } from '../../src/trust/trust-query.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import type { CertificateOptions } from '../support/issue-certificate.js';
import { testKey } from '../support/test-key.js';
import { acceptance, breaksBelow, breaksCA, decode, issueChain, judge, shapes, stranger } from './judged-chain.js';

function expectRefused(result: TrustResult): void {
  expect(result.verdict).toBe('refused');
  expect(result.issues.some(({ severity }) => severity === 'error')).toBe(true);
}

describe('with one thing broken a chain is refused', () => {
  test('anywhere below the root', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom(...Object.keys(breaksBelow)), fc.nat(), (shape, name, place) => {
        const depth = 1 + (place % (shape.length - 1));
        const chain = issueChain(shape.length, (here) => (here === depth ? breaksBelow[name]! : {}));
        expectRefused(judge(chain, shape));
      }),
      { numRuns: 150 },
    );
  });

  test('in a CA, the root included', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom(...Object.keys(breaksCA)), fc.nat(), (shape, name, place) => {
        const depth = place % (shape.length - 1);
        const chain = issueChain(shape.length, (here) => (here === depth ? breaksCA[name]! : {}));
        expectRefused(judge(chain, shape));
      }),
      { numRuns: 80 },
    );
  });

  test('in the purpose of the leaf, or of a CA between', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, place) => {
        fc.pre(shape.policy.kind !== 'basic');
        const depth = 1 + (place % (shape.length - 1));
        const options: CertificateOptions = { extendedKeyUsage: ['clientAuth', 'codeSigning'] };
        expectRefused(
          judge(
            issueChain(shape.length, (here) => (here === depth ? options : {})),
            shape,
          ),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('in a path length that is one too short', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, place) => {
        const depth = place % (shape.length - 1);
        const casBelow = shape.length - 2 - depth;
        const judged = (pathLength: number): TrustResult['verdict'] => {
          const options: CertificateOptions = { basicConstraints: { cA: true, pathLength } };
          return judge(
            issueChain(shape.length, (here) => (here === depth ? options : {})),
            shape,
          ).verdict;
        };
        expect(judged(casBelow)).toBe(acceptance(shape.source));
        if (casBelow > 0) expect(judged(casBelow - 1)).toBe('refused');
      }),
      { numRuns: 40 },
    );
  });

  test('in the order of issuance: the leaf issues, and a CA comes from it', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const chain = issueChain(shape.length);
        const mallory = leaf(chain.at(-1)!, { subject: 'mallory.example', key: stranger });
        expectRefused(judge([...chain, mallory], shape));
        const ca = intermediateCA(chain.at(-1)!, { subject: 'Mallory CA', key: stranger });
        expectRefused(judge([...chain, ca, leaf(ca)], shape));
      }),
      { numRuns: 30 },
    );
  });

  test('in a key: a CA of the same name comes with another one', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), fc.boolean(), (shape, place, withIdentifier) => {
        const depth = place % (shape.length - 1);
        const chain = issueChain(shape.length);
        const sameIdentifier = { subjectKeyIdentifier: testKey('p256', depth).keyIdentifier };
        const options = { key: stranger, ...(withIdentifier ? sameIdentifier : {}) };
        const forged = issueChain(depth + 1, (here) => (here === depth ? options : {})).at(-1)!;
        expectRefused(
          judge(
            chain.map((one, here) => (here === depth ? forged : one)),
            shape,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('in a link: one certificate is missing, or the anchor is another one', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, place) => {
        const chain = issueChain(shape.length);
        const missing = place % (shape.length - 1);
        if (missing > 0)
          expectRefused(
            judge(
              chain.filter((_, here) => here !== missing),
              shape,
            ),
          );
        expectRefused(judge([rootCA({ subject: 'Other', key: stranger }), ...chain.slice(1)], shape));
      }),
      { numRuns: 40 },
    );
  });

  test('in the time', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), fc.boolean(), (shape, place, isEarly) => {
        const [root, ...below] = issueChain(shape.length).map(decode);
        const first = [root!, ...below][place % shape.length]!;
        const moment = isEarly ? first.notBefore.getTime() - 1000 : first.notAfter.getTime() + 1000;
        const anchors = [{ certificate: root!, source: shape.source }];
        const query = { chain: below.reverse(), anchors, policy: shape.policy };
        expectRefused(evaluateTrust({ ...query, at: new Date(moment) }));
      }),
      { numRuns: 40 },
    );
  });
});
