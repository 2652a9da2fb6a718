import { issueCertificate, type CertificateOptions, type IssuedCertificate } from './issue-certificate.js';
import type { NameInput } from './name.js';
import { testKey, type KeyKind, type KeyPair } from './test-key.js';

/** When the chains of this workshop are judged: fixed, so that a list of them is the same on every day. */
export const chainTime = new Date('2026-03-01T12:00:00Z');

export const chainHost = 'www.lab.example';

/** The certificates of a chain: `upper` is the CA below the root, `issuer` the one that issues the leaf, which may be the same. */
export type ChainPart = 'root' | 'upper' | 'issuer' | 'leaf';

/** What is about to be made. */
export interface ChainDraft {
  root: CertificateOptions;
  /** The CA below the root first. */
  cas: CertificateOptions[];
  leaf: CertificateOptions;
  /** Which name or address the client asks for. */
  host: string;
}

/** What was made: the certificates of the sound way, and what the verifier gets to see. */
export interface MadeChain {
  readonly root: IssuedCertificate;
  /** The CA below the root first. */
  readonly cas: readonly IssuedCertificate[];
  readonly leaf: IssuedCertificate;
  readonly host: string;
  /** The certificate in question first, then what comes along. */
  readonly chain: readonly IssuedCertificate[];
  readonly anchors: readonly IssuedCertificate[];
}

/** A key that no other certificate of a chain has, as long as the number differs. */
export const chainKey = (number: number, kind: KeyKind = 'p256'): KeyPair => testKey(kind, 30 + number);

export const labName = (commonName: string): NameInput => [
  ['C', 'DE'],
  ['O', 'Referee Lab'],
  ['CN', commonName],
];

/** A sound chain of any depth: `depth` CAs between the root and the leaf. */
export function draftChain(depth: number, kind: KeyKind): ChainDraft {
  return {
    root: { ...authority('Referee Root'), key: chainKey(0, kind) },
    cas: Array.from({ length: depth }, (_, index) => ({
      ...authority(`Referee CA ${index + 1}`),
      key: chainKey(index + 1, kind),
    })),
    leaf: {
      subject: labName('Referee Server'),
      key: chainKey(4, kind),
      basicConstraints: { cA: false },
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['serverAuth'],
      subjectAltName: [{ dNSName: chainHost }],
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2026-12-01T00:00:00Z'),
    },
    host: chainHost,
  };
}

/** A sound CA, apart from its key. */
export function authority(commonName: string): CertificateOptions {
  return {
    subject: labName(commonName),
    basicConstraints: { cA: true },
    keyUsage: ['keyCertSign', 'cRLSign'],
    notBefore: new Date('2018-01-01T00:00:00Z'),
    notAfter: new Date('2038-01-01T00:00:00Z'),
  };
}

/** Issues what was drafted, each certificate by the one above it; the leaf and the CAs come along, the root is trusted. */
export function makeChain(draft: ChainDraft): MadeChain {
  const root = issueCertificate(draft.root);
  const cas: IssuedCertificate[] = [];
  for (const options of draft.cas) cas.push(issueCertificate({ signedBy: cas.at(-1) ?? root, ...options }));
  const leaf = issueCertificate({ signedBy: cas.at(-1) ?? root, ...draft.leaf });
  return { root, cas, leaf, host: draft.host, chain: [leaf, ...cas.toReversed()], anchors: [root] };
}

/** Another certificate like one that was made: same subject and key, apart from the changes. */
export const reissue = ({ options }: IssuedCertificate, changes: CertificateOptions): IssuedCertificate =>
  issueCertificate({ ...options, ...changes });

/** The options of a part; there is no `upper` and no `issuer` where the root issues the leaf. */
function partOf(draft: ChainDraft, part: ChainPart): CertificateOptions | undefined {
  if (part === 'root' || part === 'leaf') return draft[part];
  return part === 'upper' ? draft.cas[0] : draft.cas.at(-1);
}

/** Changes a part of the draft. */
export function amend(draft: ChainDraft, part: ChainPart, changes: CertificateOptions): void {
  const options = { ...partOf(draft, part), ...changes };
  if (part === 'root' || part === 'leaf') draft[part] = options;
  else draft.cas[part === 'upper' ? 0 : draft.cas.length - 1] = options;
}
