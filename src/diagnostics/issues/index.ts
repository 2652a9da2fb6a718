import { certificateIssues, type CertificateIssueDetails } from './certificate.js';
import { certificationPathIssues, type CertificationPathIssueDetails } from './certification-path.js';
import { plistIssues, type PlistIssueDetails } from './plist.js';
import { profileIssues, type ProfileIssueDetails } from './profile.js';
import { publicKeyIssues, type PublicKeyIssueDetails } from './public-key.js';
import { rootIssues, type RootIssueDetails } from './root.js';
import { schemaIssues, type SchemaIssueDetails } from './schema.js';
import { serverIssues, type ServerIssueDetails } from './server.js';
import { serverNameIssues, type ServerNameIssueDetails } from './server-name.js';
import { serverTrustIssues, type ServerTrustIssueDetails } from './server-trust.js';
import { signatureIssues, type SignatureIssueDetails } from './signature.js';
import type { IssueFacts } from './issue-facts.js';

/** The details of every rule's message, by issue code. */
export interface IssueDetails
  extends
    CertificateIssueDetails,
    CertificationPathIssueDetails,
    PlistIssueDetails,
    ProfileIssueDetails,
    PublicKeyIssueDetails,
    RootIssueDetails,
    SchemaIssueDetails,
    ServerIssueDetails,
    ServerNameIssueDetails,
    ServerTrustIssueDetails,
    SignatureIssueDetails {}

/** The stable id of a rule; part of the public contract. */
export type IssueCode = keyof IssueDetails;

export const issueFacts: IssueFacts<IssueDetails> = {
  ...certificateIssues,
  ...certificationPathIssues,
  ...plistIssues,
  ...profileIssues,
  ...publicKeyIssues,
  ...rootIssues,
  ...schemaIssues,
  ...serverIssues,
  ...serverNameIssues,
  ...serverTrustIssues,
  ...signatureIssues,
};
