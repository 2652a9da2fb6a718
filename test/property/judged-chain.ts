import fc from 'fast-check';
import { decodeCertificate, type Certificate } from '../../src/pki/certificate.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import type { AnchorSource, TrustPolicy, TrustResult } from '../../src/trust/trust-query.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import { keyUsage, unknownExtension } from '../support/extension.js';
import type { CertificateOptions, IssuedCertificate } from '../support/issue-certificate.js';
import { testKey } from '../support/test-key.js';
import { daysFromToday, today } from '../support/time-value.js';

export const at = new Date(today.getTime() + 43_200_000);
export const decode = ({ der }: IssuedCertificate): Certificate => decodeCertificate(der);

const policies: readonly TrustPolicy[] = [{ kind: 'basic' }, { kind: 'tls-server' }, { kind: 'eap-server' }];
const sources: readonly AnchorSource[] = ['system', 'app', 'user', 'installed'];

interface Shape {
  /** Certificates from the root to the leaf. */
  readonly length: number;
  readonly policy: TrustPolicy;
  readonly source: AnchorSource;
}

/** Sound chains, and who judges them. */
export const shapes: fc.Arbitrary<Shape> = fc.record({
  length: fc.integer({ min: 2, max: 5 }),
  policy: fc.constantFrom(...policies),
  source: fc.constantFrom(...sources),
});

/** A key that belongs to nobody in the chain. */
export const stranger = testKey('p256', 31);

/** Issues from the root down; `change` alters the certificate at that depth (0 is the root). */
export function issueChain(
  length: number,
  change: (depth: number) => CertificateOptions = () => ({}),
): IssuedCertificate[] {
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

/** Judges a chain as it was issued, from the root down; the root is the anchor. */
export function judge(
  issued: readonly IssuedCertificate[],
  { policy, source }: Pick<Shape, 'policy' | 'source'>,
): TrustResult {
  const [root, ...below] = issued.map(decode);
  return evaluateTrust({ chain: below.reverse(), anchors: [{ certificate: root!, source }], policy, at });
}

/** What becomes of a sound chain. */
export const acceptance = (source: AnchorSource): TrustResult['verdict'] =>
  source === 'installed' ? 'after-switch' : 'trusted';

/** Each breaks any certificate below the root. */
export const breaksBelow: Readonly<Record<string, CertificateOptions>> = {
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
export const breaksCA: Readonly<Record<string, CertificateOptions>> = {
  'no CA': { basicConstraints: { cA: false } },
  'no basicConstraints': { basicConstraints: 'absent' },
  'no keyCertSign': { keyUsage: ['digitalSignature', 'cRLSign'] },
  'keyUsage for nothing': { keyUsage: keyUsage([]) },
  'an empty subject': { subject: [] },
};
