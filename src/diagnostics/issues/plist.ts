import type { IssueFacts } from './issue-facts.js';

export interface PlistIssueDetails {}

export const plistIssues: IssueFacts<PlistIssueDetails> = {};
