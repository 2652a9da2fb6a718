import { describe, expect, test, type TestContext } from 'vitest';
import { ProfileBuilder } from '../../src/builder/profile-builder.js';
import type { Ikev2Options } from '../../src/profile/payloads/ikev2.js';
import { pkcs12Identity } from '../../src/profile/pkcs12-identity.js';
import { readCertificate, readCertificates } from '../../src/pki/read-certificates.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import { pem } from '../support/pem.js';
import { oldPkcs12, pkcs12File } from '../support/pkcs12-file.js';
import { testKey, type KeyKind } from '../support/test-key.js';
import { bytesIn, readEmitted, textOf, type EmittedProfile } from './peers/emitted-profile.js';
import { needReferee, run, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put } = workFolder('vpn');

const host = 'vpn.lab.example';
const root = rootCA({ subject: 'Lab VPN Root', key: testKey('p384', 4) });
const issuing = intermediateCA(root, { subject: 'Lab VPN CA' });
const server = leaf(issuing, { subject: host, subjectAltName: [{ dNSName: host }] });
/** Has the name and the key identifier of the root, and another key. */
const impostor = rootCA({
  subject: 'Lab VPN Root',
  key: testKey('p384', 5),
  subjectKeyIdentifier: root.keyIdentifier ?? 'auto',
});

type CertificateType = NonNullable<Ikev2Options['certificateType']>;

const kinds: readonly (readonly [CertificateType, KeyKind, string])[] = [
  ['RSA', 'rsa-2048', 'RSA 2048 bits'],
  ['ECDSA256', 'p256', 'ECDSA 256 bits'],
  ['ECDSA384', 'p384', 'ECDSA 384 bits'],
  ['ECDSA521', 'p521', 'ECDSA 521 bits'],
];

/** A profile of anna's, with her key of this kind, as others read it. */
function profileOf(certificateType: CertificateType, kind: KeyKind): EmittedProfile {
  const key = testKey(kind, 2);
  const purposes = { extendedKeyUsage: ['clientAuth'], subjectAltName: [{ rfc822Name: 'anna@lab.example' }] } as const;
  const certificates = [leaf(issuing, { subject: 'anna', key, ...purposes }), issuing];
  const password = 'known to the lab';
  const p12 = pkcs12File({ key: key.privateKey, certificates, password, ...oldPkcs12 });
  const identity = pkcs12Identity(p12, { password, embedPassword: true });
  const ikev2 = {
    server: host,
    remoteIdentifier: host,
    localIdentifier: 'anna@lab.example',
    authentication: 'Certificate',
    identity,
    certificateType,
    serverIssuerCommonName: 'Lab VPN CA',
  } as const;
  const profile = new ProfileBuilder().addRootCA(root.pem).addVpn({ name: 'Lab', ikev2 }).build();
  return readEmitted(profile.toBytes());
}

const ikev2Of = (profile: EmittedProfile): Record<string, unknown> =>
  profile.payload('com.apple.vpn.managed')['IKEv2'] as Record<string, unknown>;

/** What OpenSSL finds in the identity that the VPN names: certificate, issuers and key as PEM files. */
function openIdentity(profile: EmittedProfile): {
  readonly leaf: string;
  readonly issuers: string;
  readonly key: string;
} {
  const payload = profile.named(ikev2Of(profile)['PayloadCertificateUUID']);
  put('identity.p12', bytesIn(payload));
  const take = (file: string, ...argv: readonly string[]): string => {
    const fixed = ['pkcs12', '-in', 'identity.p12', '-passin', 'env:P12', '-nodes', ...argv];
    const { status, stdout, text } = run('openssl', fixed, { cwd: folder, env: { P12: textOf(payload, 'Password') } });
    expect(status, text).toBe(0);
    return put(file, stdout);
  };
  return {
    leaf: take('leaf.pem', '-nokeys', '-clcerts'),
    issuers: take('issuers.pem', '-nokeys', '-cacerts'),
    key: take('key.pem', '-nocerts'),
  };
}

const pki = (...argv: readonly string[]): Verdict => run('pki', argv, { cwd: folder });

