import { vpnOnDemandTable, type VpnOnDemandRule } from './on-demand.js';
import { bit, count, list, type OptionTable } from './option-table.js';

/** When a VPN connects, and what goes through it; the same for IKEv2 and for the VPN of an app. */
export interface VpnRoutingOptions {
  /** OnDemandEnabled: connects by itself, as the rules say. False unless given. */
  readonly onDemandEnabled?: boolean;
  /** OnDemandRules. */
  readonly onDemandRules?: readonly VpnOnDemandRule[];
  /** OnDemandUserOverrideDisabled: the user cannot switch that off. False unless given. */
  readonly onDemandUserOverrideDisabled?: boolean;
  /** DisconnectOnIdle. False unless given. */
  readonly disconnectOnIdle?: boolean;
  /** DisconnectOnIdleTimer: seconds without traffic. */
  readonly disconnectOnIdleSeconds?: number;
  /** IncludeAllNetworks: all traffic goes through the VPN. False unless given. */
  readonly includeAllNetworks?: boolean;
  /** EnforceRoutes: the routes of the VPN go before all others. False unless given. */
  readonly enforceRoutes?: boolean;
  /** ExcludeLocalNetworks: traffic of the local network stays outside. */
  readonly excludeLocalNetworks?: boolean;
  /** ExcludeCellularServices. True unless given. */
  readonly excludeCellularServices?: boolean;
  /** ExcludeAPNs: push notifications stay outside. True unless given. */
  readonly excludeApns?: boolean;
  /** ExcludeDeviceCommunication: traffic between the user's devices stays outside. True unless given. */
  readonly excludeDeviceCommunication?: boolean;
}

export const vpnRoutingTable: OptionTable<VpnRoutingOptions> = {
  onDemandEnabled: bit('OnDemandEnabled'),
  onDemandRules: list('OnDemandRules', vpnOnDemandTable),
  onDemandUserOverrideDisabled: bit('OnDemandUserOverrideDisabled'),
  disconnectOnIdle: bit('DisconnectOnIdle'),
  disconnectOnIdleSeconds: count('DisconnectOnIdleTimer'),
  includeAllNetworks: bit('IncludeAllNetworks'),
  enforceRoutes: bit('EnforceRoutes'),
  excludeLocalNetworks: bit('ExcludeLocalNetworks'),
  excludeCellularServices: bit('ExcludeCellularServices'),
  excludeApns: bit('ExcludeAPNs'),
  excludeDeviceCommunication: bit('ExcludeDeviceCommunication'),
};
