import { choice, count, flag, text, type OptionTable } from './option-table.js';

/** The proxy of a network. */
export interface NetworkProxyOptions {
  /** ProxyType. `None` unless given. */
  readonly type?: 'None' | 'Manual' | 'Auto';
  /** ProxyServer: a host name or an address. */
  readonly server?: string;
  /** ProxyServerPort. */
  readonly port?: number;
  /** ProxyUsername. */
  readonly username?: string;
  /** ProxyPassword. */
  readonly password?: string;
  /** ProxyPACURL: where the automatic configuration is. */
  readonly pacUrl?: string;
  /** ProxyPACFallbackAllowed: connects directly when that cannot be reached. False unless given. */
  readonly pacFallbackAllowed?: boolean;
}

export const proxyTable: OptionTable<NetworkProxyOptions> = {
  type: choice('ProxyType', ['None', 'Manual', 'Auto']),
  server: text('ProxyServer'),
  port: count('ProxyServerPort'),
  username: text('ProxyUsername'),
  password: text('ProxyPassword'),
  pacUrl: text('ProxyPACURL'),
  pacFallbackAllowed: flag('ProxyPACFallbackAllowed'),
};
