/**
 * Values that are secrets, by payload type, after Apple's device-management schema: JSON pointers, in which `*` is any
 * index or key. Written down apart from the code, which goes by words in the names of keys.
 */
const ethernet = ['/EAPClientConfiguration/UserPassword', '/ProxyPassword'];
const ikev2 = ['/IKEv2/Password', '/IKEv2/SharedSecret', '/IKEv2/AuthPassword', '/IKEv2/PPK'];
const vpn = [
  '/VPN/AuthPassword',
  '/VPN/Password',
  '/PPP/AuthPassword',
  '/IPSec/XAuthPassword',
  '/IPSec/SharedSecret',
  ...ikev2,
  '/Proxies/HTTPProxyPassword',
];
const tunnel = '/AlwaysOn/TunnelConfigurations/*';

const secrets: Readonly<Record<string, readonly string[]>> = {
  'com.apple.AIM.account': ['/AIMPassword'],
  'com.apple.DirectoryService.managed': ['/Password'],
  'com.apple.MCX.FileVault2': ['/Password'],
  'com.apple.airplay': ['/Passwords/*/Password'],
  'com.apple.airplay.security': ['/Password'],
  'com.apple.apn.managed': ['/DefaultsData/apns/*/password'],
  'com.apple.caldav.account': ['/CalDAVPassword'],
  'com.apple.carddav.account': ['/CardDAVPassword'],
  'com.apple.cellular': ['/AttachAPN/Password', '/APNs/*/Password'],
  'com.apple.configurationprofile.identification': ['/PayloadIdentification/Password'],
  'com.apple.eas.account': ['/Password', '/Certificate', '/CertificatePassword'],
  'com.apple.ews.account': ['/Password'],
  'com.apple.extensiblesso': ['/RegistrationToken'],
  'com.apple.firstactiveethernet.managed': ethernet,
  'com.apple.firstethernet.managed': ethernet,
  'com.apple.globalethernet.managed': ethernet,
  'com.apple.jabber.account': ['/JabberPassword'],
  'com.apple.ldap.account': ['/LDAPAccountPassword'],
  'com.apple.loginwindow': ['/AutologinPassword'],
  'com.apple.mail.managed': ['/IncomingPassword', '/OutgoingPassword'],
  'com.apple.osxserver.account': ['/Password'],
  'com.apple.profileRemovalPassword': ['/RemovalPassword'],
  'com.apple.proxy.http.global': ['/ProxyPassword'],
  'com.apple.relay.managed': ['/Relays/*/AdditionalHTTPHeaderFields/*'],
  'com.apple.secondactiveethernet.managed': ethernet,
  'com.apple.secondethernet.managed': ethernet,
  'com.apple.security.pkcs12': ['/Password', '/PayloadContent'],
  'com.apple.security.scep': ['/PayloadContent/Challenge'],
  'com.apple.security.wapi-identity': ['/PEMData'],
  'com.apple.subscribedcalendar.account': ['/SubCalAccountPassword'],
  'com.apple.thirdactiveethernet.managed': ethernet,
  'com.apple.thirdethernet.managed': ethernet,
  'com.apple.vpn.managed': [
    ...vpn,
    ...['Password', 'SharedSecret', 'AuthPassword', 'PPK'].map((key) => `${tunnel}/${key}`),
    '/TransparentProxy/Password',
  ],
  'com.apple.vpn.managed.applayer': vpn,
  'com.apple.webcontent-filter': ['/Password', '/URLFilterParameters/PIRAuthenticationToken'],
  'com.apple.wifi.managed': ['/Password', ...ethernet],
  'com.apple.xsan': ['/sharedSecret'],
};

/** Each secret as `[payload type, pointer]`. */
export const appleSecrets: readonly (readonly [type: string, pointer: string])[] = Object.entries(secrets).flatMap(
  ([type, pointers]) => pointers.map((pointer) => [type, pointer] as const),
);
