import type { Identity } from '../identity.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { bytesList, dictionary, flag, identity, list, text, texts, type OptionTable } from './option-table.js';

/** A server that passes on encrypted traffic. */
export interface RelayServerOptions {
  /** HTTP3RelayURL. */
  readonly http3Url?: string;
  /** HTTP2RelayURL: where HTTP/3 does not get through. */
  readonly http2Url?: string;
  /** AdditionalHTTPHeaderFields: sent to the relay, for example a token. */
  readonly headers?: Readonly<Record<string, string>>;
  /** PayloadCertificateUUID: the identity that the relay asks for. */
  readonly identity?: Identity;
  /** RawPublicKeys: keys that the relay may have in place of a certificate that is trusted. */
  readonly rawPublicKeys?: readonly Uint8Array[];
}

/** Options of {@link ProfileBuilder.addRelay}. */
export interface RelayOptions extends ExtraOption<'com.apple.relay.managed'> {
  /** Relays, in the order in which traffic passes them. */
  readonly relays: readonly RelayServerOptions[];
  /** MatchDomains: for these and all below them only. */
  readonly matchDomains?: readonly string[];
  /** ExcludedDomains. */
  readonly excludedDomains?: readonly string[];
  /** MatchFQDNs: for these names only. */
  readonly matchFqdns?: readonly string[];
  /** ExcludedFQDNs. */
  readonly excludedFqdns?: readonly string[];
  /** RelayUUID: a UUID of your own, by which managed apps name these relays. */
  readonly relayUuid?: string;
  /** UIToggleEnabled: the user may switch it off. True unless given. */
  readonly userToggle?: boolean;
  /** AllowDNSFailover. False unless given. */
  readonly allowDnsFailover?: boolean;
}

const server: OptionTable<RelayServerOptions> = {
  http3Url: text('HTTP3RelayURL'),
  http2Url: text('HTTP2RelayURL'),
  headers: dictionary('AdditionalHTTPHeaderFields'),
  identity: identity('PayloadCertificateUUID'),
  rawPublicKeys: bytesList('RawPublicKeys'),
};

export const relay: PayloadMapping<RelayOptions> = {
  type: 'com.apple.relay.managed',
  options: {
    relays: list('Relays', server),
    matchDomains: texts('MatchDomains'),
    excludedDomains: texts('ExcludedDomains'),
    matchFqdns: texts('MatchFQDNs'),
    excludedFqdns: texts('ExcludedFQDNs'),
    relayUuid: text('RelayUUID'),
    userToggle: flag('UIToggleEnabled'),
    allowDnsFailover: flag('AllowDNSFailover'),
  },
};
