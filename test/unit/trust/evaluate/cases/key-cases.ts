import { generatePrimeSync } from 'node:crypto';
import { algorithmIdentifier, bitString, fromHex, integer, nullValue, sequence } from '../../../../support/der.js';
import { explicitCurveSpki } from '../../../../support/explicit-curve.js';
import { testKey } from '../../../../support/test-key.js';
import { rsaKeyOf, weakRsaKey, type WeakKeyKind } from '../../../../support/weak-rsa-key.js';
import type { Change, TrustCase } from '../trust-case.js';

const primes = (count: number, bits = 512): bigint[] =>
  Array.from({ length: count }, () => generatePrimeSync(bits, { bigint: true }));

const weak =
  (kind: WeakKeyKind): Change =>
  () => ({ key: weakRsaKey(kind) });

const shortByOne: Change = () => ({ key: rsaKeyOf([...primes(1, 1024), ...primes(1, 1023)]) });
const rsaOf =
  (count: number): Change =>
  () => ({ key: rsaKeyOf(primes(count)) });

const explicit = (index: number): Change => {
  const key = testKey('p256', index);
  return () => ({ key, spki: explicitCurveSpki(key) });
};

/** RFC 9881 (ML-DSA-65); the key itself may be anything, because nobody loads it. */
const postQuantum: Change = {
  spki: sequence(algorithmIdentifier('2.16.840.1.101.3.4.3.18'), bitString(new Uint8Array(1952))),
};

const unreadable: Change = {
  spki: sequence(algorithmIdentifier('1.2.840.113549.1.1.1', Uint8Array.of(5, 0)), bitString(sequence())),
};

const trustedLeaf = { isLeafSelfSigned: true, intermediate: 'none', anchor: 'leaf' } as const;

const rsaSizes: readonly TrustCase[] = [
  ['RSA-2048 everywhere', { root: { key: 'rsa-2048' }, leaf: { key: 'rsa-2048' } }, 'trusted'],
  ['an RSA-1024 root', { root: { key: 'rsa-1024' } }, 'refused', 'error rsa-min-2048 root'],
  ['an RSA-1024 intermediate', { intermediate: { key: 'rsa-1024' } }, 'refused', 'error rsa-min-2048 intermediate'],
  ['an RSA-2047 leaf', { leaf: shortByOne }, 'refused', 'error rsa-min-2048 leaf'],
  [
    'an RSA-1024 leaf that the user trusts for itself',
    { ...trustedLeaf, leaf: { key: 'rsa-1024' } },
    'trusted',
    'warning rsa-min-2048 leaf',
  ],
  [
    'an RSA-1024 leaf that an app trusts for itself',
    { ...trustedLeaf, source: 'app', leaf: { key: 'rsa-1024' } },
    'refused',
    'error rsa-min-2048 leaf',
  ],
  [
    'RSA-1024 where no policy asks for more',
    { policy: 'basic', leaf: { key: 'rsa-1024' } },
    'trusted',
    'warning rsa-min-2048 leaf',
  ],
  [
    'RSA-512, which is fatal for any use',
    { policy: 'basic', leaf: weak('tiny-modulus') },
    'refused',
    'error rsa-min-2048 leaf',
  ],
  [
    'RSA-512 in a leaf that the user trusts for itself',
    { ...trustedLeaf, leaf: () => ({ key: weakRsaKey('tiny-modulus'), signingKey: testKey('p256') }) },
    'refused',
    'error rsa-min-2048 leaf',
  ],
  ['RSA with no more than 4096 bits', { leaf: rsaOf(8) }, 'trusted'],
  ['RSA with 4600 bits, which is slow', { leaf: rsaOf(9) }, 'trusted', 'warning rsa-max-8192 leaf'],
  ['RSA with no more than 8192 bits', { leaf: rsaOf(16) }, 'trusted', 'warning rsa-max-8192 leaf'],
  ['RSA with more than 8192 bits', { leaf: rsaOf(17) }, 'refused', 'error rsa-max-8192 leaf'],
];

const RSA = '1.2.840.113549.1.1.1';

/** SubjectPublicKeyInfo of an RSA key, with what stands here in place of what a sound one has. */
interface RsaParts {
  readonly parameters?: readonly Uint8Array[];
  readonly unusedBits?: number;
  readonly isNegative?: boolean;
}

const rsaSpki = ({ parameters = [nullValue()], unusedBits = 0, isNegative = false }: RsaParts): Change => {
  return () => {
    const { modulus, exponent } = rsaKeyOf(primes(2, 1024));
    const written = isNegative ? fromHex(modulus.toString(16)) : modulus;
    const key = sequence(integer(written), integer(exponent));
    return { spki: sequence(algorithmIdentifier(RSA, ...parameters), bitString(key, unusedBits)) };
  };
};

