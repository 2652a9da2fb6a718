import { escapeText } from '../diagnostics/escape-text.js';
import type { ReportedValue } from './redact-content.js';
import type { ReportedCertificate } from './reported-certificate.js';

/** What the words are made of: a payload without its secrets. */
export interface EffectivePayload {
  readonly pointer: string;
  readonly type: string;
  readonly content: Readonly<Record<string, ReportedValue>>;
  readonly certificates?: readonly ReportedCertificate[];
}

/** What a payload changes on the device, in plain words. */
export interface ProfileEffect {
  readonly pointer: string;
  readonly text: string;
}

type Describe = (payload: EffectivePayload) => string;

/** What the payloads of one profile do when it is installed, in their order: one sentence each, without secrets. */
export function describeEffects(payloads: readonly EffectivePayload[]): ProfileEffect[] {
  return payloads.map((payload) => {
    const describe = Object.hasOwn(byType, payload.type) ? byType[payload.type] : undefined;
    return { pointer: payload.pointer, text: (describe ?? describeOther)(payload) };
  });
}

/** A text of the payload in double quotes; undefined when there is none, or when it is a secret. */
export function quoted({ content }: EffectivePayload, ...path: readonly string[]): string | undefined {
  const value = path.reduce<ReportedValue | undefined>(valueIn, content);
  return typeof value === 'string' && value !== '[secret]' ? `"${escapeText(value, 100)}"` : undefined;
}

function valueIn(value: ReportedValue | undefined, key: string): ReportedValue | undefined {
  if (typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, ReportedValue>>)[key];
}

/** The texts that are there, joined to a sentence. */
const sentence = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');

const named =
  (what: string, link: string, ...paths: readonly (readonly string[])[]): Describe =>
  (payload) => {
    const name = paths.map((path) => quoted(payload, ...path)).find((text) => text !== undefined);
    return sentence(what, name === undefined ? undefined : link, name);
  };

const plain =
  (text: string): Describe =>
  () =>
    text;

const certificates: Describe = ({ type, certificates: found = [] }) => {
  if (found.length === 0) return 'installs a certificate that cannot be read';
  const names = found.map(({ name }) => `"${escapeText(name, 100)}"`).join(', ');
  const roots = found.filter(({ role }) => role === 'root').length;
  if (roots === 0) return `installs ${type === 'com.apple.security.root' ? 'as a root ' : ''}the certificate ${names}`;
  return `installs the root ${names}, which can vouch for any server once it is trusted`;
};

const byType: Readonly<Record<string, Describe>> = {
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
  'com.apple.wifi.managed': named('adds a Wi-Fi network', 'named', ['SSID_STR'], ['DisplayedOperatorName']),
  'com.apple.vpn.managed': named('adds a VPN', 'named', ['UserDefinedName']),
  'com.apple.vpn.managed.applayer': named('adds a VPN for single apps', 'named', ['UserDefinedName']),
  'com.apple.mail.managed': named('adds a mail account', 'for', ['EmailAddress'], ['EmailAccountDescription']),
  'com.apple.eas.account': named('adds an Exchange account', 'at', ['Host']),
  'com.apple.ews.account': named('adds an Exchange account', 'at', ['Host']),
  'com.apple.caldav.account': named('adds a calendar account', 'at', ['CalDAVHostName']),
  'com.apple.carddav.account': named('adds a contacts account', 'at', ['CardDAVHostName']),
  'com.apple.ldap.account': named('adds a directory account', 'at', ['LDAPAccountHostName']),
  'com.apple.subscribedcalendar.account': named('subscribes to a calendar', 'at', ['SubCalAccountHostName']),
  'com.apple.google-oauth': named('adds a Google account', 'for', ['EmailAddress']),
  'com.apple.mdm': named('hands the management of the device over to a server', 'at', ['ServerURL']),
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
  'com.apple.webcontent-filter': named('filters what the web shows', 'by', ['UserDefinedName'], ['PluginBundleID']),
  'com.apple.webClip.managed': named('puts a web clip on the Home Screen', 'that opens', ['URL']),
  'com.apple.font': named('installs a font', 'named', ['Name']),
  'com.apple.mobiledevice.passwordpolicy': plain('sets what a passcode must be like'),
  'com.apple.profileRemovalPassword': plain('asks for a password before the profile is removed'),
  'com.apple.app.lock': named('locks the device to one app', 'named', ['App', 'Identifier']),
  'com.apple.extensiblesso': named('adds a single sign-on extension', 'named', ['ExtensionIdentifier']),
  'com.apple.TCC.configuration-profile-policy': plain('answers privacy questions of apps in advance'),
  'com.apple.system-extension-policy': plain('allows or forbids system extensions'),
  'com.apple.syspolicy.kernel-extension-policy': plain('allows or forbids kernel extensions'),
  'com.apple.MCX.FileVault2': plain('sets how FileVault encrypts the disk'),
};

/** How much a payload sets, where there are no words for what. */
function describeOther({ type, content }: EffectivePayload): string {
  const keys = Object.keys(content).length;
  const of = type === '' ? 'of no type' : `of ${escapeText(type, 100)}`;
  return `sets ${String(keys)} ${keys === 1 ? 'key' : 'keys'} ${of}`;
}
