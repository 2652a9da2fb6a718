import type { ExtraOption, PayloadMapping } from './map-options.js';
import { choice, flag } from './option-table.js';
import { proxyTable, type NetworkProxyOptions } from './proxy.js';

/** Options of {@link ProfileBuilder.addHttpProxy}. */
export interface HttpProxyOptions
  extends Omit<NetworkProxyOptions, 'type'>, ExtraOption<'com.apple.proxy.http.global'> {
  /** ProxyType. `Manual` unless given. */
  readonly type?: 'Manual' | 'Auto';
  /** ProxyCaptiveLoginAllowed: goes past the proxy to sign in at a Wi-Fi network. False unless given. */
  readonly captiveLoginAllowed?: boolean;
}

export const httpProxy: PayloadMapping<HttpProxyOptions> = {
  type: 'com.apple.proxy.http.global',
  options: {
    ...proxyTable,
    type: choice('ProxyType', ['Manual', 'Auto']),
    captiveLoginAllowed: flag('ProxyCaptiveLoginAllowed'),
  },
};
