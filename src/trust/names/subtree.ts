import type { GeneralName } from '../../pki/general-name.js';
import { foldAscii } from './a-labels.js';
import { normalizedRdns, type ConstrainedForm, type ConstrainedName } from './constrained-name.js';

/** What a subtree does with the names in it. */
export type SubtreeUse = 'permitted' | 'excluded';

/** One subtree of nameConstraints; `covers` is asked for names of its form only. */
export interface Subtree {
  readonly form: ConstrainedForm;
  readonly covers: (name: ConstrainedName) => boolean;
}

/**
 * Reads the base of a GeneralSubtree by RFC 5280 section 4.2.1.10. Undefined when Apple's evaluator has no rule for its form.
 * What cannot be compared (a mail address without `@`, a URI without a host, an address without a mask) is in every excluded
 * subtree of its form and in no permitted one.
 */
export function readSubtree(base: GeneralName, use: SubtreeUse): Subtree | undefined {
  switch (base.kind) {
    case 'dNSName':
      return subtreeOf(base.kind, coversDnsName(foldAscii(base.value), use));
    case 'iPAddress':
      return subtreeOf(base.kind, coversAddress(base.raw, use));
    case 'rfc822Name':
      return subtreeOf(base.kind, coversMailAddress(base.value, use));
    case 'uniformResourceIdentifier': {
      const coversHost = coversHostOrDomain(foldAscii(base.value), use);
      return subtreeOf(base.kind, ({ host }) => coversHost(host));
    }
    case 'directoryName':
      return subtreeOf(base.kind, coversDirectoryName(normalizedRdns(base.value)));
    default:
      return undefined;
  }
}

type NameOf<Form extends ConstrainedForm> = Extract<ConstrainedName, { readonly form: Form }>;

function subtreeOf<Form extends ConstrainedForm>(form: Form, covers: (name: NameOf<Form>) => boolean): Subtree {
  const isOfForm = (name: ConstrainedName): name is NameOf<Form> => name.form === form;
  return { form, covers: (name) => isOfForm(name) && covers(name) };
}

/**
 * `lab.example` covers itself and what has more labels to the left, `.lab.example` only the latter, an empty base everything.
 * An excluded name also excludes the wildcards that would stand for it: RFC 5280 does not speak of wildcards, and a
 * certificate for `*.lab.example` would otherwise serve the very host that is excluded.
 */
function coversDnsName(base: string, use: SubtreeUse): (name: NameOf<'dNSName'>) => boolean {
  const hasDot = base.startsWith('.');
  const tail = hasDot ? base : `.${base}`;
  return ({ host }) => {
    if (base === '' || (host === base && !hasDot)) return true;
    if (endsIn(host, tail)) return true;
    const rest = host.slice(1);
    if (use === 'permitted' || !host.startsWith('*.') || !endsIn(base, rest)) return false;
    return !base.slice(0, -rest.length).includes('.');
  };
}

/** Half of the octets are the address, the other half the mask (RFC 4632). */
function coversAddress(base: Uint8Array, use: SubtreeUse): (name: NameOf<'iPAddress'>) => boolean {
  const size = base.length / 2;
  const isSound = (length: number): boolean => length === 4 || length === 16;
  return ({ octets }) => {
    if (!isSound(size) || !isSound(octets.length)) return use === 'excluded';
    if (octets.length !== size) return false;
    return octets.every((octet, index) => ((octet ^ (base[index] ?? 0)) & (base[size + index] ?? 0)) === 0);
  };
}

/**
 * A mailbox, a host, or with a dot in front all hosts of a domain. RFC 5280 compares the part before the `@` as it stands,
 * Apple's evaluator regardless of case: the stricter of both counts.
 */
function coversMailAddress(base: string, use: SubtreeUse): (name: NameOf<'rfc822Name'>) => boolean {
  const at = base.lastIndexOf('@');
  const coversHost = coversHostOrDomain(foldAscii(base.slice(at + 1)), use);
  const mailbox = base.slice(0, Math.max(at, 0));
  const folded = foldAscii(mailbox);
  const isMailbox = (localPart: string): boolean =>
    localPart === mailbox ||
    // The lengths are compared before the work of folding is done.
    (use === 'excluded' && localPart.length === folded.length && foldAscii(localPart) === folded);
  return ({ localPart, host }) => coversHost(host) && (at < 0 || host === undefined || isMailbox(localPart));
}

function coversHostOrDomain(base: string, use: SubtreeUse): (host: string | undefined) => boolean {
  return (host) => {
    if (host === undefined || base === '') return use === 'excluded';
    return base.startsWith('.') ? endsIn(host, base) : host === base;
  };
}

/** A name is in the subtree when it begins with the RDNs of the base. */
function coversDirectoryName(base: readonly string[]): (name: NameOf<'directoryName'>) => boolean {
  return ({ rdns }) => base.every((rdn, index) => rdns[index] === rdn);
}

/** Whether the text has this ending, and something in front of it. */
function endsIn(text: string, ending: string): boolean {
  return text.length > ending.length && text.endsWith(ending);
}
