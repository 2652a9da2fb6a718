import { now } from '../device/clock.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { issue, type Issue, type RuleLevels } from '../diagnostics/issue.js';
import { findChainEnd } from './order-chain.js';
import { prepareSigner, type PreparedSigner } from './prepare-signer.js';
import type { Signer } from './signer.js';

export interface JudgeSignerOptions {
  /** The time at which the signature is made; now unless given. */
  readonly at?: Date;
  readonly rules?: RuleLevels;
}

const DAY = 24 * 60 * 60 * 1000;
const EXPIRY_DAYS = 30;

/**
 * What a device will not like about a signer: not valid at the time of signing (error), soon expired, chain incomplete.
 * The warning about the chain is only info when its last certificate is a CA, whose issuer may be a root on the device.
 *
 * @throws ProfilewrightError and TypeError as {@link prepareSigner} does
 */
export function judgeSigner(signer: Signer, { at = now(), rules = {} }: JudgeSignerOptions = {}): Issue[] {
  const prepared = prepareSigner(signer);
  const issues = [...judgeValidity(signer, at), ...judgeChain(prepared)];
  return issues.flatMap((found) => {
    const severity = rules[found.code] ?? found.severity;
    return severity === 'off' ? [] : [severity === found.severity ? found : Object.freeze({ ...found, severity })];
  });
}

function* judgeValidity({ certificate }: Signer, at: Date): Generator<Issue> {
  const { notBefore, notAfter } = certificate;
  const left = notAfter.getTime() - at.getTime();
  if (at < notBefore) yield issue('signer-not-yet-valid', { certificate }, { notBefore: notBefore.toISOString() });
  if (left < 0) yield issue('signer-expired', { certificate }, { notAfter: notAfter.toISOString() });
  else if (left < EXPIRY_DAYS * DAY) {
    yield issue('signer-expiry', { certificate }, { notAfter: notAfter.toISOString(), days: Math.floor(left / DAY) });
  }
}

function* judgeChain({ chain, unused }: PreparedSigner): Generator<Issue> {
  const certificate = findChainEnd(chain);
  if (certificate === undefined) return;
  const found = issue('signer-include-chain', { certificate }, { issuer: `"${escapeText(certificate.issuer.text)}"` });
  yield certificate.isCA && unused.length === 0 ? Object.freeze({ ...found, severity: 'info' }) : found;
}
