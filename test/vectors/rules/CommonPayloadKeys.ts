import type { RuleExamples } from './rule-example.js';

const named = (PayloadIdentifier: string): { readonly PayloadIdentifier: string } => ({ PayloadIdentifier });
const uuid = 'ABCDEF00-0000-4000-8000-000000000001';

export const rules: RuleExamples = {
  'common-payload-identifier-unique': {
    fires: { payloads: [named('com.example.a'), named('com.example.a')] },
    quiet: { payloads: [named('com.example.a'), named('com.example.b')] },
  },
  'common-payload-uuid-unique': {
    fires: { payloads: [{ PayloadUUID: uuid }, { PayloadUUID: uuid.toLowerCase() }] },
    quiet: { payloads: [{ PayloadUUID: uuid }, {}] },
  },
  'common-payload-enabled': {
    fires: { PayloadEnabled: 'yes' },
    quiet: { PayloadEnabled: true },
    at: '/PayloadEnabled',
    speaks: 'schema-type',
  },
};
