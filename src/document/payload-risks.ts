import { joinWords } from '../diagnostics/join-words.js';
import { isFilterPlugin } from './effect-words.js';
import {
  dictionariesOf,
  firstQuoted,
  keysOf,
  listNames,
  quoted,
  quoteName,
  textsOf,
  valueAt,
  type EffectivePayload,
} from './effective-payload.js';
import { findGrants } from './privacy-grants.js';

/** What reaches far, the gravest first. */
export const riskKinds = [
  'management',
  'new-root',
  'traffic',
  'runs-software',
  'privacy',
  'recovery-key',
  'weaker-check',
  'data-loss',
  'no-removal',
  'password-inside',
  'cannot-be-seen',
  'unknown-payload',
] as const;

export type RiskKind = (typeof riskKinds)[number];

/** The kind of a risk with its words. */
export type RiskWords = readonly [kind: RiskKind, text: string];

type Find = (payload: EffectivePayload) => readonly RiskWords[];

/** What somebody should know of a payload before it is installed. */
export function findPayloadRisks(payload: EffectivePayload, isKnown: (type: string) => boolean): RiskWords[] {
  const { type, content, certificates = [] } = payload;
  const find = Object.hasOwn(byType, type) ? byType[type] : undefined;
  return [
    ...certificates.filter(({ role }) => role === 'root').map(({ name }) => rootRisk(name)),
    ...(find?.(payload) ?? []),
    ...(content['allowUntrustedTLSPrompt'] === true
      ? ([['weaker-check', 'people may accept certificates that are not trusted']] as const)
      : []),
    ...(type !== '' && !isKnown(type)
      ? ([['unknown-payload', `Apple does not document the payload type ${quoteName(type)}`]] as const)
      : []),
  ];
}

const rootRisk = (name: string): RiskWords => [
  'new-root',
  `whoever holds the key of ${quoteName(name)} can pass for any server, once it is trusted`,
];

/** The rights that Apple gives the bits of AccessRights, as far as they change something: settings, profiles, apps. */
const rights = { change: 2 | 128 | 2048 | 4096, lock: 4, erase: 8 };

const management: Find = ({ content }) => {
  if (content['EnrollmentMode'] === 'BYOD' || content['ManagedAppleID'] !== undefined) {
    return [['management', 'the server can lock the device, and change and erase what it manages on it, from then on']];
  }
  const { AccessRights: given } = content;
  const bits = typeof given === 'number' ? given : rights.change | rights.lock | rights.erase;
  const verbs = Object.entries(rights).flatMap(([verb, mask]) => ((bits & mask) === 0 ? [] : [verb]));
  if (verbs.length === 0) return [['management', 'the server can ask what is on the device from then on']];
  return [['management', `the server can ${joinWords(verbs)} the device from then on`]];
};

const vpnServers = [
  ['IKEv2', 'RemoteAddress'],
  ['IPSec', 'RemoteAddress'],
  ['VPN', 'RemoteAddress'],
  ['TransparentProxy', 'RemoteAddress'],
  ['PPP', 'CommRemoteAddress'],
  ['UserDefinedName'],
];

/** Traffic that takes another way, and who sees it there. */
const rerouted =
  (traffic: string, way: string, owner: (payload: EffectivePayload) => string | undefined): Find =>
  (payload) => {
    const name = owner(payload);
    return [
      ['traffic', `${traffic} goes through a ${way}${name === undefined ? '' : `, ${name}`}, whose owner can watch it`],
    ];
  };

const vpn = (traffic: string): Find => rerouted(traffic, 'VPN', (payload) => firstQuoted(payload, vpnServers));

const proxyServer = (payload: EffectivePayload): string | undefined =>
  firstQuoted(payload, [['ProxyServer'], ['ProxyPACURL']]);

const networkProxy: Find = (payload) =>
  ['Manual', 'Auto'].some((type) => payload.content['ProxyType'] === type)
    ? rerouted('web traffic in this network', 'proxy', proxyServer)(payload)
    : [];

const relayServer = (payload: EffectivePayload): string | undefined =>
  listNames(
    dictionariesOf(valueAt(payload, 'Relays')).flatMap(({ HTTP3RelayURL: newer, HTTP2RelayURL: older }) =>
      textsOf([newer ?? older]),
    ),
  ) || undefined;

