import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test, vi, type TestContext } from 'vitest';
import { ProfileBuilder } from '../../src/builder/profile-builder.js';
import { diagnoseServer } from '../../src/live/diagnose-server.js';
import { readCertificates } from '../../src/pki/read-certificates.js';
import { acmeIdentity } from '../../src/profile/acme-identity.js';
import { scepIdentity } from '../../src/profile/scep-identity.js';
import { intermediateCA, rootCA } from '../support/authorities.js';
import type { IssuedCertificate } from '../support/issue-certificate.js';
import { pem } from '../support/pem.js';
import { testKey } from '../support/test-key.js';
import { orderCertificate } from './peers/acme-client.js';
import { readEmitted, textOf, type EmittedProfile } from './peers/emitted-profile.js';
import { ask, jsonIn, type Answer } from './peers/http-client.js';
import { startStepCa, type StepCa } from './peers/step-ca.js';
import { needReferee, run } from './referee.js';
import { workFolder } from './work-folder.js';

// On a new machine, the first test waits for the compiler.
vi.setConfig({ testTimeout: 600_000 });

const { folder, put } = workFolder('step-ca');
let starting: Promise<StepCa> | undefined;
afterAll(async () => {
  await (await starting?.catch(() => undefined))?.stop();
});

const root = rootCA({ subject: 'Lab Device Root', key: testKey('p384', 4) });
const foreignRoot = rootCA({ subject: 'Lab Device Root', key: testKey('p384', 5) });
const issuing = intermediateCA(root, { subject: 'Lab Device CA', key: testKey('rsa-2048', 1) });
const provisioners = [
  { type: 'ACME', name: 'attested', challenges: ['device-attest-01'], attestationFormats: ['apple'] },
  { type: 'SCEP', name: 'asked', challenge: 'known to the lab', includeRoot: true, minimumPublicKeyLength: 2048 },
];

async function stepCa(context: TestContext): Promise<StepCa> {
  for (const program of ['timeout', 'python3', 'openssl']) needReferee(program, context);
  return (starting ??= startStepCa({ root, issuing, provisioners }, folder, context));
}

/** The roots that the profile brings, PEM. */
const rootsOf = (profile: EmittedProfile): string =>
  profile
    .certificates('com.apple.security.root')
    .map((der) => pem('CERTIFICATE', der))
    .join('');

/** A profile whose device asks a provisioner of step-ca by ACME. */
async function acmeProfile(context: TestContext, provisioner = 'attested', trust = root): Promise<EmittedProfile> {
  const { origin } = await stepCa(context);
  const identity = acmeIdentity({
    directoryUrl: `${origin}/acme/${provisioner}/directory`,
    clientIdentifier: 'LAB0000001',
    hardwareBound: true,
    keyType: 'EC',
    keySize: 384,
    attest: true,
    subject: [['CN', 'LAB0000001']],
    trust: trust.pem,
  });
  const platforms = { iOS: { from: '17.0' } };
  return readEmitted(new ProfileBuilder().addIdentity(identity).build({ context: { platforms } }).toBytes());
}

/** A profile whose device asks a provisioner of step-ca by SCEP, and no other CA than this one. */
async function scepProfile(context: TestContext, origin: 'origin' | 'clearOrigin', provisioner = 'asked') {
  const identity = scepIdentity({
    url: `${(await stepCa(context))[origin]}/scep/${provisioner}`,
    subject: [['CN', 'LAB0000001']],
    challenge: 'known to the lab',
    keySize: 2048,
    caFingerprint: createHash('sha1').update(issuing.der).digest(),
    trust: root.pem,
  });
  const profile = readEmitted(new ProfileBuilder().addIdentity(identity).build().toBytes());
  const request = profile.payload('com.apple.security.scep')['PayloadContent'] as Record<string, unknown>;
  return { profile, request };
}

const directoryUrl = (profile: EmittedProfile): string =>
  textOf(profile.payload('com.apple.security.acme'), 'DirectoryURL');

