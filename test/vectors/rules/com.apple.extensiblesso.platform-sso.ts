import { issueCertificate } from '../../support/issue-certificate.js';
import type { KeyKind } from '../../support/test-key.js';
import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const psso = (PlatformSSO: Dictionary): Dictionary => ({
  ExtensionIdentifier: 'com.example.sso',
  TeamIdentifier: 'ABCDE12345',
  Type: 'Redirect',
  URLs: ['https://login.example.com/'],
  PlatformSSO: { AuthenticationMethod: 'Password', ...PlatformSSO },
});

const newUsers = { EnableCreateUserAtLogin: true, UseSharedDeviceKeys: true };
const accessKey = {
  NewUserAuthenticationMethods: ['AccessKey'],
  AccessKeyTerminalIdentityUUID: identity.PayloadUUID,
};
const terminal = { ...accessKey, AccessKeyReaderGroupIdentifier: new Uint8Array(16) };
const issuedBy = { AccessKeyReaderIssuerCertificateUUID: root.PayloadUUID };
const issuer = (key: KeyKind): Dictionary => ({
  ...root,
  PayloadContent: issueCertificate({ subject: 'Lab CA', key, basicConstraints: { cA: true } }).der,
});
const openId = psso({ AuthenticationMethod: 'OpenID', WebLoginURLAllowList: ['login.example.com'] });
const touchId = psso({ UnlockPolicy: ['RequireAuthentication', 'RequireTouchID'] });
const macOS27 = { platforms: { macOS: { from: '27.0' } } };

export const rules: RuleExamples = {
  'psso-create-user-needs-shared-keys': {
    fires: psso({ EnableCreateUserAtLogin: true }),
    quiet: psso(newUsers),
    at: '/PlatformSSO',
  },
  'psso-create-user-needs-password-or-smartcard': {
    fires: psso({ ...newUsers, AuthenticationMethod: 'UserSecureEnclaveKey' }),
    quiet: psso({ ...newUsers, AuthenticationMethod: 'SmartCard' }),
    at: '/PlatformSSO/AuthenticationMethod',
  },
  'psso-authorization-needs-shared-keys': {
    fires: psso({ EnableAuthorization: true, UseSharedDeviceKeys: false }),
    quiet: psso({ EnableAuthorization: true, UseSharedDeviceKeys: true }),
    at: '/PlatformSSO/UseSharedDeviceKeys',
  },
  'psso-groups-mode-needs-groups': {
    fires: psso({ UserAuthorizationMode: 'Groups' }),
    quiet: psso({ UserAuthorizationMode: 'Groups', AdditionalGroups: ['staff'] }),
    at: '/PlatformSSO',
  },
  'psso-access-key-needs-reader-group-and-terminal': {
    fires: psso(accessKey),
    quiet: psso(terminal),
    at: '/PlatformSSO',
  },
  'psso-access-key-needs-reader-issuer': {
    fires: psso(terminal),
    quiet: psso({ ...terminal, ...issuedBy }),
    at: '/PlatformSSO',
  },
  'psso-openid-needs-web-login-allow-list': {
    fires: psso({ NewUserAuthenticationMethods: ['Password', 'OpenID'] }),
    quiet: psso({ NewUserAuthenticationMethods: ['Password', 'SmartCard'] }),
    at: '/PlatformSSO',
  },
  'psso-policies-apply-to-password-only': {
    fires: psso({ AuthenticationMethod: 'SmartCard', LoginPolicy: ['AttemptAuthentication'] }),
    quiet: psso({ AuthenticationMethod: 'Password', LoginPolicy: ['AttemptAuthentication'] }),
    at: '/PlatformSSO/AuthenticationMethod',
  },
  'psso-offline-grace-period-required': {
    fires: psso({ FileVaultPolicy: ['RequireAuthentication', 'AllowOfflineGracePeriod'] }),
    quiet: psso({
      FileVaultPolicy: ['RequireAuthentication', 'AllowOfflineGracePeriod'],
      OfflineGracePeriod: 86_400,
    }),
    at: '/PlatformSSO',
  },
  'psso-authentication-grace-period-required': {
    fires: psso({
      LoginPolicy: ['RequireAuthentication', 'AllowAuthenticationGracePeriod'],
      OfflineGracePeriod: 86_400,
    }),
    quiet: psso({
      LoginPolicy: ['RequireAuthentication', 'AllowAuthenticationGracePeriod'],
      AuthenticationGracePeriod: 86_400,
    }),
    at: '/PlatformSSO',
  },
  'psso-grace-periods-need-require-authentication': {
    fires: psso({ UnlockPolicy: ['AttemptAuthentication', 'AllowTouchIDOrWatchForUnlock'] }),
    quiet: psso({ UnlockPolicy: ['RequireAuthentication', 'AllowTouchIDOrWatchForUnlock'] }),
    at: '/PlatformSSO/UnlockPolicy',
  },
  'psso-openid-too-new': {
    fires: openId,
    quiet: openId,
    quietContext: macOS27,
    at: '/PlatformSSO/AuthenticationMethod',
  },
  'psso-touch-id-policies-too-new': {
    fires: touchId,
    quiet: touchId,
    quietContext: macOS27,
    at: '/PlatformSSO/UnlockPolicy/1',
  },
  'psso-access-key-certificates': {
    fires: {
      payloads: [psso({ ...terminal, ...issuedBy }), identity, { ...root, PayloadType: 'com.apple.security.pkcs12' }],
    },
    quiet: { payloads: [psso({ ...terminal, ...issuedBy }), identity, root] },
    at: '/PlatformSSO/AccessKeyReaderIssuerCertificateUUID',
  },
  'psso-access-key-issuer-elliptic-curve': {
    fires: { payloads: [psso({ ...terminal, ...issuedBy }), identity, issuer('rsa-2048')] },
    quiet: { payloads: [psso({ ...terminal, ...issuedBy }), identity, issuer('p256')] },
    at: '/PlatformSSO/AccessKeyReaderIssuerCertificateUUID',
  },
};
