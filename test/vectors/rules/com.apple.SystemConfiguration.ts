import type { RuleExamples } from './rule-example.js';

const proxy = { HTTPEnable: 1, HTTPProxy: 'proxy.lab.test', HTTPPort: 3128 };

export const rules: RuleExamples = {
  'network-proxy-switches-are-zero-or-one': {
    fires: { Proxies: { ...proxy, HTTPEnable: 2 } },
    quiet: { Proxies: proxy },
    at: '/Proxies/HTTPEnable',
  },
  'network-proxy-fallback-default': {
    fires: { Proxies: proxy },
    quiet: { Proxies: { ...proxy, FallBackAllowed: 0 } },
    context: { platforms: { macOS: { from: '14.0' } }, install: 'mdm' },
    at: '/Proxies',
  },
};
