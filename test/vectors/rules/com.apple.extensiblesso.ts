import type { RuleExamples } from './rule-example.js';

const extension = { ExtensionIdentifier: 'com.example.sso', TeamIdentifier: 'ABCDE12345' };
const redirect = { ...extension, Type: 'Redirect', URLs: ['https://login.example.com/'] };
const credential = { ...extension, Type: 'Credential', Realm: 'LAB.TEST', Hosts: ['lab.test'] };
const PlatformSSO = { AuthenticationMethod: 'Password' };

export const rules: RuleExamples = {
  'sso-redirect-needs-urls': { fires: { ...extension, Type: 'Redirect' }, quiet: redirect, at: '' },
  'sso-credential-needs-hosts': { fires: { ...credential, Hosts: [] }, quiet: credential, at: '/Hosts' },
  'sso-credential-ignores-urls': {
    fires: { ...credential, URLs: ['https://login.example.com/'] },
    quiet: credential,
    at: '/URLs',
  },
  'sso-redirect-ignores-hosts-and-realm': {
    fires: { ...redirect, Realm: 'LAB.TEST' },
    quiet: { ...credential, Realm: 'LAB.TEST' },
    at: '/Realm',
  },
  'sso-url-form': {
    fires: { ...redirect, URLs: ['https://login.example.com/?tenant=lab'] },
    quiet: { ...redirect, URLs: ['https://login.example.com/tenant/lab'] },
    at: '/URLs/0',
  },
  'sso-urls-unique': {
    fires: { payloads: [redirect, { ...redirect, URLs: ['HTTPS://LOGIN.example.com/'] }] },
    quiet: { payloads: [redirect, { ...redirect, URLs: ['HTTPS://LOGIN.example.com/lab'] }] },
  },
  'sso-hosts-unique': {
    fires: { payloads: [credential, { ...credential, Hosts: ['web.lab.test', 'LAB.test'] }] },
    quiet: { payloads: [credential, { ...credential, Hosts: ['web.lab.test', '.LAB.test'] }] },
  },
  'sso-team-identifier-required-on-macos': {
    fires: { ExtensionIdentifier: 'com.example.sso', Type: 'Redirect', URLs: redirect.URLs },
    quiet: redirect,
    at: '',
  },
  'sso-registration-token-needs-psso-method': {
    fires: { ...redirect, RegistrationToken: 'token', PlatformSSO: { AccountDisplayName: 'Lab' } },
    quiet: { ...redirect, RegistrationToken: 'token', PlatformSSO },
    at: '/PlatformSSO',
  },
  'sso-platform-sso-needs-redirect': {
    fires: { ...credential, PlatformSSO },
    quiet: { ...redirect, PlatformSSO },
    at: '/Type',
  },
};
