import { amend, type ChainDraft, type ChainPart, type MadeChain } from './chain-draft.js';
import type { NameConstraintsInput } from './extension.js';
import type { GeneralNameInput } from './general-name.js';
import type { CertificateOptions } from './issue-certificate.js';

/** One departure from the sound chain; whether it harms is for verifiers to say. */
export interface ChainTwist {
  /** What it changes: of two twists that change the same, a chain can have one. */
  readonly touches: readonly string[];
  /** How many CAs must stand between the root and the leaf. */
  readonly depth: number;
  readonly change?: (draft: ChainDraft) => void;
  /** Changes what was made, or what of it the verifier gets to see. */
  readonly arrange?: (made: MadeChain) => MadeChain;
}

const depths: Readonly<Record<ChainPart, number>> = { leaf: 0, root: 0, issuer: 1, upper: 1 };

/** A part of the chain with other options. */
export function alter(part: ChainPart, options: CertificateOptions, depth: number = depths[part]): ChainTwist {
  return {
    // At depth 1 both are one certificate.
    touches: Object.keys(options).map((option) => `${part === 'upper' ? 'issuer' : part} ${option}`),
    depth,
    change: (draft) => amend(draft, part, options),
  };
}

/** A leaf of these names, and what the client asks for: the usual host unless given. */
export function named(names: readonly GeneralNameInput[], host?: string, leaf: CertificateOptions = {}): ChainTwist {
  const options = { subjectAltName: names, ...leaf };
  const { touches, depth } = alter('leaf', options);
  const change = (draft: ChainDraft): void => {
    amend(draft, 'leaf', options);
    draft.host = host ?? draft.host;
  };
  return { touches: ['host', ...touches], depth, change };
}

/** A CA, or the root, that constrains names, and optionally a leaf of certain names. */
export function constrained(
  part: 'root' | 'upper' | 'issuer',
  nameConstraints: NameConstraintsInput,
  naming?: ChainTwist,
): ChainTwist {
  const constraining = alter(part, { nameConstraints });
  const { touches, ...twist } = naming === undefined ? constraining : together(constraining, naming);
  return { touches: ['constraints', ...touches], ...twist };
}

/** Several of them as one. */
export function together(...twists: readonly ChainTwist[]): ChainTwist {
  return {
    touches: twists.flatMap(({ touches }) => touches),
    depth: Math.max(...twists.map(({ depth }) => depth)),
    change: (draft) => {
      for (const { change } of twists) change?.(draft);
    },
    arrange: (made) => twists.reduce((result, { arrange }) => arrange?.(result) ?? result, made),
  };
}

/** Another selection of certificates. */
export const arranged = (depth: number, arrange: (made: MadeChain) => MadeChain): ChainTwist => ({
  touches: ['shape'],
  depth,
  arrange,
});
