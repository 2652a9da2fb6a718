import fc, { type Arbitrary } from 'fast-check';

const policies = ['P1', 'P2', 'P3'] as const;

function skipCerts(name: string, weight: number): Arbitrary<readonly string[]> {
  return fc.oneof(
    { weight: 10 - weight, arbitrary: fc.constant([]) },
    { weight, arbitrary: fc.integer({ min: 0, max: 2 }).map((count) => [`${name}:${count}`]) },
  );
}

const mapping = fc.tuple(fc.constantFrom(...policies), fc.constantFrom(...policies)).map((pair) => pair.join('>'));

/** One certificate in the notation of `readPolicyChain`; most have policies, few are self-issued. */
const certificates: Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.subarray(['any', ...policies], { minLength: 1 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    fc.oneof(fc.constant([]), fc.uniqueArray(mapping, { maxLength: 4 })),
    skipCerts('explicit', 5),
    skipCerts('mapping', 2),
    skipCerts('inhibit-any', 2),
    fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(['self']) }),
  )
  .map((words) => words.flat().join(' ') || '-');

/** A path of up to five certificates below the anchor, in the notation of `readPolicyChain`. */
export function policyChains(): Arbitrary<string> {
  return fc.array(certificates, { minLength: 1, maxLength: 5 }).map((links) => links.join(' | '));
}
