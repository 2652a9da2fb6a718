import type { RuleExamples } from './rule-example.js';

const manual = { ProxyServer: 'proxy.lab.test', ProxyServerPort: 3128 };
const pac = { ProxyPACURL: 'https://proxy.lab.test/proxy.pac' };

export const rules: RuleExamples = {
  'global-proxy-manual-needs-server-and-port': {
    fires: { ProxyServer: 'proxy.lab.test' },
    quiet: manual,
    at: '',
  },
  'global-proxy-auto-ignores-manual-keys': {
    fires: { ProxyType: 'Auto', ...pac, ProxyUsername: 'user' },
    quiet: { ProxyType: 'Manual', ...manual, ProxyUsername: 'user' },
    at: '/ProxyUsername',
  },
  'global-proxy-manual-ignores-pac-url': {
    fires: { ...manual, ...pac },
    quiet: { ProxyType: 'Auto', ...pac },
    at: '/ProxyPACURL',
  },
  'global-proxy-pac-url-scheme': {
    fires: { ProxyType: 'Auto', ProxyPACURL: 'ftp://proxy.lab.test/proxy.pac' },
    quiet: { ProxyType: 'Auto', ProxyPACURL: 'http://proxy.lab.test/proxy.pac' },
    at: '/ProxyPACURL',
  },
};
