import { describe, expect, test } from 'vitest';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import type { CertificateOptions } from '../../support/issue-certificate.js';
import { pemBundle } from '../../support/pem.js';
import { authorityInfoAccess } from '../../support/policy-extension.js';
import { daysFromToday } from '../../support/time-value.js';
import { jsonOf, runCli, scratchFolder } from './command-line.js';

/**
 * What people ask who have "installed, but not trusted", as on the question-and-answer page about self-signed
 * certificates in iOS 10.3: each question is put to the command line, and has to lead to the advice that helped.
 */
interface Advice {
  readonly exitCode: number;
  readonly text: string;
  readonly verdict: string;
  /** `error root-ca-flag` ... */
  readonly issues: readonly string[];
  /** The hint of an issue. */
  readonly hintOf: (code: string) => string;
}

async function ask(words: string, files: Readonly<Record<string, string>>): Promise<Advice> {
  const folder = scratchFolder(files);
  const argv = words.split(' ').map((word) => (word in files ? folder.path(word) : word));
  const { exitCode, out } = await runCli(['doctor', ...argv]);
  const json = jsonOf(await runCli(['doctor', ...argv, '--json']));
  const issues = json['issues'] as { severity: string; code: string; hint?: string }[];
  return {
    exitCode,
    text: out,
    verdict: String(json['verdict']),
    issues: issues.map(({ severity, code }) => `${severity} ${code}`),
    hintOf: (wanted) => issues.find(({ code }) => code === wanted)?.hint ?? '',
  };
}

/** A profile as it comes out of other tools: whatever this is, in one root payload. */
function rootPayload(content: string): string {
  const texts = (id: string, digit: number): string =>
    `<key>PayloadVersion</key><integer>1</integer><key>PayloadIdentifier</key><string>${id}</string>
     <key>PayloadUUID</key><string>00000000-0000-4000-8000-00000000000${digit}</string>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>${texts('org.example', 1)}
<key>PayloadDisplayName</key><string>Our Lab</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.apple.security.root</string>${texts('org.example.root', 2)}
<key>PayloadContent</key><data>${Buffer.from(content).toString('base64')}</data>
</dict></array></dict></plist>
`;
}

const root = rootCA();
const issuing = intermediateCA(root);
const server = leaf(issuing);
const chainWith = (options: CertificateOptions): string => pemBundle(leaf(issuing, options), issuing);
const sound = { 'ca.pem': root.pem, 'fullchain.pem': pemBundle(server, issuing) };

describe('1. "I have downloaded the profile, and the root is not in the list"', () => {
  test('a download is not an installation, and is gone after 8 minutes', async () => {
    const { verdict, text } = await ask('ca.pem', sound);
    expect(verdict).toBe('after-switch');
    expect(text).toContain('does not list "Lab Root", it is only downloaded');
    expect(text).toContain('deletes a download after 8 minutes');
  });

  test('before iOS 12.2 there was no such row', async () => {
    expect((await ask('ca.pem --ios 12.1', sound)).text).not.toContain('Profile Downloaded');
  });

  test('iOS 18.0 is known to leave the list empty, and 18.1 to mend it', async () => {
    expect((await ask('ca.pem --ios 18.0.1', sound)).text).toContain('updating to 18.1 did');
    expect((await ask('ca.pem --ios 18.1', sound)).text).not.toContain('empty list');
  });
});

