import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pem } from '../../support/pem.js';
import { run, type Verdict } from '../referee.js';
import { bytesIn, textOf, type EmittedPayload, type EmittedProfile } from './emitted-profile.js';
import type { RadiusServer } from './radius-server.js';

type EapSettings = Readonly<Record<string, unknown>>;

const methods = new Map([
  [13, 'TLS'],
  [21, 'TTLS'],
  [25, 'PEAP'],
]);

/** Payloads that bring a device into a network. */
type NetworkType = 'com.apple.wifi.managed' | 'com.apple.globalethernet.managed';

/**
 * Joins the network of a profile as far as it goes without a radio or a cable: wpa_supplicant gets from the emitted bytes
 * what a device gets from them, and speaks to the RADIUS server as an access point or a switch would let it.
 */
export function joinNetwork(profile: EmittedProfile, type: NetworkType, server: RadiusServer, parent: string): Verdict {
  const folder = mkdtempSync(join(parent, 'supplicant-'));
  const settings = networkOf(profile, profile.payload(type), folder);
  const lines = Object.entries(settings).map(([key, value]) => `  ${key}=${value}`);
  writeFileSync(join(folder, 'network.conf'), ['network={', ...lines, '}', ''].join('\n'));
  const place = ['-a', '127.0.0.1', '-p', String(server.port), '-s', server.secret];
  return run('eapol_test', ['-c', 'network.conf', ...place, '-t', '10'], { cwd: folder });
}

function networkOf(profile: EmittedProfile, network: EmittedPayload, folder: string): Record<string, string> {
  const eap = network['EAPClientConfiguration'] as EapSettings;
  const identity = network['PayloadCertificateUUID'];
  const put = (file: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, file), content);
    return quoted(join(folder, file));
  };
  const anchors = eap['PayloadCertificateAnchorUUID'] as readonly string[];
  const anchorPems = anchors.map((uuid) => pem('CERTIFICATE', bytesIn(profile.named(uuid))));
  return {
    key_mgmt: 'WPA-EAP',
    eap: (eap['AcceptEAPTypes'] as readonly number[]).map((number) => methods.get(number)).join(' '),
    identity: quoted(textOf(eap, 'UserName')),
    ca_cert: put('anchors.pem', anchorPems.join('')),
    phase1: quoted(versionsOf(eap)),
    ...namesOf(eap['TLSTrustedServerNames'] as readonly string[]),
    ...(eap['OuterIdentity'] === undefined ? {} : { anonymous_identity: quoted(textOf(eap, 'OuterIdentity')) }),
    ...(identity === undefined
      ? { password: quoted(textOf(eap, 'UserPassword')), phase2: quoted(`auth=${innerMethod(eap)}`) }
      : identityOf(profile.named(identity), put)),
  };
}

function identityOf(
  payload: EmittedPayload,
  put: (file: string, content: Uint8Array) => string,
): Record<string, string> {
  if (payload.PayloadType !== 'com.apple.security.pkcs12') throw new Error('the identity is no PKCS#12 file');
  return {
    private_key: put('identity.p12', bytesIn(payload)),
    private_key_passwd: quoted(textOf(payload, 'Password')),
  };
}

/** All versions that the profile does not let, out of those that there are. */
function versionsOf(eap: EapSettings): string {
  const versions = ['1.0', '1.1', '1.2', '1.3'];
  const least = versions.indexOf(eap['TLSMinimumVersion'] === undefined ? '1.0' : textOf(eap, 'TLSMinimumVersion'));
  const most = versions.indexOf(eap['TLSMaximumVersion'] === undefined ? '1.2' : textOf(eap, 'TLSMaximumVersion'));
  const isOut = (index: number): number => (index < least || index > most ? 1 : 0);
  return versions.map((version, index) => `tls_disable_tlsv${version.replace('.', '_')}=${isOut(index)}`).join(' ');
}

/** A name with a wildcard in front is a suffix for wpa_supplicant. */
function namesOf(names: readonly string[]): Record<string, string> {
  const wild = names.filter((name) => name.startsWith('*.')).map((name) => name.slice(2));
  const whole = names.filter((name) => !name.startsWith('*.'));
  return {
    ...(whole.length === 0 ? {} : { domain_match: quoted(whole.join(';')) }),
    ...(wild.length === 0 ? {} : { domain_suffix_match: quoted(wild.join(';')) }),
  };
}

/** What Apple speaks inside of the tunnel unless told otherwise. */
const innerMethod = (eap: EapSettings): string =>
  (eap['TTLSInnerAuthentication'] === undefined ? 'MSCHAPv2' : textOf(eap, 'TTLSInnerAuthentication')).toUpperCase();

const quoted = (text: string): string => `"${text}"`;
