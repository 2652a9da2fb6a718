import { afterAll, describe, expect, test, type TestContext } from 'vitest';
import { ProfileBuilder } from '../../src/builder/profile-builder.js';
import type { EapOptions } from '../../src/profile/payloads/eap.js';
import { pkcs12Identity, type Pkcs12Identity } from '../../src/profile/pkcs12-identity.js';
import { readCertificate } from '../../src/pki/read-certificates.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import type { IssuedCertificate } from '../support/issue-certificate.js';
import { oldPkcs12, pkcs12File } from '../support/pkcs12-file.js';
import { testKey, type KeyKind } from '../support/test-key.js';
import { readEmitted } from './peers/emitted-profile.js';
import { startRadius, type RadiusServer } from './peers/radius-server.js';
import { joinNetwork } from './peers/supplicant.js';
import { needReferee, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder } = workFolder('eap');
let radius: RadiusServer | undefined;
afterAll(async () => {
  await radius?.stop();
});

const root = rootCA({ subject: 'Lab RADIUS Root', key: testKey('p256', 4) });
const issuing = intermediateCA(root, { subject: 'Lab RADIUS CA', key: testKey('rsa-2048', 1) });
const host = 'radius.lab.example';
const server = leaf(issuing, { subject: host, key: testKey('rsa-2048'), subjectAltName: [{ dNSName: host }] });
const clientRoot = rootCA({ subject: 'Lab Client Root', key: testKey('p256', 5) });
const foreignRoot = rootCA({ subject: 'Foreign Root', key: testKey('p256', 6) });

const users = [
  '"anna" TLS',
  '"anybody" TLS',
  '"outside" TTLS',
  '"berta" PEAP',
  '"carla" TTLS-PAP "inner-1" [2]',
  '"berta" MSCHAPV2 "inner-2" [2]',
];

/** Key and certificate of anna with the CA between them and the root, in the form that every device imports. */
function identityOf(kind: KeyKind, issuer: IssuedCertificate): Pkcs12Identity {
  const between = intermediateCA(issuer, { subject: 'Lab Client CA', key: testKey('p256', 7) });
  const certificate = leaf(between, {
    subject: 'anna',
    key: testKey(kind, 2),
    extendedKeyUsage: ['clientAuth'],
    subjectAltName: 'absent',
  });
  const password = 'known to the lab';
  const key = testKey(kind, 2).privateKey;
  const file = pkcs12File({ key, certificates: [certificate, between], password, ...oldPkcs12 });
  return pkcs12Identity(file, { password, embedPassword: true });
}

/** What comes of the profile, and in the text what both sides say. */
async function join802(eap: EapOptions, context: TestContext, by: 'radio' | 'cable' = 'radio'): Promise<Verdict> {
  for (const program of ['timeout', 'stdbuf', 'hostapd', 'eapol_test', 'python3']) needReferee(program, context);
  const builder = new ProfileBuilder();
  if (by === 'radio') builder.addWifi({ ssid: 'Lab', encryption: 'WPA2', eap });
  else builder.addEthernet({ interface: 'GlobalEthernet', eap });
  const profile = readEmitted(builder.build().toBytes());
  const type = by === 'radio' ? 'com.apple.wifi.managed' : 'com.apple.globalethernet.managed';
  radius ??= await startRadius({ chain: [server, issuing], clientRoot, users }, folder);
  const before = radius.log().length;
  const verdict = joinNetwork(profile, type, radius, folder);
  return { ...verdict, text: `${verdict.text}\n${radius.log().slice(before)}` };
}

const isIn = ({ text, status }: Verdict): boolean => status === 0 && /^SUCCESS$/m.test(text);

/** What we say of the same server, its names and its roots. */
function ourVerdict(anchor: IssuedCertificate, names: readonly string[]): string {
  return evaluateTrust({
    chain: [server, issuing].map(({ der }) => readCertificate(der)),
    anchors: [{ certificate: readCertificate(anchor.der), source: 'user' }],
    policy: { kind: 'eap-server', names },
  }).verdict;
}

const tls = (kind: KeyKind, changes: Partial<EapOptions> = {}): EapOptions => ({
  types: ['tls'],
  identity: identityOf(kind, clientRoot),
  username: 'anna',
  trust: root.pem,
  serverNames: [host],
  ...changes,
});