describe('2. "I made the root with openssl, and there is no switch for it"', () => {
  test('without the CA flag a root is installed and never listed: make it again', async () => {
    const flagless = rootCA({ basicConstraints: 'absent', keyUsage: 'absent' });
    const { exitCode, verdict, issues, hintOf } = await ask('ca.pem', { 'ca.pem': flagless.pem });
    expect({ exitCode, verdict, issues }).toEqual({ exitCode: 1, verdict: 'refused', issues: ['error root-ca-flag'] });
    expect(hintOf('root-ca-flag')).toMatch(/openssl req -x509 .*-addext basicConstraints=critical,CA:TRUE/);
  });

  test('with CA:FALSE as well', async () => {
    const { issues } = await ask('ca.pem', { 'ca.pem': rootCA({ basicConstraints: { cA: false } }).pem });
    expect(issues).toEqual(['error root-ca-flag']);
  });

  test('without a commonName the list was seen to leave it out', async () => {
    const { exitCode, issues, hintOf } = await ask('ca.pem', { 'ca.pem': rootCA({ subject: [['O', 'Lab']] }).pem });
    expect({ exitCode, issues }).toEqual({ exitCode: 1, issues: ['error root-common-name'] });
    expect(hintOf('root-common-name')).toContain('-subj "/CN=Lab"');
  });

  test('an intermediate is never listed: the root belongs into the profile', async () => {
    const { exitCode, issues, hintOf } = await ask('ca.pem', { 'ca.pem': issuing.pem });
    expect({ exitCode, issues }).toEqual({ exitCode: 1, issues: ['error root-not-self-signed'] });
    expect(hintOf('root-not-self-signed')).toContain('pass the self-signed certificate of "Lab Root"');
  });

  test('an intermediate beside its root does no harm', async () => {
    const { exitCode, issues } = await ask('ca.pem issuing.pem', { ...sound, 'issuing.pem': issuing.pem });
    expect({ exitCode, issues }).toEqual({ exitCode: 0, issues: ['info root-not-self-signed'] });
    const expired = intermediateCA(root, { notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) });
    const late = await ask('ca.pem issuing.pem', { ...sound, 'issuing.pem': expired.pem });
    expect(late.issues).toEqual(['info root-not-self-signed', 'warning certificate-expired']);
  });
});

describe('3. "I put the combined file into the profile, and the switch only appeared with the CA alone"', () => {
  const combined = pemBundle(server, issuing, root);

  test('of a payload a device reads the first certificate only, and here the root is the last', async () => {
    const { exitCode, verdict, text, issues, hintOf } = await ask('lab.mobileconfig', {
      'lab.mobileconfig': rootPayload(combined),
    });
    expect({ exitCode, verdict }).toEqual({ exitCode: 1, verdict: 'refused' });
    expect(text.split('\n')[0]).toBe('the iPhone will trust "Lab Root": no');
    expect(text).toContain('holds 3 certificates, of which devices read "lab.example" only');
    expect(issues).toContain('error root-one-cert-per-payload');
    // To make the certificate of the server again as a root would be the wrong way.
    expect(issues).not.toContain('error root-ca-flag');
    expect(hintOf('root-one-cert-per-payload')).toContain('write "Lab Root" alone into a file');
  });

  test('the same goes for the file itself', async () => {
    const files = { ...sound, 'combined.pem': combined };
    const { exitCode, issues } = await ask('fullchain.pem --root combined.pem', files);
    expect(exitCode).toBe(4);
    expect(issues).toContain('error root-one-cert-per-payload');
  });

  test('with the root in front it is listed, and the rest is lost', async () => {
    const { verdict, issues } = await ask('lab.mobileconfig', {
      'lab.mobileconfig': rootPayload(pemBundle(root, issuing)),
    });
    expect(verdict).toBe('after-switch');
    expect(issues).toContain('warning root-one-cert-per-payload');
  });

  test('a file under another label than a device knows is read by root-ca only', async () => {
    const labelled = root.pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE');
    const { verdict, issues, text, hintOf } = await ask('ca.pem', { 'ca.pem': labelled });
    expect({ verdict, issues }).toEqual({ verdict: 'after-switch', issues: ['warning pem-armor'] });
    expect(text).toContain('its label is "X509 CERTIFICATE" and not "CERTIFICATE"');
    expect(hintOf('pem-armor')).toContain('`profilewright root-ca`');
    const inside = await ask('lab.mobileconfig', { 'lab.mobileconfig': rootPayload(labelled) });
    expect(inside.issues).toContain('error pem-armor');
  });

  test('root-ca gives each certificate a payload of its own', async () => {
    const folder = scratchFolder({ 'ca.pem': pemBundle(root, issuing) });
    const made = await runCli(['root-ca', folder.path('ca.pem'), '-o', folder.path('lab.mobileconfig')]);
    expect(made.exitCode).toBe(0);
    const asked = jsonOf(await runCli(['doctor', folder.path('lab.mobileconfig'), '--json']));
    expect(asked).toMatchObject({ verdict: 'after-switch', roots: [{ name: 'Lab Root' }], issues: [] });
  });
});

