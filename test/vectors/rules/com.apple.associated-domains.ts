import type { Dictionary, RuleExamples } from './rule-example.js';

const domains = (...AssociatedDomains: string[]): Dictionary => ({
  Configuration: [{ ApplicationIdentifier: 'ABCDE12345.com.example.app', AssociatedDomains }],
});

export const rules: RuleExamples = {
  'associated-domains-form': {
    fires: domains('applinks:www.example.com', 'https://www.example.com'),
    quiet: domains('applinks:www.example.com', 'webcredentials:www.example.com'),
    at: '/Configuration/0/AssociatedDomains/1',
  },
};
