import { authority, chainKey, reissue, type MadeChain } from './chain-draft.js';
import { alter, arranged, together, type ChainTwist } from './chain-twist.js';
import { unknownExtension } from './extension.js';
import { issueCertificate, type CertificateOptions, type IssuedCertificate } from './issue-certificate.js';

const noIdentifiers = { subjectKeyIdentifier: 'absent', authorityKeyIdentifier: 'absent' } as const;

/** A root that nobody knows, of another name and key. */
const strangeRoot = (changes: CertificateOptions = {}): IssuedCertificate =>
  issueCertificate({ ...authority('Strange Root'), key: chainKey(20), ...changes });

const issuerOf = ({ root, cas }: MadeChain): IssuedCertificate => cas.at(-1) ?? root;

/** What comes along with the leaf. */
const sends = (made: MadeChain, ...others: readonly IssuedCertificate[]): MadeChain => ({
  ...made,
  chain: [made.leaf, ...others],
});

/** In which order the certificates come, and what else comes along. */
export const selectionTwists = {
  'CAs in the wrong order': arranged(2, (made) => sends(made, ...made.cas)),
  'root sent too': arranged(0, (made) => sends(made, ...made.cas.toReversed(), made.root)),
  'root sent first': arranged(0, (made) => sends(made, made.root, ...made.cas)),
  'all sent twice': arranged(0, (made) => sends(made, ...made.chain, ...made.chain)),
  'issuer not sent': arranged(1, (made) => sends(made, ...made.chain.slice(2))),
  'upper CA not sent': arranged(2, (made) => sends(made, ...made.chain.slice(1, -1))),
  'strangers sent': arranged(0, (made) => sends(made, strangeRoot(), ...made.chain.slice(1), strangeRoot())),
  "a stranger of the issuer's name sent first": arranged(1, (made) =>
    sends(made, imitate(made, {}), ...made.chain.slice(1)),
  ),
  "a stranger of the issuer's name, all without identifiers": together(
    alter('leaf', { authorityKeyIdentifier: 'absent' }),
    arranged(1, (made) => sends(made, imitate(made, noIdentifiers), ...made.chain.slice(1))),
  ),
  "a stranger of the issuer's name and key identifier": arranged(1, (made) =>
    sends(made, imitate(made, { subjectKeyIdentifier: issuerOf(made).keyIdentifier! }), ...made.chain.slice(1)),
  ),
  'an expired copy of the issuer first': arranged(1, (made) => {
    const expired = reissue(issuerOf(made), { notAfter: new Date('2026-02-01T00:00:00Z') });
    return sends(made, expired, ...made.chain.slice(1));
  }),
  'a copy of the issuer that may not sign first': arranged(1, (made) => {
    const mute = reissue(issuerOf(made), { keyUsage: ['digitalSignature'] });
    return sends(made, mute, ...made.chain.slice(1));
  }),
  'a copy of the issuer that permits another domain first': {
    ...arranged(1, (made) => {
      const narrow = reissue(issuerOf(made), { nameConstraints: { permitted: [{ dNSName: 'other.example' }] } });
      return sends(made, narrow, ...made.chain.slice(1));
    }),
    touches: ['shape', 'constraints'],
  },
  'a copy of the issuer for clients first': arranged(1, (made) => {
    const clients = reissue(issuerOf(made), { extendedKeyUsage: ['clientAuth'] });
    return sends(made, clients, ...made.chain.slice(1));
  }),
  'a copy of the issuer that is changed after signing first': arranged(1, (made) =>
    sends(made, reissue(issuerOf(made), { signature: 'tampered' }), ...made.chain.slice(1)),
  ),
} as const satisfies Record<string, ChainTwist>;

/** Another CA of the issuer's name under the same authority, with a key of its own. */
function imitate(made: MadeChain, changes: CertificateOptions): IssuedCertificate {
  return reissue(issuerOf(made), { key: chainKey(21), ...changes });
}

const anchored = (made: MadeChain, ...anchors: readonly IssuedCertificate[]): MadeChain => ({ ...made, anchors });

/** What is trusted. */
export const anchorTwists = {
  'only a stranger trusted': arranged(0, (made) => anchored(made, strangeRoot())),
  'only a stranger trusted, the root sent': arranged(0, (made) => ({
    ...anchored(made, strangeRoot()),
    chain: [...made.chain, made.root],
  })),
  "a stranger of the root's name trusted": arranged(0, (made) =>
    anchored(made, reissue(made.root, { key: chainKey(22) })),
  ),
  "a stranger of the root's name trusted too": arranged(0, (made) =>
    anchored(made, reissue(made.root, { key: chainKey(22) }), made.root),
  ),
  'root trusted in a copy that is expired': arranged(0, (made) =>
    anchored(made, reissue(made.root, { notAfter: new Date('2026-02-01T00:00:00Z') }), made.root),
  ),
  'root renewed with the same key': arranged(0, (made) => anchored(made, reissue(made.root, {}))),
  'issuer trusted in place of the root': arranged(1, (made) => anchored(made, issuerOf(made))),
  'issuer trusted beside the root': arranged(1, (made) => anchored(made, issuerOf(made), made.root)),
  'trusted issuer for clients': together(
    alter('issuer', { extendedKeyUsage: ['clientAuth'] }),
    arranged(1, (made) => anchored(made, issuerOf(made), made.root)),
  ),
  'trusted issuer with an unknown critical extension': together(
    alter('issuer', { extraExtensions: [unknownExtension(true)] }),
    arranged(1, (made) => anchored(made, issuerOf(made), made.root)),
  ),
  'leaf trusted in place of the root': arranged(0, (made) => anchored(made, made.leaf)),
  'leaf that signed itself, trusted': arranged(0, selfTrusted),
  'leaf with RSA-1024 that signed itself, trusted': together(
    alter('leaf', { key: chainKey(13, 'rsa-1024') }),
    arranged(0, selfTrusted),
  ),
  'leaf that signed itself, not trusted': arranged(0, (made) => ({ ...selfTrusted(made), anchors: [made.root] })),
} as const satisfies Record<string, ChainTwist>;