describe('the ACME directory that a profile names', () => {
  test('is answered by step-ca, to whom the roots of the profile are enough', async (context) => {
    const profile = await acmeProfile(context);
    const answer = await ask(directoryUrl(profile), rootsOf(profile));
    expect(answer.status).toBe(200);
    const directory = jsonIn(answer);
    for (const member of ['newNonce', 'newAccount', 'newOrder', 'revokeCert', 'keyChange']) {
      expect(directory[member]).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/acme\/attested\//);
    }
  });

  test('takes an order for the ClientIdentifier, and wants the attestation that the profile promises', async (context) => {
    const profile = await acmeProfile(context);
    const payload = profile.payload('com.apple.security.acme');
    expect(payload['Attest']).toBe(true);
    const roots = rootsOf(profile);
    const directory = jsonIn(await ask(directoryUrl(profile), roots));
    const identifier = { type: 'permanent-identifier', value: textOf(payload, 'ClientIdentifier') };
    expect(await orderCertificate(directory, identifier, roots)).toEqual(['device-attest-01']);
  });

  test('is answered by nobody when step-ca knows no such provisioner', async (context) => {
    const profile = await acmeProfile(context, 'unknown');
    expect((await ask(directoryUrl(profile), rootsOf(profile))).status).toBe(404);
  });

  test('is not asked when the roots of the profile are others', async (context) => {
    const profile = await acmeProfile(context, 'attested', foreignRoot);
    await expect(ask(directoryUrl(profile), rootsOf(profile))).rejects.toThrow(/certificate/);
  });

  test.for<[IssuedCertificate, string]>([
    [root, 'trusted'],
    [foreignRoot, 'refused'],
  ])('is on a server of which we say the same', async ([trust, verdict], context) => {
    const profile = await acmeProfile(context, 'attested', trust);
    const { host } = new URL(directoryUrl(profile));
    const anchors = readCertificates(rootsOf(profile));
    expect((await diagnoseServer(host, { anchors, install: 'mdm' })).verdict).toBe(verdict);
  });
});

describe('the SCEP server that a profile names', () => {
  /** RFC 8894 sections 3.5.1 and 4.2. */
  const askScep = async (url: string, operation: 'GetCACaps' | 'GetCACert', profile: EmittedProfile): Promise<Answer> =>
    ask(`${url}?operation=${operation}`, rootsOf(profile));

  test.for(['origin', 'clearOrigin'] as const)('tells at its %s that it can what devices need', async (at, context) => {
    const { profile, request } = await scepProfile(context, at);
    const { status, body } = await askScep(textOf(request, 'URL'), 'GetCACaps', profile);
    expect(status).toBe(200);
    const capabilities = body.toString().split(/\r?\n/);
    expect(capabilities).toEqual(expect.arrayContaining(['POSTPKIOperation', 'SHA-256', 'AES', 'SCEPStandard']));
  });

  test('shows the CA whose fingerprint stands in the profile, and its root', async (context) => {
    const { profile, request } = await scepProfile(context, 'clearOrigin');
    const { body: bag } = await askScep(textOf(request, 'URL'), 'GetCACert', profile);
    put('ca.p7', bag);
    const printed = run('openssl', ['pkcs7', '-inform', 'DER', '-in', 'ca.p7', '-print_certs'], { cwd: folder });
    put('ca.pem', printed.stdout);
    const argv = ['x509', '-in', 'ca.pem', '-noout', '-fingerprint', '-sha1'];
    const [, fingerprint = ''] = run('openssl', argv, { cwd: folder }).text.trim().split('=');
    expect(fingerprint.replaceAll(':', '').toLowerCase()).toBe((request['CAFingerprint'] as Buffer).toString('hex'));
    const sent = readCertificates(bag).map(({ raw }) => Buffer.from(raw));
    expect(sent).toEqual([issuing, root].map(({ der }) => Buffer.from(der)));
  });

  test('says nothing for a provisioner that step-ca does not know', async (context) => {
    const { profile, request } = await scepProfile(context, 'clearOrigin', 'unknown');
    expect((await askScep(textOf(request, 'URL'), 'GetCACaps', profile)).status).toBeGreaterThanOrEqual(400);
  });
});
