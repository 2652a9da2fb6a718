import { readBer, type BerValue } from '../../asn1/ber.js';
import type { Certificate } from '../../pki/certificate.js';
import type { NameConstraints } from '../../pki/general-name.js';
import { constrainedNames, type ConstrainedForm, type ConstrainedName } from './constrained-name.js';
import { readSubtree, type Subtree, type SubtreeUse } from './subtree.js';

/** A name that a CA of the path does not let pass. */
export interface NameConstraintViolation {
  /** Whose nameConstraints are violated. */
  readonly by: Certificate;
  /** Whose name it is; the same as `by` when its extension cannot be evaluated. */
  readonly certificate: Certificate;
  /** The name as text, untrusted and of any length; empty when the extension is the matter. */
  readonly name: string;
  /** The form of the name (`dNSName`); with `unsupported-form` the form or the field (`minimum`) that is not evaluated. */
  readonly form: string;
  /** `limit`: it was the turn of this name when the comparisons were used up. */
  readonly reason: 'excluded' | 'not-permitted' | 'unsupported-form' | 'limit';
}

export interface NameConstraintOptions {
  /** Whether the nameConstraints of the anchor count, as they do on Apple devices since iOS 13 and macOS 10.15. */
  readonly anchorConstrains: boolean;
  /** How often a name may be compared with a subtree, all in all; 100,000 times unless given. */
  readonly maxComparisons?: number;
}

export interface NameConstraintResult {
  readonly violations: readonly NameConstraintViolation[];
  /** The work that was done. */
  readonly comparisons: number;
}

/** In one path, unless the caller says otherwise. */
export const DEFAULT_MAX_COMPARISONS = 100_000;

/**
 * Applies every nameConstraints extension of a path to the names below it (RFC 5280 sections 4.2.1.10, 6.1.3 and 6.1.4). The
 * path begins with the leaf and ends with the anchor. Self-issued certificates are exempt unless they are the leaf.
 *
 * Names have to be within the permitted subtrees of each CA, which is the intersection that RFC 5280 asks for; Apple's
 * evaluator joins subtrees of two CAs that have nothing in common, and so lets pass what one of them does not permit.
 * Extensions that could not be decoded are passed over here: they are for the caller to refuse.
 */
export function findNameConstraintViolations(
  path: readonly Certificate[],
  { anchorConstrains, maxComparisons = DEFAULT_MAX_COMPARISONS }: NameConstraintOptions,
): NameConstraintResult {
  const check = new ConstraintCheck(maxComparisons);
  const bearers = path.map((certificate, index): Bearer => {
    return { certificate, names: index > 0 && isSelfIssued(certificate) ? [] : constrainedNames(certificate) };
  });
  const constraining = bearers.slice(1, anchorConstrains ? undefined : -1);
  for (const [index, { certificate }] of [...constraining.entries()].reverse()) {
    if (check.isExhausted) break;
    check.apply(certificate, bearers.slice(0, index + 1));
  }
  return { violations: check.violations, comparisons: check.comparisons };
}

const isSelfIssued = ({ subject, issuer }: Certificate): boolean => subject.normalized === issuer.normalized;

interface Bearer {
  readonly certificate: Certificate;
  readonly names: readonly ConstrainedName[];
}

type SubtreesByForm = ReadonlyMap<ConstrainedForm, readonly Subtree[]>;

class ConstraintCheck {
  readonly violations: NameConstraintViolation[] = [];
  comparisons = 0;
  readonly #maxComparisons: number;
  isExhausted = false;

  constructor(maxComparisons: number) {
    this.#maxComparisons = maxComparisons;
  }

  /** Applies the constraints of one CA to the certificates below it. */
  apply(by: Certificate, below: readonly Bearer[]): void {
    const { nameConstraints } = by;
    if (nameConstraints === undefined) return;
    for (const form of unsupportedForms(by, nameConstraints)) {
      this.violations.push({ by, certificate: by, name: '', form, reason: 'unsupported-form' });
    }
    const permitted = groupByForm(nameConstraints, 'permitted');
    const excluded = groupByForm(nameConstraints, 'excluded');
    for (const { certificate, names } of below) {
      for (const name of names) {
        for (const reason of this.#judge(name, permitted, excluded)) {
          this.violations.push({ by, certificate, name: name.text, form: name.form, reason });
        }
        if (this.isExhausted) return;
      }
    }
  }

  *#judge(
    name: ConstrainedName,
    permitted: SubtreesByForm,
    excluded: SubtreesByForm,
  ): Generator<'excluded' | 'not-permitted' | 'limit'> {
    if (this.#isInAny(name, excluded.get(name.form) ?? [])) yield 'excluded';
    const own = permitted.get(name.form);
    if (own !== undefined && !this.#isInAny(name, own) && !this.isExhausted) yield 'not-permitted';
    if (this.isExhausted) yield 'limit';
  }

  #isInAny(name: ConstrainedName, subtrees: readonly Subtree[]): boolean {
    for (const subtree of subtrees) {
      if (this.comparisons >= this.#maxComparisons) {
        this.isExhausted = true;
        return false;
      }
      this.comparisons += 1;
      if (subtree.covers(name)) return true;
    }
    return false;
  }
}

function groupByForm(constraints: NameConstraints, use: SubtreeUse): SubtreesByForm {
  const groups = new Map<ConstrainedForm, Subtree[]>();
  for (const base of constraints[use]) {
    const subtree = readSubtree(base, use);
    const group = subtree && groups.get(subtree.form);
    if (group) group.push(subtree);
    else if (subtree) groups.set(subtree.form, [subtree]);
  }
  return groups;
}

/**
 * What nobody evaluates: in a critical extension any other form, whether or not a name of that form turns up, as Apple does
 * it; and in every extension the fields `minimum` and `maximum`, which RFC 5280 wants to be 0 and absent.
 */
function unsupportedForms(certificate: Certificate, constraints: NameConstraints): ReadonlySet<string> {
  const bases = [...constraints.permitted, ...constraints.excluded];
  const odd = bases.filter((base) => readSubtree(base, 'permitted') === undefined).map(({ kind }) => kind);
  return new Set([...(constraints.critical ? odd : []), ...distanceFields(certificate)]);
}

/** `GeneralSubtree ::= SEQUENCE { base GeneralName, minimum [0] BaseDistance DEFAULT 0, maximum [1] BaseDistance OPTIONAL }` */
function distanceFields({ extensions }: Certificate): readonly string[] {
  const extension = extensions.find(({ name, defect }) => name === 'nameConstraints' && defect === undefined);
  if (extension === undefined) return [];
  const { children } = readBer(extension.value, { what: extension.name });
  const fields = children.flatMap((part) => part.children.flatMap((subtree) => subtree.children.slice(1)));
  return fields
    .filter((field) => !isZeroMinimum(field))
    .map(({ tagNumber }) => (tagNumber === 0 ? 'minimum' : 'maximum'));
}

const isZeroMinimum = ({ tagClass, tagNumber, content }: BerValue): boolean =>
  tagClass === 2 && tagNumber === 0 && content.every((octet) => octet === 0);
