import { amend, chainKey, type ChainDraft } from './chain-draft.js';
import { alter, together, type ChainTwist } from './chain-twist.js';
import type { CertificateOptions } from './issue-certificate.js';
import type { NameInput } from './name.js';
import type { KeyKind } from './test-key.js';

/** Two keys that belong to nobody in the chain. */
const stranger = chainKey(10);
const other = chainKey(11);

/** Who signed what. */
export const signatureTwists = {
  'leaf changed after signing': alter('leaf', { signature: 'tampered' }),
  'leaf without a signature': alter('leaf', { signature: 'empty' }),
  'leaf signed by a stranger': alter('leaf', { signingKey: stranger }),
  'leaf signed by itself in the name of its issuer': alter('leaf', { key: other, signingKey: other }),
  'leaf that names another issuer': alter('leaf', { issuer: 'Somebody Else' }),
  'leaf that names itself as issuer': alter('leaf', { issuer: 'Referee Server', subject: 'Referee Server' }),
  'leaf whose two algorithms differ': alter('leaf', { innerAlgorithm: 'ecdsa-with-SHA384' }),
  'leaf that names another hash than it was signed by': alter('leaf', {
    innerAlgorithm: 'ecdsa-with-SHA512',
    outerAlgorithm: 'ecdsa-with-SHA512',
  }),
  'issuer changed after signing': alter('issuer', { signature: 'tampered' }),
  'issuer signed by a stranger': alter('issuer', { signingKey: stranger }),
  'issuer that names another issuer': alter('issuer', { issuer: 'Somebody Else' }),
  'issuer with the key of another': alter('issuer', { spki: stranger.spki }),
  'root changed after signing': alter('root', { signature: 'tampered' }),
  'root with the key of another': alter('root', { spki: stranger.spki }),
  'leaf that names its issuer in another type of string': namedIssuer((name) => [
    ['C', 'DE'],
    ['O', 'Referee Lab', 'PrintableString'],
    ['CN', name, 'PrintableString'],
  ]),
  'leaf that names its issuer in other letters': namedIssuer((name) => [
    ['C', 'DE'],
    ['O', ' REFEREE  lab'],
    ['CN', name.toLowerCase()],
  ]),
} as const satisfies Record<string, ChainTwist>;

function namedIssuer(write: (commonName: string) => NameInput): ChainTwist {
  const change = (draft: ChainDraft): void => amend(draft, 'leaf', { issuer: write(`Referee CA ${draft.cas.length}`) });
  return { touches: ['leaf issuer', 'issuer subject'], depth: 1, change };
}

/** By which algorithms, and with which keys. */
export const algorithmTwists = {
  'leaf signed with SHA-512': signedWith('leaf', '512'),
  'leaf signed with SHA-224': signedWith('leaf', '224'),
  'leaf signed with SHA-1': signedWith('leaf', '1'),
  'issuer signed with SHA-1': signedWith('issuer', '1'),
  'root signed with SHA-1': signedWith('root', '1'),
  'root signed with SHA-1 that identifies another key': together(
    signedWith('root', '1'),
    alter('root', { authorityKeyIdentifier: 'mismatch' }),
  ),
  'leaf signed with MD5': signedByRsa({ algorithm: 'md5WithRSAEncryption' }),
  'leaf signed with RSASSA-PSS': signedByRsa({ algorithm: 'rsassaPss-sha256' }),
  'leaf signed with an algorithm that nobody knows': keyed(alter('leaf', { algorithm: 'unknown' })),
  'leaf with RSA-1024': withKey('leaf', 'rsa-1024'),
  'issuer with RSA-1024': withKey('issuer', 'rsa-1024'),
  'root with RSA-1024': withKey('root', 'rsa-1024'),
  'leaf with RSA-3072': withKey('leaf', 'rsa-3072'),
  'leaf with P-224': withKey('leaf', 'p224'),
  'issuer with P-224': withKey('issuer', 'p224'),
  'leaf with secp256k1': withKey('leaf', 'secp256k1'),
  'issuer with secp256k1': withKey('issuer', 'secp256k1'),
  'leaf with Brainpool P-256': withKey('leaf', 'brainpoolP256r1'),
  'leaf with P-521': withKey('leaf', 'p521'),
  'issuer with P-521': withKey('issuer', 'p521'),
  'leaf with Ed25519': withKey('leaf', 'ed25519'),
  'issuer with Ed25519': withKey('issuer', 'ed25519'),
} as const satisfies Record<string, ChainTwist>;

/** Of a chain's key and the algorithm that it signs by, only one is changed. */
function keyed({ touches, ...twist }: ChainTwist): ChainTwist {
  return { touches: ['keys', ...touches], ...twist };
}

function signedWith(part: 'leaf' | 'issuer' | 'root', hash: '1' | '224' | '512'): ChainTwist {
  const { touches, depth } = keyed(alter(part, { algorithm: 'unknown' }));
  const change = (draft: ChainDraft): void => {
    const { key } = draft.root;
    const isRsa = typeof key === 'object' && key.kind.startsWith('rsa');
    amend(draft, part, { algorithm: isRsa ? `sha${hash}WithRSAEncryption` : `ecdsa-with-SHA${hash}` });
  };
  return { touches, depth, change };
}

function signedByRsa(leaf: CertificateOptions): ChainTwist {
  return keyed(together(alter('issuer', { key: chainKey(12, 'rsa-2048') }), alter('leaf', leaf)));
}

function withKey(part: 'leaf' | 'issuer' | 'root', kind: KeyKind): ChainTwist {
  return keyed(alter(part, { key: chainKey(13, kind) }));
}
