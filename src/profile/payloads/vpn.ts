import type { Identity } from '../identity.js';
import { alwaysOnTable, type AlwaysOnOptions } from './always-on-vpn.js';
import { ikev2Table, type Ikev2Options } from './ikev2.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { choice, flag, group, identity, text, texts, type OptionTable } from './option-table.js';
import { vpnDnsTable, vpnProxiesTable, type VpnDnsOptions, type VpnProxiesOptions } from './vpn-network.js';
import { vpnRoutingTable, type VpnRoutingOptions } from './vpn-routing.js';

/** A VPN that an app of its vendor makes. */
export interface AppVpnOptions extends VpnRoutingOptions {
  /** VPNSubType: the bundle identifier of the app, or the name of the plug-in. */
  readonly subtype: string;
  /** RemoteAddress: the host name or address of the server. */
  readonly server: string;
  /** AuthenticationMethod. `Password` unless given. */
  readonly authentication?: 'Password' | 'Certificate' | 'Password+Certificate';
  /** AuthName. */
  readonly username?: string;
  /** AuthPassword. */
  readonly password?: string;
  /** PayloadCertificateUUID. */
  readonly identity?: Identity;
  /** ProviderBundleIdentifier: the network extension, when the app has several. */
  readonly providerBundleIdentifier?: string;
  /** ProviderDesignatedRequirement, on macOS. */
  readonly providerDesignatedRequirement?: string;
  /** ProviderType. `packet-tunnel` unless given. */
  readonly providerType?: 'packet-tunnel' | 'app-proxy';
}

/** A VPN for some apps and domains, and not for the whole device: payload type com.apple.vpn.managed.applayer. */
export interface PerAppOptions {
  /** VPNUUID: a UUID of your own, by which management, mail and other accounts name this VPN. It is not the PayloadUUID. */
  readonly vpnUuid: string;
  /** OnDemandMatchAppEnabled: connects when one of the apps asks for the network. */
  readonly onDemandMatchApp?: boolean;
  /** SafariDomains. */
  readonly safariDomains?: readonly string[];
  /** AssociatedDomains. */
  readonly associatedDomains?: readonly string[];
  /** ExcludedDomains. */
  readonly excludedDomains?: readonly string[];
  /** SMBDomains. */
  readonly smbDomains?: readonly string[];
  /** MailDomains; `vpnUuid` of the account replaces it since iOS 13.4. */
  readonly mailDomains?: readonly string[];
  /** CalendarDomains; `vpnUuid` of the account replaces it since iOS 13.4. */
  readonly calendarDomains?: readonly string[];
  /** ContactsDomains; `vpnUuid` of the account replaces it since iOS 13.4. */
  readonly contactsDomains?: readonly string[];
  /** CellularSliceUUID. */
  readonly cellularSliceUuid?: string;
}

interface NamedVpnOptions extends ExtraOption<'com.apple.vpn.managed'> {
  /** UserDefinedName: the name of the VPN on the device. */
  readonly name: string;
  readonly dns?: VpnDnsOptions;
  readonly proxies?: VpnProxiesOptions;
}

interface NoVpnKind {
  readonly ikev2?: never;
  readonly app?: never;
  readonly alwaysOn?: never;
  readonly type?: never;
  readonly perApp?: never;
}

/** IKEv2, which all systems have built in. */
export interface Ikev2VpnOptions extends NamedVpnOptions, Omit<NoVpnKind, 'ikev2' | 'perApp'> {
  /** IKEv2; writes VPNType `IKEv2`. */
  readonly ikev2: Ikev2Options;
  readonly perApp?: PerAppOptions;
}

/** The VPN of an app. */
export interface VendorVpnOptions extends NamedVpnOptions, Omit<NoVpnKind, 'app' | 'perApp'> {
  /** VPN; writes VPNType `VPN`. */
  readonly app: AppVpnOptions;
  readonly perApp?: PerAppOptions;
}

/** Always On, for supervised iPhones and iPads. */
export interface AlwaysOnVpnOptions extends NamedVpnOptions, Omit<NoVpnKind, 'alwaysOn'> {
  /** AlwaysOn; writes VPNType `AlwaysOn`. */
  readonly alwaysOn: AlwaysOnOptions;
}

/** Another kind, whose dictionary stands in `extra`. */
export interface OtherVpnOptions extends NamedVpnOptions, Omit<NoVpnKind, 'type' | 'perApp'> {
  /** VPNType. */
  readonly type: 'L2TP' | 'IPSec' | 'TransparentProxy';
  readonly perApp?: PerAppOptions;
}

/** Options of {@link ProfileBuilder.addVpn}. */
export type VpnOptions = Ikev2VpnOptions | VendorVpnOptions | AlwaysOnVpnOptions | OtherVpnOptions;

/** All of them in one. */
interface AnyVpnOptions extends NamedVpnOptions {
  readonly type?: 'L2TP' | 'IPSec' | 'TransparentProxy';
  readonly ikev2?: Ikev2Options;
  readonly app?: AppVpnOptions;
  readonly alwaysOn?: AlwaysOnOptions;
  readonly perApp?: PerAppOptions;
}

const appTable: OptionTable<AppVpnOptions> = {
  subtype: text('/VPNSubType'),
  server: text('RemoteAddress'),
  authentication: choice('AuthenticationMethod', ['Password', 'Certificate', 'Password+Certificate']),
  username: text('AuthName'),
  password: text('AuthPassword'),
  identity: identity('PayloadCertificateUUID'),
  providerBundleIdentifier: text('ProviderBundleIdentifier'),
  providerDesignatedRequirement: text('ProviderDesignatedRequirement'),
  providerType: choice('ProviderType', ['packet-tunnel', 'app-proxy']),
  ...vpnRoutingTable,
};

const perAppTable: OptionTable<PerAppOptions> = {
  vpnUuid: text('VPNUUID'),
  onDemandMatchApp: flag('OnDemandMatchAppEnabled'),
  safariDomains: texts('SafariDomains'),
  associatedDomains: texts('AssociatedDomains'),
  excludedDomains: texts('ExcludedDomains'),
  smbDomains: texts('SMBDomains'),
  mailDomains: texts('MailDomains'),
  calendarDomains: texts('CalendarDomains'),
  contactsDomains: texts('ContactsDomains'),
  cellularSliceUuid: text('CellularSliceUUID'),
};

export const vpn: PayloadMapping<AnyVpnOptions> = {
  type: ({ perApp }) => (perApp === undefined ? 'com.apple.vpn.managed' : 'com.apple.vpn.managed.applayer'),
  options: {
    name: text('UserDefinedName'),
    type: choice('VPNType', ['L2TP', 'IPSec', 'TransparentProxy']),
    ikev2: group('IKEv2', ikev2Table, { '/VPNType': 'IKEv2' }),
    app: group('VPN', appTable, { '/VPNType': 'VPN' }),
    alwaysOn: group('AlwaysOn', alwaysOnTable, { '/VPNType': 'AlwaysOn' }),
    perApp: group('', perAppTable),
    dns: group('DNS', vpnDnsTable),
    proxies: group('Proxies', vpnProxiesTable),
  },
};
