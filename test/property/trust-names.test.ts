import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCertificate, type Certificate } from '../../src/pki/certificate.js';
import type { GeneralName, NameConstraints } from '../../src/pki/general-name.js';
import { matchEapNames } from '../../src/trust/names/eap-names.js';
import { matchHostName, readHostName } from '../../src/trust/names/host-name.js';
import { findNameConstraintViolations } from '../../src/trust/names/name-constraints.js';
import { isPublicSuffix } from '../../src/trust/names/public-suffix.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import { textStrings } from '../support/text-strings.js';

const root = rootCA();
const authority = intermediateCA(root);
const [server, ca, anchor] = [leaf(authority, { subject: [] }), authority, root].map(({ der }) =>
  decodeCertificate(der),
) as [Certificate, Certificate, Certificate];

const label = fc.stringMatching(/^[a-z](?:[a-z0-9-]{0,6}[a-z0-9])?$/);
const domain = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
const close = fc.constantFrom(
  'lab.example',
  'a.lab.example',
  'b.a.lab.example',
  'badlab.example',
  '*.lab.example',
  '.lab.example',
);
const octets = fc.uint8Array({ minLength: 4, maxLength: 4 });

const dnsName = (value: string): GeneralName => ({ kind: 'dNSName', value });
const address = (raw: Uint8Array): GeneralName => ({
  kind: 'iPAddress',
  value: raw.join('.'),
  raw: Uint8Array.from(raw),
});

const anyName: fc.Arbitrary<GeneralName> = fc.oneof(
  fc.oneof(domain, close, textStrings()).map(dnsName),
  octets.map(address),
  fc
    .oneof(domain, close)
    .chain((host) =>
      fc.constantFrom<GeneralName>(
        { kind: 'rfc822Name', value: `root@${host}` },
        { kind: 'uniformResourceIdentifier', value: `https://${host}/` },
      ),
    ),
);
const anySubtree: fc.Arbitrary<GeneralName> = fc.oneof(
  fc.oneof(domain, close, fc.constant('')).map(dnsName),
  fc.tuple(octets, octets).map(([base, mask]) => address(Uint8Array.of(...base, ...mask))),
  fc
    .oneof(domain, close)
    .chain((value) =>
      fc.constantFrom<GeneralName>({ kind: 'rfc822Name', value }, { kind: 'uniformResourceIdentifier', value }),
    ),
);
const manyNames = fc.array(anyName, { maxLength: 8 });
const manySubtrees = fc.array(anySubtree, { maxLength: 6 });

/** The violations of a leaf with these names under a CA with these constraints, in a fixed order. */
function violations(names: readonly GeneralName[], constraints: Partial<NameConstraints>): readonly string[] {
  const path = [
    { ...server, subjectAltName: { critical: false, names } },
    { ...ca, nameConstraints: { critical: true, permitted: [], excluded: [], ...constraints } },
    anchor,
  ];
  const found = findNameConstraintViolations(path, { anchorConstrains: true }).violations;
  return found.map(({ reason, form, name }) => `${reason} ${form} ${name}`).sort();
}