const rsaEncodings: readonly TrustCase[] = [
  ['an RSA key with NULL for parameters', { leaf: rsaSpki({}) }, 'trusted'],
  ['an RSA key without parameters', { leaf: rsaSpki({ parameters: [] }) }, 'refused', 'error rsa-params-null leaf'],
  [
    'an RSA key with an empty SEQUENCE for parameters',
    { leaf: rsaSpki({ parameters: [sequence()] }) },
    'refused',
    'error rsa-params-null leaf',
  ],
  [
    'an RSA key in octets with an unused bit',
    { leaf: rsaSpki({ unusedBits: 1 }) },
    'refused',
    'error rsa-params-null leaf',
  ],
  [
    'an RSA key with a negative modulus',
    { leaf: rsaSpki({ isNegative: true }) },
    'refused',
    'error rsa-params-null leaf',
  ],
];

const rsaKeys: readonly TrustCase[] = [
  ['the exponent 3', { leaf: { key: 'rsa-e3' } }, 'trusted', 'warning rsa-exponent-small leaf'],
  ['the exponent 1', { leaf: weak('exponent-1') }, 'refused', 'error rsa-exponent-invalid leaf'],
  ['an even exponent', { leaf: weak('even-exponent') }, 'refused', 'error rsa-exponent-invalid leaf'],
  ['a modulus with a small factor', { leaf: weak('small-factor') }, 'refused', 'error rsa-small-factor leaf'],
  ['a modulus of close primes', { leaf: weak('close-primes') }, 'refused', 'error rsa-close-primes leaf'],
  ['a modulus of the ROCA kind', { leaf: weak('roca') }, 'refused', 'error rsa-roca leaf'],
  ['a modulus made by the same arithmetic, but sound', { leaf: weak('sound') }, 'trusted'],
  ['a weak modulus in the root', { root: weak('close-primes') }, 'refused', 'error rsa-close-primes root'],
];

const curves: readonly TrustCase[] = [
  ['P-384 everywhere', { root: { key: 'p384' }, leaf: { key: 'p384' } }, 'trusted'],
  ['a P-521 leaf, which Safari cannot meet', { leaf: { key: 'p521' } }, 'refused', 'error p521-leaf leaf'],
  ['P-521 in CAs', { root: { key: 'p521' } }, 'trusted', 'warning p521-leaf root'],
  ['P-521 without TLS', { policy: 'eap-server', leaf: { key: 'p521' } }, 'trusted'],
  ['a P-224 leaf', { leaf: { key: 'p224' } }, 'refused', 'error ec-curves leaf'],
  ['a P-224 root', { root: { key: 'p224' } }, 'refused', 'error ec-curves root'],
  [
    'P-224 in a leaf that the user trusts for itself',
    { ...trustedLeaf, leaf: { key: 'p224' } },
    'trusted',
    'warning ec-curves leaf',
  ],
  [
    'P-224, which is loaded, without TLS',
    { policy: 'basic', leaf: { key: 'p224' } },
    'trusted',
    'warning ec-curves leaf',
  ],
  ['secp256k1, which is not loaded', { leaf: { key: 'secp256k1' } }, 'refused', 'error ec-curves leaf'],
  ['secp256k1 without TLS', { policy: 'basic', leaf: { key: 'secp256k1' } }, 'refused', 'error ec-curves leaf'],
  ['a Brainpool curve', { root: { key: 'brainpoolP256r1' } }, 'refused', 'error ec-curves root'],
  ['a curve that is spelt out in the leaf', { leaf: explicit(2) }, 'refused', 'error ec-explicit-parameters leaf'],
  [
    'a curve that is spelt out in the intermediate, so that nothing below it is verified',
    { intermediate: explicit(1) },
    'refused',
    'error ec-explicit-parameters intermediate',
  ],
];

const keyTypes: readonly TrustCase[] = [
  ['an Ed25519 leaf', { leaf: { key: 'ed25519' } }, 'refused', 'error ed25519-unsupported leaf'],
  ['an Ed448 intermediate', { intermediate: { key: 'ed448' } }, 'refused', 'error ed25519-unsupported intermediate'],
  ['an Ed25519 root', { root: { key: 'ed25519' } }, 'refused', 'error ed25519-unsupported root'],
  [
    'an Ed25519 root without TLS',
    { policy: 'basic', root: { key: 'ed25519' } },
    'trusted',
    'warning ed25519-unsupported root',
  ],
  ['an X25519 leaf', { leaf: { key: 'x25519' } }, 'refused', 'error key-type-unsupported leaf'],
  ['a DSA leaf', { leaf: { key: 'dsa-2048' } }, 'refused', 'error key-type-unsupported leaf'],
  ['an RSA-PSS key in the leaf', { leaf: { key: 'rsa-pss' } }, 'refused', 'error key-type-unsupported leaf'],
  ['an ML-DSA leaf', { leaf: postQuantum }, 'refused', 'error key-type-unsupported leaf'],
  [
    'a key of unknown kind without TLS',
    { policy: 'basic', leaf: postQuantum },
    'refused',
    'error key-type-unsupported leaf',
  ],
  ['an RSA key that is an empty SEQUENCE', { leaf: unreadable }, 'refused', 'error key-unreadable leaf'],
  ['a DSA intermediate', { intermediate: { key: 'dsa-2048' } }, 'refused', 'error key-type-unsupported intermediate'],
];

export const keyCases: readonly TrustCase[] = [...rsaSizes, ...rsaEncodings, ...rsaKeys, ...curves, ...keyTypes];