/** A leaf without an issuer, which is trusted itself. */
function selfTrusted(made: MadeChain): MadeChain {
  const { signedBy: _, ...options } = made.leaf.options;
  const leaf = issueCertificate(options);
  return { ...made, leaf, chain: [leaf], anchors: [leaf] };
}

/** The issuer certified by a second root, which is trusted or not. */
function crossSigned(
  made: MadeChain,
  otherRoot: IssuedCertificate,
  changes: CertificateOptions = {},
): IssuedCertificate {
  return reissue(issuerOf(made), { signedBy: otherRoot, ...changes });
}

/** Paths that fork, loop, or lead through a CA twice. */
export const crossTwists = {
  'issuer certified by a stranger first': arranged(1, (made) =>
    sends(made, crossSigned(made, strangeRoot()), ...made.chain.slice(1)),
  ),
  'issuer certified by a stranger, whose certificate is sent': arranged(1, (made) => {
    const other = strangeRoot();
    return sends(made, crossSigned(made, other), other, ...made.chain.slice(1));
  }),
  'issuer certified by the one that is trusted too': arranged(1, (made) => {
    const other = strangeRoot();
    return { ...sends(made, ...made.chain.slice(1), crossSigned(made, other)), anchors: [other] };
  }),
  'issuer certified by two that are trusted, once expired': arranged(1, (made) => {
    const other = strangeRoot();
    const expired = crossSigned(made, other, { notAfter: new Date('2026-02-01T00:00:00Z') });
    return { ...sends(made, expired, ...made.chain.slice(1)), anchors: [other, made.root] };
  }),
  'issuer certified by two that are trusted, once for another domain': arranged(1, (made) => {
    const other = strangeRoot();
    const narrow = crossSigned(made, other, { nameConstraints: { permitted: [{ dNSName: 'other.example' }] } });
    return { ...sends(made, narrow, ...made.chain.slice(1)), anchors: [other, made.root] };
  }),
  'root certified by an older root': arranged(0, (made) => {
    const older = strangeRoot();
    return { ...sends(made, ...made.chain.slice(1), underOlder(made, older)), anchors: [older] };
  }),
  'root certified by an older root, which is expired': arranged(0, (made) => {
    const older = strangeRoot({ notAfter: new Date('2026-02-01T00:00:00Z') });
    return { ...sends(made, ...made.chain.slice(1), underOlder(made, older)), anchors: [older, made.root] };
  }),
  'root certified by an older root, which only is expired': arranged(0, (made) => {
    const older = strangeRoot({ notAfter: new Date('2026-02-01T00:00:00Z') });
    return { ...sends(made, ...made.chain.slice(1), underOlder(made, older)), anchors: [older] };
  }),
  'root certified by an older root that nobody trusts': arranged(0, (made) =>
    sends(made, ...made.chain.slice(1), underOlder(made, strangeRoot())),
  ),
  'issuer renewed by itself': arranged(1, (made) => renewed(made, {})),
  'issuer with pathlen 0 renewed by itself': together(
    alter('issuer', { basicConstraints: { cA: true, pathLength: 0 } }),
    arranged(1, (made) => renewed(made, {})),
  ),
  'issuer renewed by itself, for another domain': arranged(1, (made) =>
    renewed(made, { nameConstraints: { permitted: [{ dNSName: 'other.example' }] } }),
  ),
  'two CAs that certify each other': arranged(1, (made) => {
    const partner = issueCertificate({ ...authority('Partner'), key: chainKey(24), signedBy: issuerOf(made) });
    return sends(made, reissue(issuerOf(made), { signedBy: partner }), partner, ...made.chain.slice(1));
  }),
  'two CAs that certify each other, and nobody else does': arranged(1, (made) => {
    const partner = issueCertificate({ ...authority('Partner'), key: chainKey(24), signedBy: issuerOf(made) });
    return sends(made, reissue(issuerOf(made), { signedBy: partner }), partner);
  }),
  'seven CAs more': arranged(0, (made) => lengthened(made, 7)),
  'twelve CAs more': arranged(0, (made) => lengthened(made, 12)),
} as const satisfies Record<string, ChainTwist>;

/** The root's name and key in a certificate by another root. */
function underOlder({ root }: MadeChain, older: IssuedCertificate): IssuedCertificate {
  return issueCertificate({ ...root.options, signedBy: older });
}

/** The issuer gets a new key, which it certifies by its old one (RFC 5280 section 6.1: self-issued). */
function renewed(made: MadeChain, changes: CertificateOptions): MadeChain {
  const old = issuerOf(made);
  const fresh = issueCertificate({ ...old.options, key: chainKey(23), signedBy: old, ...changes });
  const leaf = reissue(made.leaf, { signedBy: fresh });
  return { ...made, leaf, chain: [leaf, fresh, ...made.chain.slice(1)] };
}

function lengthened(made: MadeChain, count: number): MadeChain {
  const more: IssuedCertificate[] = [];
  for (let number = 1; number <= count; number += 1) {
    const options = { ...authority(`Referee Row ${number}`), key: chainKey(24 + (number % 2)) };
    more.push(issueCertificate({ ...options, signedBy: more.at(-1) ?? issuerOf(made) }));
  }
  const leaf = reissue(made.leaf, { signedBy: more.at(-1)! });
  return { ...made, leaf, chain: [leaf, ...more.toReversed(), ...made.chain.slice(1)] };
}
