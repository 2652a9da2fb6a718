import type { Issue } from '../diagnostics/issue.js';

/** The issues by their pointers: what stands outside before what stands inside, indexes as numbers; equal ones as they were. */
export function orderIssues(issues: readonly Issue[]): Issue[] {
  return issues
    .map((issue) => ({ issue, segments: (issue.where.pointer ?? '').split('/') }))
    .sort((a, b) => compareSegments(a.segments, b.segments))
    .map(({ issue }) => issue);
}

const isIndex = /^\d{1,15}$/;

function compareSegments(a: readonly string[], b: readonly string[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left === right) continue;
    if (isIndex.test(left) && isIndex.test(right) && Number(left) !== Number(right))
      return Number(left) - Number(right);
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
