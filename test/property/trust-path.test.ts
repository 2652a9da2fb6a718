import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derUtf8String } from '../../src/asn1/der.js';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { decodeCertificate, readSignedParts, type Certificate } from '../../src/pki/certificate.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import {
  at,
  basicConstraints,
  caExtensions,
  commonName,
  extension,
  issue,
  keyPair,
  keyUsage,
  type Issued,
  type KeyKind,
  type LabOptions,
} from '../unit/trust/lab.js';

const kinds = ['P-256', 'P-384', 'RSA-2048'] as const satisfies readonly KeyKind[];

interface Shape {
  /** The keys from the root to the signer. */
  readonly keys: readonly (typeof kinds)[number][];
  readonly order: number;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  keys: fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 5 }),
  order: fc.nat(),
});

/** Issues a chain from the root down; `change` alters the options of the certificate at that depth (0 is the root). */
function chainOf({ keys }: Shape, change: (depth: number) => LabOptions = () => ({})): Issued[] {
  const chain: Issued[] = [];
  for (const [depth, key] of keys.entries()) {
    const issuer = chain.at(-1);
    const isLeaf = depth === keys.length - 1;
    chain.push(
      issue({
        ...(issuer ? { issuer } : {}),
        key,
        subject: commonName(`CA ${String(depth)}`),
        extensions: isLeaf ? [basicConstraints(false), keyUsage(0x80)] : caExtensions(),
        ...change(depth),
      }),
    );
  }
  return chain;
}

function pathOf(chain: readonly Certificate[], order = 0): readonly Certificate[] | undefined {
  const [root, ...below] = chain;
  const signer = below.at(-1);
  if (root === undefined || signer === undefined) throw new Error('a chain has two certificates or more');
  const turn = order % below.length;
  const candidates = [...below.slice(turn), ...below.slice(0, turn)];
  const { verdict, path } = evaluateTrust({
    chain: [signer, ...candidates],
    anchors: [{ certificate: root, source: 'app' }],
    policy: { kind: 'basic' },
    at,
  });
  return verdict === 'trusted' ? path : undefined;
}

const certificatesOf = (chain: readonly Issued[]): Certificate[] => chain.map(({ certificate }) => certificate);

test('a sound chain is found, from the signer to the root, in whatever order it comes', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const chain = certificatesOf(chainOf(shape));
      expect(pathOf(chain, shape.order)).toEqual([...chain].reverse());
    }),
    { numRuns: 60 },
  );
});

const past = new Date('2026-05-31T00:00:00Z');
const unknownCritical = extension('1.2.3.4', derUtf8String('x'), true);

/** Ways to break any certificate below the root. */
const breaksAnywhere: Readonly<Record<string, () => LabOptions>> = {
  expired: () => ({ notAfter: past }),
  'not yet valid': () => ({ notBefore: new Date('2026-06-02T00:00:00Z') }),
  'signed by a stranger': () => ({ signer: keyPair('P-521') }),
  'another issuer': () => ({ issuerName: commonName('Nobody') }),
  'signed with an unknown algorithm': () => ({ signature: 'unknown' }),
  'a curve that is spelt out': () => ({ key: 'explicit' }),
  'an unknown critical extension': () => ({ extensions: [...caExtensions(), unknownCritical] }),
  'an extension twice': () => ({ extensions: [...caExtensions(), keyUsage(0x06)] }),
};

/** Ways to break a CA, the root included. */
const breaksCA: Readonly<Record<string, () => LabOptions>> = {
  'no basicConstraints': () => ({ extensions: [keyUsage(0x06)] }),
  'cA=FALSE': () => ({ extensions: [basicConstraints(false), keyUsage(0x06)] }),
  'keyUsage without keyCertSign': () => ({ extensions: [basicConstraints(true), keyUsage(0x80)] }),
  'empty keyUsage': () => ({ extensions: [basicConstraints(true), keyUsage(0)] }),
};

test('with one thing broken below the root there is no path', () => {
  const breaks = fc.constantFrom(...Object.entries(breaksAnywhere));
  fc.assert(
    fc.property(shapes, breaks, fc.nat(), ({ keys, order }, [, options], place) => {
      const broken = 1 + (place % (keys.length - 1));
      const chain = chainOf({ keys, order }, (depth) => (depth === broken ? options() : {}));
      expect(pathOf(certificatesOf(chain), order)).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});

test('with one CA that is none there is no path', () => {
  const breaks = fc.constantFrom(...Object.entries(breaksCA));
  fc.assert(
    fc.property(shapes, breaks, fc.nat(), ({ keys, order }, [, options], place) => {
      const broken = place % (keys.length - 1);
      const chain = chainOf({ keys, order }, (depth) => (depth === broken ? options() : {}));
      expect(pathOf(certificatesOf(chain), order)).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});

test('a path length decides exactly: as many CAs below as it says, and not one more', () => {
  fc.assert(
    fc.property(shapes, fc.nat(), fc.nat({ max: 4 }), ({ keys, order }, place, pathLength) => {
      const depth = place % (keys.length - 1);
      const extensions = [basicConstraints(true, pathLength), keyUsage(0x06)];
      const chain = chainOf({ keys, order }, (at) => (at === depth ? { extensions } : {}));
      const casBelow = keys.length - 2 - depth;
      expect(pathOf(certificatesOf(chain), order) !== undefined).toBe(casBelow <= pathLength);
    }),
    { numRuns: 100 },
  );
});

test('with one certificate left out there is no path', () => {
  fc.assert(
    fc.property(shapes, fc.nat(), ({ keys, order }, place) => {
      fc.pre(keys.length > 2);
      const chain = certificatesOf(chainOf({ keys, order }));
      const missing = 1 + (place % (keys.length - 2));
      expect(
        pathOf(
          chain.filter((_, depth) => depth !== missing),
          order,
        ),
      ).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test('with one bit of one certificate below the root flipped there is no path', () => {
  const [root, ...below] = certificatesOf(chainOf({ keys: ['P-256', 'RSA-2048', 'P-256'], order: 0 }));
  fc.assert(
    fc.property(fc.nat({ max: 1 }), fc.nat(), fc.nat({ max: 7 }), (index, place, bit) => {
      const original = below[index]?.raw ?? new Uint8Array();
      const offset = place % original.length;
      const damaged = decodeOrRefuse(original.map((octet, at) => (at === offset ? octet ^ (1 << bit) : octet)));
      if (root === undefined || damaged === undefined) return;
      expect(pathOf([root, ...below.map((certificate, at) => (at === index ? damaged : certificate))])).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('the octet of unused bits belongs to the signature: other values there verify nothing', () => {
  const [root, signer] = certificatesOf(chainOf({ keys: ['P-256', 'P-256'], order: 0 }));
  if (root === undefined || signer === undefined) throw new Error('a chain has two certificates or more');
  const { signature } = readSignedParts(signer);
  const offset = signer.raw.length - signature.length - 1;
  expect(signer.raw[offset]).toBe(0);
  for (let unused = 1; unused < 256; unused += 1) {
    const damaged = decodeOrRefuse(signer.raw.map((octet, at) => (at === offset ? unused : octet)));
    if (damaged !== undefined) expect(pathOf([root, damaged])).toBeUndefined();
  }
});

function decodeOrRefuse(der: Uint8Array): Certificate | undefined {
  try {
    return decodeCertificate(der);
  } catch (error) {
    expect(isProfilewrightError(error)).toBe(true);
    return undefined;
  }
}
