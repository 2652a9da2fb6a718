import { issue, type Issue } from '../../../diagnostics/issue.js';
import { wholeFile, type Pkcs12Context } from './pkcs12-rule.js';

/** A MAC by the PKCS#12 key derivation: PBMAC1 and unknown hashes are as good as none. */
export function* hasMac({ facts: { structure } }: Pkcs12Context): Generator<Issue> {
  const { mac } = structure;
  if (mac?.hash === undefined) yield issue('p12-mac-required', wholeFile, { found: mac?.name ?? 'none' });
}
