import type { Dictionary, RuleExamples } from './rule-example.js';

const network = (more: Dictionary): Dictionary => ({ DataSetName: 'Lab', VersionNumber: '1.0', ...more });
const geofences = (count: number): Dictionary[] =>
  Array.from({ length: count }, (_, index) => ({
    GeofenceId: `site-${String(index)}`,
    Latitude: 48.5,
    Longitude: 2.25,
    Radius: 500.5,
  }));
const [site = {}, other = {}] = geofences(2);
const networks = (count: number): Dictionary[] =>
  Array.from({ length: count }, (_, index) => network({ NetworkIdentifier: `99999${String(index)}` }));
const pair = (NetworkIdentifier: string, CsgNetworkIdentifier: string): Dictionary =>
  network({ NetworkIdentifier, CsgNetworkIdentifier });

export const rules: RuleExamples = {
  'cpn-geofences-max-1000': {
    fires: network({ Geofences: geofences(1001) }),
    quiet: network({ Geofences: geofences(1000) }),
    at: '/Geofences',
  },
  'cpn-geofence-id-unique': {
    fires: network({ Geofences: [site, { ...other, GeofenceId: 'site-0' }] }),
    quiet: network({ Geofences: [site, other] }),
    at: '/Geofences/1/GeofenceId',
  },
  'cpn-max-five-networks': { fires: { payloads: networks(6) }, quiet: { payloads: networks(5) } },
  'cpn-network-id-combination-unique': {
    fires: { payloads: [pair('999990', '7'), pair('999990', '7')] },
    quiet: { payloads: [pair('999990', '7'), pair('999990', '8')] },
  },
};
