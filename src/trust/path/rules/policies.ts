import { issue, type Issue } from '../../../diagnostics/issue.js';
import { judgePolicies } from '../../policies/policy-graph.js';
import type { PathContext } from '../path-context.js';

/** Certificate policies only refuse where a CA demands them. Without an anchor it is not known what is above. */
export function* certificatePolicies({ path, source }: PathContext): Generator<Issue> {
  if (source === undefined) return;
  const { isAcceptable, certificate = path[0], reason = 'a limit was reached' } = judgePolicies(path);
  if (!isAcceptable) yield issue('certificate-policies', { certificate }, { reason });
}