function verify(leafFile: string, ...authorities: readonly string[]): Verdict {
  return pki('--verify', '--in', leafFile, ...authorities.flatMap((file) => ['--cacert', file]));
}

/** The root that the profile brings. */
function rootFile(profile: EmittedProfile): string {
  const [der, ...others] = profile.certificates('com.apple.security.root');
  expect(others).toEqual([]);
  return put('root.pem', pem('CERTIFICATE', der ?? new Uint8Array()));
}

function need(context: TestContext): void {
  for (const program of ['pki', 'openssl', 'python3']) needReferee(program, context);
}

const ourVerdict = (leafPem: string, anchorPem: string, kind: 'basic' | 'tls-server'): string =>
  evaluateTrust({
    chain: readCertificates(leafPem + issuing.pem),
    anchors: [{ certificate: readCertificate(anchorPem), source: 'user' }],
    policy: kind === 'basic' ? { kind } : { kind, hostname: host },
  }).verdict;

describe.for(kinds)('strongSwan, of an IKEv2 profile with an identity of type %s,', ([type, kind, described]) => {
  test('trusts the identity under the root of the profile, and under no other', (context) => {
    need(context);
    const profile = profileOf(type, kind);
    const { leaf: leafFile, issuers } = openIdentity(profile);
    const trusted = verify(leafFile, issuers, rootFile(profile));
    expect(trusted.status, trusted.text).toBe(0);
    expect(trusted.text).toContain('certificate trusted');
    const foreign = verify(leafFile, issuers, put('foreign.pem', impostor.pem));
    expect(foreign.status, foreign.text).not.toBe(0);
    expect(foreign.text).toContain('certificate untrusted');
  });

  test('finds in it the kind of key that the profile tells, and the name by which the device calls itself', (context) => {
    need(context);
    const profile = profileOf(type, kind);
    const ikev2 = ikev2Of(profile);
    const { leaf: leafFile, key } = openIdentity(profile);
    const { status, text } = pki('--print', '--in', leafFile);
    expect(status, text).toBe(0);
    expect(ikev2['CertificateType']).toBe(type);
    expect(text).toMatch(new RegExp(`^ *pubkey: +${described}`, 'm'));
    expect(text).toMatch(new RegExp(`^ *altNames: +${textOf(ikev2, 'LocalIdentifier')}$`, 'm'));
    expect(text).toMatch(/^ *flags: .*clientAuth/m);
    const ofKey = pki('--pub', '--in', key, '--type', 'priv');
    expect(ofKey.stdout.length, ofKey.text).toBeGreaterThan(0);
    expect(ofKey.stdout.equals(pki('--pub', '--in', leafFile, '--type', 'x509').stdout)).toBe(true);
  });
});

describe('strongSwan, of the server that an IKEv2 profile names,', () => {
  test('says what we say: trusted under the root of the profile, and under no other', (context) => {
    need(context);
    const anchorFile = rootFile(profileOf('ECDSA256', 'p256'));
    const files = [put('server.pem', server.pem), put('issuing.pem', issuing.pem)] as const;
    const trusted = verify(...files, anchorFile);
    expect(trusted.status, trusted.text).toBe(0);
    expect(ourVerdict(server.pem, root.pem, 'tls-server')).toBe('trusted');
    const foreign = verify(...files, put('foreign.pem', impostor.pem));
    expect(foreign.status, foreign.text).not.toBe(0);
    expect(ourVerdict(server.pem, impostor.pem, 'tls-server')).toBe('refused');
  });

  test('finds the names that the profile tells', (context) => {
    need(context);
    const ikev2 = ikev2Of(profileOf('ECDSA256', 'p256'));
    const { text } = pki('--print', '--in', put('server.pem', server.pem));
    expect(text).toMatch(new RegExp(`^ *altNames: +${textOf(ikev2, 'RemoteIdentifier')}$`, 'm'));
    expect(text).toMatch(new RegExp(`^ *issuer: +"CN=${textOf(ikev2, 'ServerCertificateIssuerCommonName')}"$`, 'm'));
    expect(text).toMatch(/^ *flags: .*serverAuth/m);
  });
});