const nameServer: Find = (payload) => {
  const server =
    firstQuoted(payload, [
      ['DNSSettings', 'ServerURL'],
      ['DNSSettings', 'ServerName'],
    ]) ?? listNames(textsOf(valueAt(payload, 'DNSSettings', 'ServerAddresses')));
  const domains = textsOf(valueAt(payload, 'DNSSettings', 'SupplementalMatchDomains'));
  // The empty domain stands for all names.
  const names = domains.length === 0 || domains.includes('') ? '' : ` below ${listNames(domains)}`;
  const who = `whoever runs the DNS server${server === '' ? '' : ` ${server}`}`;
  return [['traffic', `${who} sees the names${names} that the device looks up`]];
};

/** What an app sees of the traffic. */
const watching =
  (seen: string, ...names: readonly (readonly string[])[]): Find =>
  (payload) => {
    const name = firstQuoted(payload, names);
    return [['traffic', `the app${name === undefined ? '' : ` ${name}`} sees ${seen}`]];
  };

const contentFilter: Find = (payload) =>
  isFilterPlugin(payload)
    ? watching('the traffic that it filters', ['PluginBundleID'], ['UserDefinedName'])(payload)
    : [];

const extensions =
  (where: string, allowed: string): Find =>
  (payload) => {
    const names = [...textsOf(valueAt(payload, 'AllowedTeamIdentifiers')), ...keysOf(valueAt(payload, allowed))];
    if (names.length === 0) return [];
    return [['runs-software', `software signed by ${listNames(names)} may run ${where}, and nobody is asked`]];
  };

/** What holds where the key is missing: it takes nothing away. */
const USUAL_FAILED_ATTEMPTS = 11;

const passcode: Find = ({ content: { maxFailedAttempts: attempts } }) =>
  typeof attempts === 'number' && attempts < USUAL_FAILED_ATTEMPTS
    ? [
        [
          'data-loss',
          `after ${String(attempts)} wrong passcodes, an iPhone or iPad is erased, and the account on a Mac locked`,
        ],
      ]
    : [];

const off =
  (key: string, text: string): Find =>
  ({ content }) =>
    content[key] === false ? [['weaker-check', text]] : [];

const always =
  (kind: RiskKind, text: string): Find =>
  () => [[kind, text]];

const byType: Readonly<Record<string, Find>> = {
  'com.apple.mdm': management,
  'com.apple.declarations': always('cannot-be-seen', 'what its declarations do cannot be seen here'),
  'com.apple.vpn.managed': vpn('traffic'),
  'com.apple.vpn.managed.applayer': vpn('traffic of single apps'),
  'com.apple.proxy.http.global': rerouted('web traffic', 'proxy', proxyServer),
  'com.apple.relay.managed': rerouted('traffic', 'relay', relayServer),
  'com.apple.wifi.managed': networkProxy,
  'com.apple.firstethernet.managed': networkProxy,
  'com.apple.secondethernet.managed': networkProxy,
  'com.apple.thirdethernet.managed': networkProxy,
  'com.apple.firstactiveethernet.managed': networkProxy,
  'com.apple.secondactiveethernet.managed': networkProxy,
  'com.apple.thirdactiveethernet.managed': networkProxy,
  'com.apple.globalethernet.managed': networkProxy,
  'com.apple.dnsSettings.managed': nameServer,
  'com.apple.dnsProxy.managed': watching('the names that the device looks up', ['AppBundleIdentifier']),
  'com.apple.webcontent-filter': contentFilter,
  'com.apple.system-extension-policy': extensions('as a system extension', 'AllowedSystemExtensions'),
  'com.apple.syspolicy.kernel-extension-policy': extensions('in the kernel', 'AllowedKernelExtensions'),
  'com.apple.mcxloginscripts': always('runs-software', 'its scripts run at login and logout'),
  'com.apple.TCC.configuration-profile-policy': (payload) =>
    findGrants(payload).map((text) => ['privacy', text] as const),
  'com.apple.security.FDERecoveryKeyEscrow': always(
    'recovery-key',
    'whoever runs the management server can decrypt the disk, with the FileVault recovery key',
  ),
  'com.apple.security.FDERecoveryRedirect': (payload) => {
    const who = quoted(payload, 'RedirectURL') ?? 'the server';
    return [['recovery-key', `whoever runs ${who} can decrypt the disk, with the FileVault recovery key`]];
  },
  'com.apple.security.certificatetransparency': ({ content }) =>
    Object.keys(content).length > 0 ? [['weaker-check', 'certificates are accepted that stand in no public log']] : [],
  'com.apple.systempolicy.control': off('EnableAssessment', 'Gatekeeper no longer checks apps before they run'),
  'com.apple.systempolicy.rule': always('weaker-check', 'Gatekeeper lets run what its rule names'),
  'com.apple.security.firewall': off('EnableFirewall', 'the firewall is off'),
  'com.apple.mobiledevice.passwordpolicy': passcode,
};