describe('4. "It is installed and Verified, and Safari still says not trusted"', () => {
  test('the switch is still off, and where it is stands there', async () => {
    const { exitCode, verdict, text, issues, hintOf } = await ask('fullchain.pem --root ca.pem', sound);
    expect({ exitCode, verdict, issues }).toEqual({
      exitCode: 0,
      verdict: 'after-switch',
      issues: ['info trust-manual-toggle'],
    });
    expect(hintOf('trust-manual-toggle')).toContain('Settings › General › About › Certificate Trust Settings');
    expect(text).toContain('switch on "Lab Root", then tap Continue');
  });

  test.each(['mdm', 'configurator'])('a profile that comes by %s needs no switch', async (way) => {
    const { verdict, text, issues } = await ask(`fullchain.pem --root ca.pem --install ${way}`, sound);
    expect({ verdict, issues }).toEqual({ verdict: 'trusted', issues: [] });
    expect(text).toContain('"Lab Root" is trusted at once');
    expect(text).not.toContain('switch on "Lab Root"');
  });

  test('before iOS 10.3 nothing had to be switched on', async () => {
    expect((await ask('fullchain.pem --root ca.pem --ios 10.2', sound)).verdict).toBe('trusted');
  });

  test('a renewed root is another certificate, and has another switch', async () => {
    expect((await ask('ca.pem', sound)).text).toContain('A renewed root is another certificate');
    const files = { ...sound, 'old.pem': rootCA({ notAfter: daysFromToday(30) }).pem };
    const { issues, hintOf } = await ask('old.pem ca.pem', files);
    expect(issues).toEqual(['warning root-duplicate']);
    expect(hintOf('root-duplicate')).toContain('turn on the switch of "Lab Root" too');
  });
});

describe('5. "It works on my Mac, but not on the phone"', () => {
  test('the server does not send its intermediate', async () => {
    const { exitCode, issues, text, hintOf } = await ask('server.pem --root ca.pem', {
      ...sound,
      'server.pem': server.pem,
    });
    expect({ exitCode, issues }).toEqual({ exitCode: 4, issues: ['error issuer-not-found'] });
    expect(text).toContain('"CN=Lab Intermediate" is missing');
    expect(hintOf('issuer-not-found')).toContain('`cat server.pem intermediate.pem > fullchain.pem`');
  });

  test('where the certificate says where its issuer is, a device may fetch it: nothing to rely on', async () => {
    const location = { uniformResourceIdentifier: 'http://lab.example/issuing.cer' };
    const caIssuers = authorityInfoAccess([{ method: '1.3.6.1.5.5.7.48.2', location }]);
    const files = { ...sound, 'server.pem': leaf(issuing, { extraExtensions: [caIssuers] }).pem };
    const { exitCode, issues, text, hintOf } = await ask('server.pem --root ca.pem', files);
    expect({ exitCode, issues }).toEqual({ exitCode: 4, issues: ['error issuer-not-found', 'warning aia-fetch'] });
    expect(text).toContain('from "http://lab.example/issuing.cer", or fail to');
    expect(hintOf('aia-fetch')).toContain('let the server send every intermediate');
    expect((await ask('server.pem --root ca.pem --watchos 11', files)).issues).toEqual(['error issuer-not-found']);
  });

  test('the combined file of server, intermediate and root mends it', async () => {
    const files = { ...sound, 'combined.pem': pemBundle(server, issuing, root) };
    expect(await ask('combined.pem --root ca.pem', files)).toMatchObject({ exitCode: 0, verdict: 'after-switch' });
  });
});

