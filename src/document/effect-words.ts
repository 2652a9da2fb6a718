import { escapeText } from '../diagnostics/escape-text.js';
import {
  dictionariesOf,
  firstQuoted,
  keysOf,
  listNames,
  textsOf,
  valueAt,
  type EffectivePayload,
} from './effective-payload.js';

type Describe = (payload: EffectivePayload) => string;

/** Keys that say something of the payload, not of the device. */
const ownKeys: ReadonlySet<string> = new Set(['PayloadEnabled', 'PayloadRebootSuggested', 'PayloadVersion']);

/** What a payload changes on the device, in plain words: one sentence, without secrets. */
export function describeEffect(payload: EffectivePayload): string {
  const describe = Object.hasOwn(byType, payload.type) ? byType[payload.type] : undefined;
  return (describe ?? describeOther)(payload);
}

/** The texts that are there, joined to a sentence. */
const sentence = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');

const named =
  (what: string, link: string, ...paths: readonly (readonly string[])[]): Describe =>
  (payload) => {
    const name = firstQuoted(payload, paths);
    return sentence(what, name === undefined ? undefined : link, name);
  };

const plain =
  (text: string): Describe =>
  () =>
    text;

/** A switch of the payload, in the words for on, off and not given. */
const switched =
  (key: string, on: string, off: string, otherwise: string): Describe =>
  ({ content }) =>
    content[key] === true ? on : content[key] === false ? off : otherwise;

/** `what`, with the names that the payload gives, where it gives some. */
const listed =
  (what: string, link: string, otherwise: string, names: (payload: EffectivePayload) => readonly string[]): Describe =>
  (payload) => {
    const found = names(payload);
    return found.length === 0 ? otherwise : `${what} ${link} ${listNames(found)}`;
  };

/** The texts at a key of each dictionary of a list. */
const eachText =
  (list: string, key: string) =>
  (payload: EffectivePayload): readonly string[] =>
    dictionariesOf(valueAt(payload, list)).flatMap((item) => textsOf([item[key]]));

/** Who signs the extensions that a policy allows. */
const teams = (payload: EffectivePayload): readonly string[] => [
  ...textsOf(valueAt(payload, 'AllowedTeamIdentifiers')),
  ...['AllowedSystemExtensions', 'AllowedKernelExtensions'].flatMap((key) => keysOf(valueAt(payload, key))),
];

const contentFilter: Describe = (payload) =>
  isFilterPlugin(payload)
    ? named(
        'has the traffic of the network filtered by an app',
        'named',
        ['UserDefinedName'],
        ['PluginBundleID'],
      )(payload)
    : 'filters what the web shows';

/** A web content filter is one of the system unless it says that an app is. */
export function isFilterPlugin({ content }: EffectivePayload): boolean {
  return content['FilterType'] === 'Plugin';
}

const wired = plain('sets how the Mac joins a wired network');

const certificates: Describe = ({ type, certificates: found = [] }) => {
  if (found.length === 0) return 'installs a certificate that cannot be read';
  const names = found.map(({ name }) => `"${escapeText(name, 100)}"`).join(', ');
  const roots = found.filter(({ role }) => role === 'root').length;
  if (roots === 0) return `installs ${type === 'com.apple.security.root' ? 'as a root ' : ''}the certificate ${names}`;
  return `installs the root ${names}, which can vouch for any server once it is trusted`;
};

const certificateWords: Readonly<Record<string, Describe>> = {
  'com.apple.security.root': certificates,
  'com.apple.security.pkcs1': certificates,
  'com.apple.security.pem': certificates,
  'com.apple.security.pkcs12': plain('installs an identity: a certificate with its private key'),
  'com.apple.security.scep': named('has the device request an identity by SCEP', 'from', ['PayloadContent', 'URL']),
  'com.apple.security.acme': named('has the device request an identity by ACME', 'from', ['DirectoryURL']),
  'com.apple.ADCertificate.managed': named('has the Mac request an identity from Active Directory', 'at', [
    'CertServer',
  ]),
  'com.apple.security.certificatetransparency': plain(
    'switches Certificate Transparency off for some names or certificates',
  ),
  'com.apple.security.certificaterevocation': plain('has revocation checked for certificates below some CAs'),
};

const networkWords: Readonly<Record<string, Describe>> = {
  'com.apple.wifi.managed': named('adds a Wi-Fi network', 'named', ['SSID_STR'], ['DisplayedOperatorName']),
  'com.apple.vpn.managed': named('adds a VPN', 'named', ['UserDefinedName']),
  'com.apple.vpn.managed.applayer': named('adds a VPN for single apps', 'named', ['UserDefinedName']),
  'com.apple.proxy.http.global': named(
    'sends the web traffic of the device through a proxy',
    'at',
    ['ProxyServer'],
    ['ProxyPACURL'],
  ),
  'com.apple.dnsSettings.managed': named(
    'has names resolved by a server',
    'at',
    ['DNSSettings', 'ServerURL'],
    ['DNSSettings', 'ServerName'],
  ),
  'com.apple.dnsProxy.managed': named('has names resolved by an app', 'named', ['AppBundleIdentifier']),
  'com.apple.relay.managed': plain('sends traffic through a relay'),
  'com.apple.webcontent-filter': contentFilter,
  'com.apple.vpn.managed.appmapping': plain('sends the traffic of single apps through a VPN'),
  'com.apple.firstethernet.managed': wired,
  'com.apple.secondethernet.managed': wired,
  'com.apple.thirdethernet.managed': wired,
  'com.apple.firstactiveethernet.managed': wired,
  'com.apple.secondactiveethernet.managed': wired,
  'com.apple.thirdactiveethernet.managed': wired,
  'com.apple.globalethernet.managed': wired,
};

