import type { Dictionary, RuleExamples } from './rule-example.js';

const names = (count: number, name: string): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${String(index)}.example.com`);
const relaxed = (domains: number, apps: number): Dictionary => ({
  CrossSiteTrackingPreventionRelaxedDomains: names(domains, 'www'),
  CrossSiteTrackingPreventionRelaxedApps: names(apps, 'app'),
});
const apps = { CrossSiteTrackingPreventionRelaxedApps: ['com.example.app'] };

export const rules: RuleExamples = {
  'domains-relaxed-domains-max-10': {
    fires: relaxed(11, 1),
    quiet: relaxed(10, 1),
    at: '/CrossSiteTrackingPreventionRelaxedDomains',
  },
  'domains-relaxed-apps-max-10': {
    fires: relaxed(1, 11),
    quiet: relaxed(1, 10),
    at: '/CrossSiteTrackingPreventionRelaxedApps',
  },
  'domains-relaxed-apps-need-domains': {
    fires: apps,
    quiet: { ...apps, CrossSiteTrackingPreventionRelaxedDomains: ['example.com'] },
    at: '',
  },
  'domains-pattern-format': {
    fires: { WebDomains: ['*.example.com/docs', 'https://example.com'] },
    quiet: { WebDomains: ['*.example.com/docs', 'example.com:8443'] },
    at: '/WebDomains/1',
  },
};