describe('an EAP-TLS network whose certificates come from a profile', () => {
  test.for(['p256', 'p384', 'rsa-2048'] as const)(
    'lets an identity with a key of kind %s in',
    async (kind, context) => {
      const verdict = await join802(tls(kind), context);
      expect(isIn(verdict), verdict.text).toBe(true);
      expect(verdict.text).toContain('method 13 (TLS) selected');
    },
  );

  test('lets it in by cable too', async (context) => {
    const verdict = await join802(tls('p256'), context, 'cable');
    expect(isIn(verdict), verdict.text).toBe(true);
  });

  test.for(['1.2', '1.3'] as const)('speaks TLS %s when the profile wants it', async (version, context) => {
    // With TLS 1.3 at least, the certificate is hidden, and Apple wants the name hidden too.
    const hidden = version === '1.3' ? { outerIdentity: 'anybody' } : {};
    const versions = { tlsMinimumVersion: version, tlsMaximumVersion: version, ...hidden };
    const verdict = await join802(tls('p256', versions), context);
    expect(isIn(verdict), verdict.text).toBe(true);
    expect(verdict.text).toContain(`SSL: Using TLS version TLSv${version}\n`);
  });

  test('does not let an identity of another CA in', async (context) => {
    const verdict = await join802(tls('p256', { identity: identityOf('p256', foreignRoot) }), context);
    expect(isIn(verdict), verdict.text).toBe(false);
    expect(verdict.text).toContain('authsrv: local TLS alert: unknown CA');
  });
});

const servers = [
  { says: 'the root, and its name', anchor: root, names: [host], refusal: undefined },
  { says: 'the root, and a wildcard for its name', anchor: root, names: ['*.lab.example'], refusal: undefined },
  { says: 'one of two names', anchor: root, names: ['other.lab.example', host], refusal: undefined },
  { says: 'another root', anchor: foreignRoot, names: [host], refusal: 'certificate verify failed' },
  { says: 'another name', anchor: root, names: ['radius.other.example'], refusal: 'Domain mismatch' },
  { says: 'a longer name', anchor: root, names: [`a.${host}`], refusal: 'Domain mismatch' },
  { says: 'a wildcard for others', anchor: root, names: ['*.other.example'], refusal: 'Domain suffix mismatch' },
];

describe('a RADIUS server, of which a profile says', () => {
  test.for(servers)('$says, is believed by wpa_supplicant exactly when we believe it', async (row, context) => {
    const { anchor, names, refusal } = row;
    const verdict = await join802(tls('p256', { trust: anchor.pem, serverNames: names }), context);
    expect(isIn(verdict), verdict.text).toBe(refusal === undefined);
    expect(verdict.text).toContain(refusal ?? 'EAP authentication completed successfully');
    expect(ourVerdict(anchor, names)).toBe(refusal === undefined ? 'trusted' : 'refused');
  });
});

describe('a network that asks for a password inside of a tunnel', () => {
  const peap = {
    types: ['peap'],
    username: 'berta',
    password: 'inner-2',
    trust: root.pem,
    serverNames: [host],
  } as const;
  const ttls = {
    types: ['ttls'],
    username: 'carla',
    password: 'inner-1',
    outerIdentity: 'outside',
    ttlsInnerAuthentication: 'PAP',
    trust: root.pem,
    serverNames: [host],
  } as const;

  test.for([peap, ttls])('lets somebody in by $types', async (eap, context) => {
    const verdict = await join802(eap, context);
    expect(isIn(verdict), verdict.text).toBe(true);
  });

  test.for([
    { ...peap, refusal: 'EAP-MSCHAPV2: error 691' },
    { ...ttls, refusal: 'EAP-TTLS/PAP: Invalid user password' },
  ])('keeps a wrong password out by $types', async ({ refusal, ...eap }, context) => {
    const verdict = await join802({ ...eap, password: 'wrong' }, context);
    expect(isIn(verdict), verdict.text).toBe(false);
    expect(verdict.text).toContain(refusal);
  });

  test.for([peap, ttls])('gets no password by $types when the root is another', async (eap, context) => {
    const verdict = await join802({ ...eap, trust: foreignRoot.pem }, context);
    expect(isIn(verdict), verdict.text).toBe(false);
    expect(verdict.text).toContain('certificate verify failed');
  });
});
