import type { RuleExamples } from './rule-example.js';

const directory = { HostName: 'lab.test', Description: 'Lab directory' };

export const rules: RuleExamples = {
  'directory-option-needs-its-flag': {
    fires: { ...directory, ADForceHomeLocal: true },
    quiet: { ...directory, ADForceHomeLocal: true, ADForceHomeLocalFlag: true },
    at: '',
  },
  'directory-mount-style': {
    fires: { ...directory, ADMountStyle: 'nfs' },
    quiet: { ...directory, ADMountStyle: 'smb' },
    at: '/ADMountStyle',
  },
  'directory-namespace': {
    fires: { ...directory, ADNamespaceFlag: true, ADNamespace: 'tree' },
    quiet: { ...directory, ADNamespaceFlag: true, ADNamespace: 'forest' },
    at: '/ADNamespace',
  },
  'directory-trust-interval-not-negative': {
    fires: { ...directory, ADTrustChangePassIntervalDaysFlag: true, ADTrustChangePassIntervalDays: -1 },
    quiet: { ...directory, ADTrustChangePassIntervalDaysFlag: true, ADTrustChangePassIntervalDays: 0 },
    at: '/ADTrustChangePassIntervalDays',
  },
};
