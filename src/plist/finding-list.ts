import { issue, type Issue } from '../diagnostics/issue.js';
import type { IssueCode } from '../diagnostics/issues/index.js';
import type { PlistIssueDetails } from '../diagnostics/issues/plist.js';
import type { Position } from './line-index.js';

export type PlistIssueCode = keyof PlistIssueDetails;

/** What was odd while a property list was read. */
interface Finding {
  readonly code: PlistIssueCode;
  readonly details: PlistIssueDetails[PlistIssueCode];
  readonly offset: number | undefined;
  readonly pointer: () => string;
}

/** Places of one rule that are told one by one: a file made of faults makes no more work than another. */
const MAX_PLACES = 20;

/** Collects findings in the order of the file. Lines and pointers are only made for those that are told. */
export class FindingList {
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<PlistIssueCode, number>();

  /** Adds what was found at an index of the source, in the value of the pointer. */
  add<Code extends PlistIssueCode>(
    code: Code,
    where: { readonly offset?: number; readonly pointer?: () => string },
    details: PlistIssueDetails[Code],
  ): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MAX_PLACES) return;
    const { offset, pointer = () => '' } = where;
    this.#findings.push({ code, details, offset, pointer });
  }

  toIssues(place?: (offset: number) => Position): Issue[] {
    const issues = this.#findings.map(({ code, details, offset, pointer }) => {
      const position = offset === undefined ? undefined : place?.(offset);
      return issueOf(code, { pointer: pointer(), ...position }, details);
    });
    for (const [code, count] of this.#counts) {
      if (count > MAX_PLACES) {
        issues.push(issue('plist-more-places', { pointer: '' }, { code, count: count - MAX_PLACES }));
      }
    }
    return issues;
  }
}

/** The compiler cannot tie a code to its details when both come out of a list. */
const issueOf = issue as (code: IssueCode, where: Issue['where'], details: object) => Issue;