describe('name constraints', () => {
  test('a subtree holds what has further labels in front, and nothing that only ends in the same letters', () => {
    fc.assert(
      fc.property(domain, label, (base, more) => {
        const permitted = [dnsName(base)];
        expect(violations([dnsName(base), dnsName(`${more}.${base}`)], { permitted })).toEqual([]);
        expect(violations([dnsName(`${more}${base}`)], { permitted })).toHaveLength(1);
        const excluded = permitted;
        expect(violations([dnsName(base), dnsName(`${more}.${base}`)], { excluded })).toHaveLength(2);
        expect(violations([dnsName(`${more}${base}`)], { excluded })).toEqual([]);
      }),
    );
  });

  test('one more excluded subtree never takes a violation away', () => {
    fc.assert(
      fc.property(manyNames, manySubtrees, manySubtrees, anySubtree, (names, permitted, excluded, more) => {
        const before = violations(names, { permitted, excluded });
        const after = violations(names, { permitted, excluded: [...excluded, more] });
        for (const violation of new Set(before)) {
          const count = (all: readonly string[]): number => all.filter((other) => other === violation).length;
          expect(count(after)).toBeGreaterThanOrEqual(count(before));
        }
      }),
    );
  });

  test('one more permitted subtree of a form that is constrained already never adds a violation', () => {
    fc.assert(
      fc.property(manyNames, manySubtrees, anySubtree, (names, permitted, more) => {
        fc.pre(permitted.some(({ kind }) => kind === more.kind));
        const before = violations(names, { permitted });
        expect(violations(names, { permitted: [...permitted, more] }).filter((one) => !before.includes(one))).toEqual(
          [],
        );
      }),
    );
  });

  test('the order of names and subtrees makes no difference', () => {
    const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
    const inTwoOrders = fc
      .tuple(manyNames, manySubtrees, manySubtrees)
      .chain(([a, b, c]) => fc.tuple(fc.constant([a, b, c] as const), fc.tuple(shuffled(a), shuffled(b), shuffled(c))));
    fc.assert(
      fc.property(inTwoOrders, ([[names, permitted, excluded], [names2, permitted2, excluded2]]) => {
        const expected = violations(names, { permitted, excluded });
        expect(violations(names2, { permitted: permitted2, excluded: excluded2 })).toEqual(expected);
      }),
    );
  });

  test('an address is in a subtree when it agrees in every bit of the mask', () => {
    const bits = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
    fc.assert(
      fc.property(octets, octets, fc.nat(32), (name, base, prefix) => {
        const mask = (0xffffffffn << BigInt(32 - prefix)) & 0xffffffffn;
        const maskOctets = Buffer.from(mask.toString(16).padStart(8, '0'), 'hex');
        const isInside = (bits(name) & mask) === (bits(base) & mask);
        const excluded = [address(Uint8Array.of(...base, ...maskOctets))];
        expect(violations([address(name)], { excluded }).length === 1).toBe(isInside);
      }),
    );
  });

  test('thousands of subtrees and thousands of names cost no more than the limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(5000),
        (n, m, maxComparisons) => {
          const names = Array.from({ length: n }, (_, index) => dnsName(`${String(index)}.lab.example`));
          const subtrees = Array.from({ length: m }, (_, index) => dnsName(`x${String(index)}.example`));
          const bearer = { ...server, subjectAltName: { critical: false, names } };
          const constrained = { ...ca, nameConstraints: { critical: true, permitted: [], excluded: subtrees } };
          const found = findNameConstraintViolations([bearer, constrained, anchor], {
            anchorConstrains: true,
            maxComparisons,
          });
          expect(found.comparisons).toBe(Math.min(n * m, maxComparisons));
          expect(found.violations.map(({ reason }) => reason)).toEqual(n * m > maxComparisons ? ['limit'] : []);
        },
      ),
      { numRuns: 30 },
    );
  });
});

const anyText = fc.oneof(
  textStrings(),
  domain,
  close,
  fc.ipV4(),
  fc.ipV6(),
  fc.webUrl(),
  fc.string({ unit: 'binary' }),
);

describe('host names', () => {
  const certificateOf = (
    names: readonly string[],
    commonName: string,
  ): Pick<Certificate, 'subjectAltName' | 'commonName'> => ({
    subjectAltName: { critical: false, names: names.map(dnsName) },
    commonName,
  });

  test('no text makes anything throw', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 4 }), anyText, (host, names, commonName) => {
        const certificate = certificateOf(names, commonName);
        expect(() => matchHostName(certificate, host)).not.toThrow();
        expect(() => matchEapNames(certificate, names)).not.toThrow();
        expect(() => isPublicSuffix(host)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test('a host matches by its own name, and by a wildcard in place of its first label unless that is too wide', () => {
    fc.assert(
      fc.property(domain, (host) => {
        expect(matchHostName(certificateOf([host], ''), host)).toEqual({ matches: true });
        const parent = host.slice(host.indexOf('.') + 1);
        const isTooWide = !parent.includes('.') || isPublicSuffix(parent, 'icann');
        expect(matchHostName(certificateOf([`*.${parent}`], ''), host).matches).toBe(!isTooWide);
      }),
    );
  });

  test('what matches is the name itself or a wildcard over its parent, and a text without a host name matches nothing', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.oneof(anyText, close), { maxLength: 4 }), (host, names) => {
        const read = readHostName(host);
        const found = matchHostName(certificateOf(names, host), host);
        if (!found.matches) return;
        if (read?.kind !== 'dns') throw new Error('only a DNS name can match a dNSName');
        const parent = read.name.slice(read.name.indexOf('.') + 1);
        expect(
          names.map((name) => name.toLowerCase()).some((name) => name === read.name || name === `*.${parent}`),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a wildcard of a certificate counts for TLS and not for a list of EAP servers', () => {
    fc.assert(
      fc.property(label, (first) => {
        const certificate = certificateOf(['*.lab.example'], '');
        const host = `${first}.lab.example`;
        expect([matchHostName(certificate, host).matches, matchEapNames(certificate, [host])]).toEqual([true, false]);
      }),
    );
  });
});