const accountWords: Readonly<Record<string, Describe>> = {
  'com.apple.mail.managed': named('adds a mail account', 'for', ['EmailAddress'], ['EmailAccountDescription']),
  'com.apple.eas.account': named('adds an Exchange account', 'at', ['Host']),
  'com.apple.ews.account': named('adds an Exchange account', 'at', ['Host']),
  'com.apple.caldav.account': named('adds a calendar account', 'at', ['CalDAVHostName']),
  'com.apple.carddav.account': named('adds a contacts account', 'at', ['CardDAVHostName']),
  'com.apple.ldap.account': named('adds a directory account', 'at', ['LDAPAccountHostName']),
  'com.apple.subscribedcalendar.account': named('subscribes to a calendar', 'at', ['SubCalAccountHostName']),
  'com.apple.google-oauth': named('adds a Google account', 'for', ['EmailAddress']),
};

const deviceWords: Readonly<Record<string, Describe>> = {
  'com.apple.mdm': named('hands the management of the device over to a server', 'at', ['ServerURL']),
  'com.apple.declarations': plain('brings declarations, which set more'),
  'com.apple.applicationaccess': ({ content }) => sets(settingsIn(content), 'restriction'),
  'com.apple.ManagedClient.preferences': listed('sets preferences', 'of', 'sets no preferences', (payload) =>
    keysOf(valueAt(payload, 'PayloadContent')),
  ),
  'com.apple.webClip.managed': named('puts a web clip on the Home Screen', 'that opens', ['URL']),
  'com.apple.font': named('installs a font', 'named', ['Name']),
  'com.apple.mobiledevice.passwordpolicy': plain('sets what a passcode must be like'),
  'com.apple.profileRemovalPassword': plain('asks for a password before the profile is removed'),
  'com.apple.app.lock': named('locks the device to one app', 'named', ['App', 'Identifier']),
  'com.apple.extensiblesso': named('adds a single sign-on extension', 'named', ['ExtensionIdentifier']),
  'com.apple.TCC.configuration-profile-policy': listed(
    'answers privacy questions in advance',
    'for',
    'answers privacy questions of apps in advance',
    (payload) =>
      keysOf(valueAt(payload, 'Services')).flatMap((service) =>
        dictionariesOf(valueAt(payload, 'Services', service)).flatMap((item) => textsOf([item['Identifier']])),
      ),
  ),
  'com.apple.system-extension-policy': listed(
    'approves system extensions',
    'of',
    'sets which system extensions are allowed',
    teams,
  ),
  'com.apple.syspolicy.kernel-extension-policy': listed(
    'approves kernel extensions',
    'of',
    'sets which kernel extensions are allowed',
    teams,
  ),
  'com.apple.MCX.FileVault2': plain('sets how FileVault encrypts the disk'),
  'com.apple.security.FDERecoveryKeyEscrow': plain('hands the FileVault recovery key to the management server'),
  'com.apple.security.FDERecoveryRedirect': named('sends the FileVault recovery key to a server', 'at', [
    'RedirectURL',
  ]),
  'com.apple.security.firewall': switched(
    'EnableFirewall',
    'switches the firewall on',
    'switches the firewall off',
    'sets the firewall',
  ),
  'com.apple.systempolicy.control': switched(
    'EnableAssessment',
    'has Gatekeeper check apps before they run',
    'switches Gatekeeper off, which checks apps before they run',
    'sets which apps Gatekeeper lets run',
  ),
  'com.apple.systempolicy.rule': plain('adds a rule to Gatekeeper, which checks apps before they run'),
  'com.apple.servicemanagement': listed(
    'keeps people from switching off background services',
    'of',
    'keeps people from switching off background services',
    eachText('Rules', 'RuleValue'),
  ),
  'com.apple.loginitems.managed': listed(
    'opens items at login,',
    'namely',
    'opens items at login',
    eachText('AutoLaunchedApplicationDictionary-managed', 'Path'),
  ),
  'com.apple.mcxloginscripts': plain('runs scripts at login and logout'),
  'com.apple.notificationsettings': listed(
    'sets the notifications',
    'of',
    'sets the notifications of apps',
    eachText('NotificationSettings', 'BundleIdentifier'),
  ),
};

const byType: Readonly<Record<string, Describe>> = {
  ...certificateWords,
  ...networkWords,
  ...accountWords,
  ...deviceWords,
};

/** How much a payload sets, where there are no words for what. */
function describeOther({ type, content }: EffectivePayload): string {
  return `${sets(settingsIn(content), 'key')} ${type === '' ? 'of no type' : `of ${escapeText(type, 100)}`}`;
}

function settingsIn(content: EffectivePayload['content']): number {
  return Object.keys(content).filter((key) => !ownKeys.has(key)).length;
}

function sets(number: number, noun: string): string {
  return `sets ${number === 0 ? 'no' : String(number)} ${noun}${number === 1 || number === 0 ? '' : 's'}`;
}
