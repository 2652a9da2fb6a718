import type { RuleExamples } from './rule-example.js';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const declaration = '{"Type":"com.apple.configuration.passcode.settings","Identifier":"lab","Payload":{}}';
const declarations = { Declarations: [bytes(declaration)] };

export const rules: RuleExamples = {
  'declarations-not-through-mdm': {
    fires: declarations,
    quiet: declarations,
    quietContext: { install: 'manual' },
    at: '',
  },
  'declarations-are-json': {
    fires: { Declarations: [bytes(declaration), bytes(declaration.slice(0, -1))] },
    quiet: declarations,
    at: '/Declarations/1',
  },
};
