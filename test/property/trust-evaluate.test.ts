import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCertificate, type Certificate } from '../../src/pki/certificate.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import type { AnchorSource, TrustPolicy, TrustResult } from '../../src/trust/trust-query.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import { keyUsage, unknownExtension } from '../support/extension.js';
import type { CertificateOptions, IssuedCertificate } from '../support/issue-certificate.js';
import { testKey } from '../support/test-key.js';
import { daysFromToday, today } from '../support/time-value.js';

const at = new Date(today.getTime() + 43_200_000);
const decode = ({ der }: IssuedCertificate): Certificate => decodeCertificate(der);

const policies: readonly TrustPolicy[] = [{ kind: 'basic' }, { kind: 'tls-server' }, { kind: 'eap-server' }];
const sources: readonly AnchorSource[] = ['system', 'app', 'user', 'installed'];

interface Shape {
  /** Certificates from the root to the leaf. */
  readonly length: number;
  readonly policy: TrustPolicy;
  readonly source: AnchorSource;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  length: fc.integer({ min: 2, max: 5 }),
  policy: fc.constantFrom(...policies),
  source: fc.constantFrom(...sources),
});

const stranger = testKey('p256', 31);

/** Issues from the root down; `change` alters the certificate at that depth (0 is the root). */
function issueChain(length: number, change: (depth: number) => CertificateOptions = () => ({})): IssuedCertificate[] {
  const chain: IssuedCertificate[] = [];
  for (let depth = 0; depth < length; depth += 1) {
    const issuer = chain.at(-1);
    const options = { key: testKey('p256', depth), ...change(depth) };
    const ca = { subject: `CA ${depth}`, basicConstraints: { cA: true }, ...options };
    if (issuer === undefined) chain.push(rootCA(ca));
    else chain.push(depth === length - 1 ? leaf(issuer, options) : intermediateCA(issuer, ca));
  }
  return chain;
}

function judge(
  issued: readonly IssuedCertificate[],
  { policy, source }: Pick<Shape, 'policy' | 'source'>,
): TrustResult {
  const [root, ...below] = issued.map(decode);
  return evaluateTrust({ chain: below.reverse(), anchors: [{ certificate: root!, source }], policy, at });
}

const acceptance = (source: AnchorSource): TrustResult['verdict'] =>
  source === 'installed' ? 'after-switch' : 'trusted';

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

/** Each breaks any certificate below the root. */
const breaksBelow: Readonly<Record<string, CertificateOptions>> = {
  'a bit of the signature': { signature: 'tampered' },
  'no signature': { signature: 'empty' },
  "a stranger's signature": { signingKey: stranger },
  "a stranger's signature, and his key identifier": {
    signingKey: stranger,
    authorityKeyIdentifier: stranger.keyIdentifier,
  },
  'the name of another issuer': { issuer: 'Nobody' },
  'an AKI of nothing': { authorityKeyIdentifier: 'mismatch' },
  'an end': { notAfter: daysFromToday(-1) },
  'a beginning': { notBefore: daysFromToday(2) },
  'an unknown critical extension': { extraExtensions: [unknownExtension(true)] },
  'an extension twice': { extraExtensions: [keyUsage(['keyCertSign', 'digitalSignature'])] },
  'an unknown algorithm': { algorithm: 'unknown' },
  'two algorithms': { innerAlgorithm: 'ecdsa-with-SHA384' },
  'a serial number that cannot be loaded': { serialNumber: new Uint8Array(38).fill(1) },
  'version 4': { version: 4 },
};

/** Each breaks a CA, the root too. */
const breaksCA: Readonly<Record<string, CertificateOptions>> = {
  'no CA': { basicConstraints: { cA: false } },
  'no basicConstraints': { basicConstraints: 'absent' },
  'no keyCertSign': { keyUsage: ['digitalSignature', 'cRLSign'] },
  'keyUsage for nothing': { keyUsage: keyUsage([]) },
  'an empty subject': { subject: [] },
};

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
