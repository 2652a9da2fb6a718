import { certificateIssues, type CertificateIssueDetails } from './certificate.js';
import { certificationPathIssues, type CertificationPathIssueDetails } from './certification-path.js';
import type { RuleCode } from './generated/rule-code.js';
import { isRuleCode, ruleCodes, ruleIssueFacts, type RuleIssueDetails } from './payload-rule.js';
import { pkcs12Issues, type Pkcs12IssueDetails } from './pkcs12.js';
import { plistIssues, type PlistIssueDetails } from './plist.js';
import { profileIssues, type ProfileIssueDetails } from './profile.js';
import { publicKeyIssues, type PublicKeyIssueDetails } from './public-key.js';
import { recipientIssues, type RecipientIssueDetails } from './recipient.js';
import { rootIssues, type RootIssueDetails } from './root.js';
import { schemaIssues, type SchemaIssueDetails } from './schema.js';
import { serverIssues, type ServerIssueDetails } from './server.js';
import { serverNameIssues, type ServerNameIssueDetails } from './server-name.js';
import { serverTrustIssues, type ServerTrustIssueDetails } from './server-trust.js';
import { signatureIssues, type SignatureIssueDetails } from './signature.js';
import { supportIssues, type SupportIssueDetails } from './support.js';
import type { IssueFacts } from './issue-facts.js';

/** The details of the rules that stand in this folder, by issue code. */
interface OwnIssueDetails
  extends
    CertificateIssueDetails,
    CertificationPathIssueDetails,
    Pkcs12IssueDetails,
    PlistIssueDetails,
    ProfileIssueDetails,
    PublicKeyIssueDetails,
    RecipientIssueDetails,
    RootIssueDetails,
    SchemaIssueDetails,
    ServerIssueDetails,
    ServerNameIssueDetails,
    ServerTrustIssueDetails,
    SignatureIssueDetails,
    SupportIssueDetails {}

/** The details of every rule's message, by issue code. */
export interface IssueDetails extends OwnIssueDetails, Record<RuleCode, RuleIssueDetails> {}

/** The stable id of a rule; part of the public contract. */
export type IssueCode = keyof IssueDetails;

/** The facts of the rules that stand in this folder; those about payloads are read when they are needed, see {@link factsOf}. */
export const issueFacts: IssueFacts<OwnIssueDetails> = {
  ...certificateIssues,
  ...certificationPathIssues,
  ...pkcs12Issues,
  ...plistIssues,
  ...profileIssues,
  ...publicKeyIssues,
  ...recipientIssues,
  ...rootIssues,
  ...schemaIssues,
  ...serverIssues,
  ...serverNameIssues,
  ...serverTrustIssues,
  ...signatureIssues,
  ...supportIssues,
};

/** What is known about a rule, wherever it stands. */
export function factsOf<Code extends IssueCode>(code: Code): IssueFacts<IssueDetails>[Code];
export function factsOf(code: IssueCode): IssueFacts<IssueDetails>[IssueCode] {
  return isOwn(code) ? issueFacts[code] : ruleIssueFacts(code);
}

/** Whether a rule is one of those about payloads, which stand in `schemas/rules/`. */
export function isRuleIssue(code: IssueCode): code is RuleCode {
  return !isOwn(code);
}

export function isIssueCode(text: string): text is IssueCode {
  return Object.hasOwn(issueFacts, text) || isRuleCode(text);
}

/** All codes that there are. */
export function issueCodes(): readonly IssueCode[] {
  return [...(Object.keys(issueFacts) as (keyof OwnIssueDetails)[]), ...ruleCodes()];
}

function isOwn(code: IssueCode): code is keyof OwnIssueDetails {
  return Object.hasOwn(issueFacts, code);
}
