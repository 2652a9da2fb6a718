import type { DeviceContext } from '../../../src/device/device-context.js';
import type { Platform } from '../../../src/device/platform.js';
import type { Dictionary, RuleExample, RuleExamples } from './rule-example.js';

const until = (platform: Platform, to: string): DeviceContext => ({ platforms: { [platform]: { from: '9.0', to } } });

/** A key that another one or a declaration replaces: the neighbour is the same one on systems before that. */
const replaced = (content: Dictionary, quietContext: DeviceContext): RuleExample => ({
  fires: content,
  quiet: content,
  quietContext,
  at: `/${Object.keys(content).join()}`,
});

export const rules: RuleExamples = {
  'aa-intelligence-replacement': replaced({ allowGenmoji: false }, until('visionOS', '26.3')),
  'aa-siri-replacement': replaced({ allowAssistantWhileLocked: false }, until('iOS', '26.3')),
  'aa-siri-ai-replacement': {
    fires: { allowSiriAI: false },
    quiet: { allowAssistant: false },
    at: '/allowSiriAI',
  },
  'aa-keyboard-replacement': replaced({ allowDictation: false }, until('macOS', '26.3')),
  'aa-external-intelligence-replacement': replaced(
    { allowExternalIntelligenceIntegrations: false },
    until('iOS', '26.3'),
  ),
  'aa-app-list-replacement': replaced({ blockedAppBundleIDs: ['com.example.app'] }, until('tvOS', '26')),
  'aa-software-update-replacement': replaced({ enforcedSoftwareUpdateDelay: 30 }, until('macOS', '15')),
  'aa-wifi-whitelisting-replacement': {
    fires: { forceWiFiWhitelisting: true },
    quiet: { forceWiFiToAllowedNetworksOnly: true },
    at: '/forceWiFiWhitelisting',
  },
  'aa-airplay-incoming-replacement': replaced(
    { forceAirPlayIncomingRequestsPairingPassword: true },
    until('tvOS', '10.1'),
  ),
};
