import type { Certificate } from '../../../src/pki/certificate.js';
import { evaluateTrust } from '../../../src/trust/evaluate-trust.js';
import type { PathLimits, TrustResult } from '../../../src/trust/trust-query.js';
import { at, basicConstraints, commonName, issue, keyUsage, type Issued, type LabOptions } from './lab.js';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const leafExtensions = (): Uint8Array[] => [basicConstraints(false), keyUsage(0x80)];

export const root = issue({ subject: commonName('Root'), key: 'P-384' });
export const sub = issue({ issuer: root, subject: commonName('Sub') });
export const leafOf = (issuer: Issued, options: LabOptions = {}): Issued =>
  issue({ issuer, subject: commonName('Signer'), key: 'P-256 b', extensions: leafExtensions(), ...options });

interface SearchOptions {
  readonly anchors?: readonly Certificate[];
  readonly at?: Date;
  readonly limits?: PathLimits;
}

/** As a signer is judged: the basic policy, anchors of the caller. `path` is missing when it is refused. */
export function search(target: Issued, candidates: readonly Issued[], options: SearchOptions = {}) {
  const { anchors = [root.certificate], ...rest } = options;
  const result = evaluateTrust({
    chain: [target, ...candidates].map(({ certificate }) => certificate),
    anchors: anchors.map((certificate) => ({ certificate, source: 'app' })),
    policy: { kind: 'basic' },
    at,
    ...rest,
  });
  return { ...result, path: result.verdict === 'trusted' ? result.path : undefined };
}

export const names = (path: readonly Certificate[] | undefined): unknown => path?.map(({ commonName: text }) => text);
export const codes = ({ issues }: Pick<TrustResult, 'issues'>): string[] =>
  issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