describe('6. "Everything is on, and the certificate of the server is refused"', () => {
  test('398 days are for built-in roots: below a private one they are a remark', async () => {
    const days600 = chainWith({ notBefore: daysFromToday(-10), notAfter: daysFromToday(590) });
    const { exitCode, issues, text } = await ask('chain.pem --root ca.pem --install mdm', {
      ...sound,
      'chain.pem': days600,
    });
    expect({ exitCode, issues }).toEqual({ exitCode: 0, issues: ['info leaf-398-days'] });
    expect(text).toContain('built-in roots allow 398, private ones 825');
  });

  test.each([
    [825, 'trusted'],
    [827, 'refused'],
  ])('825 days are the limit of a private CA: %i days are %s', async (days, verdict) => {
    const chain = chainWith({ notBefore: daysFromToday(-1), notAfter: daysFromToday(days - 1) });
    const advice = await ask('chain.pem --root ca.pem --install mdm', { ...sound, 'chain.pem': chain });
    expect(advice.verdict).toBe(verdict);
    expect(advice.issues.includes('error leaf-825-days')).toBe(verdict === 'refused');
  });

  test.each([10, 20])('a root of %i years is fine: the limits look at servers only', async (years) => {
    const lasting = rootCA({ notAfter: daysFromToday(years * 365) });
    expect(await ask('ca.pem', { 'ca.pem': lasting.pem })).toMatchObject({ verdict: 'after-switch', issues: [] });
  });

  test('a name in the commonName alone is none', async () => {
    const chain = chainWith({ subjectAltName: 'absent' });
    const { exitCode, issues, hintOf } = await ask('chain.pem --root ca.pem --hostname lab.example', {
      ...sound,
      'chain.pem': chain,
    });
    expect(exitCode).toBe(4);
    expect(issues).toContain('error san-required');
    expect(hintOf('san-required')).toContain('subjectAltName=DNS:');
  });

  test('an address among the DNS names is none', async () => {
    const chain = chainWith({ subjectAltName: [{ dNSName: '192.168.1.10' }] });
    const { issues, hintOf } = await ask('chain.pem --root ca.pem --hostname 192.168.1.10', {
      ...sound,
      'chain.pem': chain,
    });
    expect(issues).toContain('error san-ip-as-ipaddress');
    expect(hintOf('san-ip-as-ipaddress')).toContain('subjectAltName=IP:192.168.1.10');
  });

  test('one certificate that is server and root works, once it is a CA and switched on', async () => {
    const names = { subjectAltName: [{ dNSName: 'lab.example' }], extendedKeyUsage: ['serverAuth'] } as const;
    const both = rootCA({ ...names, keyUsage: ['keyCertSign', 'digitalSignature'] });
    const advice = await ask('both.pem --hostname lab.example', { 'both.pem': both.pem });
    expect(advice.verdict).toBe('after-switch');
    expect(advice.issues).toContain('warning leaf-is-ca');
    const plain = rootCA({ ...names, basicConstraints: { cA: false }, keyUsage: ['digitalSignature'] });
    const refused = await ask('both.pem --hostname lab.example', { 'both.pem': plain.pem });
    expect(refused.exitCode).toBe(4);
    expect(refused.issues).toContain('error root-ca-flag');
  });
});

describe('7. "Mail still uses a certificate that I once accepted, and there is no profile to delete"', () => {
  const files = { ...sound, 'mail.pem': chainWith({ subjectAltName: [{ dNSName: 'mail.lab.example' }] }) };

  test('no profile clears it: delete the account and the outgoing server, or give the server a right certificate', async () => {
    const { text } = await ask('mail.pem --root ca.pem --hostname mail.lab.example', files);
    expect(text).toContain('no profile can clear it');
    expect(text).toContain('delete the account');
    expect(text).toContain('list of outgoing servers (SMTP)');
    expect(text).toContain('let the root be trusted');
  });

  test('the advice comes with a refusal too, and not with other servers', async () => {
    const refused = await ask('mail.pem --root ca.pem --hostname imap.example', files);
    expect(refused.exitCode).toBe(4);
    expect(refused.text).toContain('no profile can clear it');
    expect((await ask('fullchain.pem --root ca.pem', files)).text).not.toContain('no profile can clear it');
  });
});
