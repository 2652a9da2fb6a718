import { afterEach, describe, expect, test } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { certificateBag } from '../../support/certificate-bag.js';
import { pemBundle } from '../../support/pem.js';
import { pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { closeServers, listen, rawServer, tlsServer } from '../live/loopback.js';
import { failureOf, jsonOf, runCli, scratchFolder, type Ended } from './command-line.js';
import { plainProfile, root, signer, wifiProfile } from './lab.js';

const issuing = intermediateCA(root);
const server = leaf(issuing);
const stranger = rootCA({ subject: 'Stranger', key: testKey('p256', 4) });

const files = {
  'ca.pem': root.pem,
  'ca.der': root.der,
  'server.pem': server.pem,
  'fullchain.pem': pemBundle(server, issuing),
  'shuffled.pem': pemBundle(server, root, issuing),
  'intermediate.pem': issuing.pem,
  'stranger.pem': stranger.pem,
  'nocn.pem': rootCA({ subject: [['O', 'Lab']] }).pem,
  'ca.key': signer.keyPem,
} as const;

/** Asks the doctor; words that name a file are found in a folder of their own. */
async function ask(words: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Ended> {
  const folder = scratchFolder({ ...files, ...more });
  const named = [...Object.keys(files), ...Object.keys(more)];
  return runCli(['doctor', ...words.split(' ').map((word) => (named.includes(word) ? folder.path(word) : word))]);
}

const firstLine = ({ out }: Ended): string => out.split('\n')[0] ?? '';
const codesOf = (ended: Ended): string[] => (jsonOf(ended)['issues'] as { code: string }[]).map(({ code }) => code);

describe('the verdict comes first', () => {
  test.each<[words: string, verdict: string, exitCode: number]>([
    [
      'fullchain.pem --root ca.pem --hostname lab.example',
      'the iPhone will trust lab.example: yes, after the switch of "Lab Root" is turned on',
      0,
    ],
    [
      'fullchain.pem --root ca.pem',
      'the iPhone will trust "lab.example": yes, after the switch of "Lab Root" is turned on',
      0,
    ],
    ['fullchain.pem ca.pem --install mdm', 'the iPhone will trust "lab.example": yes', 0],
    ['ca.pem server.pem intermediate.pem --install configurator', 'the iPhone will trust "lab.example": yes', 0],
    ['fullchain.pem --root ca.pem --hostname other.example', 'the iPhone will trust other.example: no', 4],
    ['fullchain.pem --root stranger.pem', 'the iPhone will trust "lab.example": no', 4],
    ['fullchain.pem', 'the iPhone will trust "lab.example": no, unless its root is one that comes with the system', 4],
    ['ca.pem', 'the iPhone will trust "Lab Root": yes, after the switch of "Lab Root" is turned on', 0],
    ['ca.pem --install mdm', 'the iPhone will trust "Lab Root": yes, as soon as it is installed', 0],
    ['ca.pem --ios 10.2', 'the iPhone will trust "Lab Root": yes, as soon as it is installed', 0],
    ['ca.pem --macos 15', 'the Mac will trust "Lab Root": yes, after "Lab Root" is set to Always Trust', 0],
    ['ca.pem --watchos 10', 'the Apple Watch will trust "Lab Root": not certain, because no switch is known for it', 0],
    ['ca.pem --tvos 17', 'the Apple TV will trust "Lab Root": yes, after the switch of "Lab Root" is turned on', 0],
    [
      'ca.pem --visionos 2',
      'the Apple Vision Pro will trust "Lab Root": yes, after the switch of "Lab Root" is turned on',
      0,
    ],
    ['nocn.pem', 'the iPhone will trust "O=Lab": no', 1],
    ['nocn.pem --install mdm', 'the iPhone will trust "O=Lab": yes, as soon as it is installed', 0],
    ['intermediate.pem', 'the iPhone will trust "Lab Intermediate": no', 1],
    ['fullchain.pem --root ca.pem --policy eap --hostname lab.example', 'the iPhone will trust lab.example: yes', 0],
    [
      'fullchain.pem --root ca.pem --policy eap --hostname radius.example',
      'the iPhone will trust radius.example: no',
      4,
    ],
    ['fullchain.pem --root ca.pem --policy basic', 'the iPhone will trust "lab.example": yes', 0],
  ])('%s', async (words, verdict, exitCode) => {
    const ended = await ask(words);
    expect([firstLine(ended), ended.exitCode, ended.err]).toEqual([verdict, exitCode, '']);
  });

  test('one line for each root', async () => {
    const { out, exitCode } = await ask('ca.pem stranger.pem nocn.pem');
    expect(out.split('\n').slice(0, 3)).toEqual([
      'the iPhone will trust "Lab Root": yes, after the switch of "Lab Root" is turned on',
      'the iPhone will trust "Stranger": yes, after the switch of "Stranger" is turned on',
      'the iPhone will trust "O=Lab": no',
    ]);
    expect(exitCode).toBe(1);
  });

  test('a bad root beside the one that is used is an issue, not a refusal', async () => {
    const ended = await ask('fullchain.pem --root ca.pem --root nocn.pem');
    expect(firstLine(ended)).toContain('yes, after the switch of "Lab Root"');
    expect(ended.exitCode).toBe(1);
  });

  test('--at is the time that counts', async () => {
    const after = daysFromToday(400).toISOString().slice(0, 10);
    const ended = await ask(`fullchain.pem --root ca.pem --at ${after} --json`);
    expect(ended.exitCode).toBe(4);
    expect(codesOf(ended)).toContain('certificate-expired');
  });
});

describe('behind the verdict', () => {
  test('stand what it rests on, the issues with hints, the path as a tree, and the steps', async () => {
    const { out } = await ask('fullchain.pem --root ca.pem --ios 17.4');
    const order = [
      'system  iOS 17.4',
      'root    "Lab Root", installed by hand',
      'info: "Lab Root" is installed, but its switch is still off [trust-manual-toggle]\n  hint: turn on "Lab Root"',
      '"Lab Root", root CA, EC P-256',
      '\n└─ "Lab Intermediate", intermediate CA, EC P-256',
      '\n   └─ "lab.example", not a CA, EC P-256',
      'Make the profile: `profilewright root-ca ',
      'On the iPhone\n 1. ',
      'switch on "Lab Root", then tap Continue.',
      'When a row is missing\n - ',
    ].map((words) => out.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('a refusal shows where the path breaks off, and no steps', async () => {
    const { out } = await ask('server.pem --root ca.pem');
    expect(out).toContain('\n"CN=Lab Intermediate" is missing\n└─ "lab.example", not a CA');
    expect(out).not.toContain('On the iPhone');
  });

  test('the steps are in the language and for the system that were asked for', async () => {
    expect((await ask('ca.pem --language de')).out).toContain(
      'Unter „Volles Vertrauen für Root-Zertifikate aktivieren“',
    );
    expect((await ask('ca.pem --macos 14.5')).out).toContain('System Settings › Privacy & Security › Profiles');
    expect((await ask('ca.pem --install configurator')).out).toContain('With Apple Configurator over USB');
  });

  test('802.1X is said to need no switch', async () => {
    const { out } = await ask('fullchain.pem --root ca.pem --policy eap');
    expect(out).toContain('802.1X, VPN and signatures take the root without it');
    expect(out).not.toContain('trust-manual-toggle');
  });

  test('on other systems the hint about the switch is theirs', async () => {
    expect((await ask('fullchain.pem --root ca.pem --macos 15')).out).toContain('hint: set "Lab Root" to Always Trust');
    expect((await ask('fullchain.pem --root ca.pem --watchos 10')).out).toContain('hint: deliver the profile by MDM');
  });

  test('a root that only the chain holds is judged as if it were installed, and said to be to be taken out', async () => {
    const { out, exitCode } = await ask('shuffled.pem');
    expect(exitCode).toBe(0);
    expect(out).toContain('root    "Lab Root", as if it were installed by hand');
    expect(out).toContain('[chain-order]');
    expect(out).toContain('Write "Lab Root" alone into ca.pem. Make the profile');
  });

  test('names that could steer a terminal are escaped', async () => {
    const odd = rootCA({ subject: 'Root\u001b[2J\u202e\nerror: fake' });
    const { out } = await ask('odd.pem', { 'odd.pem': odd.pem });
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(out).not.toMatch(/^error: fake/m);
    expect(firstLine(await ask('fullchain.pem --root ca.pem --hostname \u001b[2J'))).toContain('\\u{1B}[2J');
  });
});

test('--json is one document with the verdict, the roots, the path, the issues and the guide', async () => {
  const ended = await ask('fullchain.pem --root ca.pem --hostname lab.example --language de --json');
  expect(ended.err).toBe('');
  expect(jsonOf(ended)).toMatchObject({
    ok: true,
    exitCode: 0,
    command: 'doctor',
    judged: 'server',
    subject: 'lab.example',
    verdict: 'after-switch',
    platform: { os: 'iOS', version: '26.0' },
    install: 'manual',
    policy: 'tls',
    roots: [{ name: 'Lab Root', verdict: 'after-switch', isRead: true }],
    path: [{ name: 'lab.example' }, { name: 'Lab Intermediate' }, { name: 'Lab Root' }],
    issues: [{ code: 'trust-manual-toggle', severity: 'info' }],
    guide: {
      language: 'de',
      title: 'Auf dem iPhone',
      sections: [{ kind: 'install' }, { kind: 'missing' }, { kind: 'remove' }, { kind: 'mail' }],
    },
  });
});

describe('what a file is, is told by its content', () => {
  test('DER, PKCS#7 and the standard input', async () => {
    const bag = certificateBag([server, issuing]);
    expect(firstLine(await ask('chain.p7b --root ca.der', { 'chain.p7b': bag }))).toContain('yes, after the switch');
    const stdin = await runCli(['doctor', '-'], { stdin: root.pem });
    expect(stdin.exitCode).toBe(0);
  });

  test('a profile gives its roots, signed or not, and the steps name it', async () => {
    const plain = await plainProfile();
    const signed = await signProfile(
      plain,
      await createSigner({
        key: signer.keyPem,
        certificate: signer.certificate.pem,
        chain: signer.chain.map(({ pem }) => pem),
      }),
    );
    for (const profile of [plain, signed]) {
      const ended = await ask('fullchain.pem --root lab.mobileconfig', { 'lab.mobileconfig': profile });
      expect(firstLine(ended)).toBe(
        'the iPhone will trust "lab.example": yes, after the switch of "Lab Root" is turned on',
      );
      expect(ended.out).not.toContain('Make the profile');
      expect((await ask('lab.mobileconfig', { 'lab.mobileconfig': profile })).exitCode).toBe(0);
    }
  });

  test.each<[title: string, words: string, exitCode: number, code: string]>([
    ['a key', 'fullchain.pem --root ca.key', 3, 'ERR_CERTIFICATE_IS_KEY'],
    ['a certificate with settings of OpenSSL', 'trusted.pem', 3, 'ERR_CERTIFICATE_IS_OTHER'],
    ['a file that is not there', 'lost.pem', 3, 'ERR_FILE_MISSING'],
    ['a profile without certificates', 'wifi.mobileconfig', 2, 'ERR_USAGE'],
    ['two servers', 'fullchain.pem other.pem', 2, 'ERR_USAGE'],
    ['nothing', '--json', 2, 'ERR_USAGE'],
    ['a server and files', 'shop.lab:443 ca.pem', 2, 'ERR_USAGE'],
    ['two servers at once', 'shop.lab:443 shop.lab:8443', 2, 'ERR_USAGE'],
    ['a server without a host', '!:443', 2, 'ERR_USAGE'],
    ['another policy for a live server', 'shop.lab:443 --policy eap', 2, 'ERR_USAGE'],
    ['a time-out without a server', 'ca.pem --timeout 5', 2, 'ERR_USAGE'],
    ['a time-out that is none', 'shop.lab:443 --timeout soon', 2, 'ERR_USAGE'],
    ['a time-out of nothing', 'shop.lab:443 --timeout 0', 2, 'ERR_USAGE'],
    ['two systems', 'ca.pem --ios 17 --macos 14', 2, 'ERR_USAGE'],
    ['a system without a version', 'ca.pem --ios new', 2, 'ERR_USAGE'],
    ['a way that is not known', 'ca.pem --install usb', 2, 'ERR_USAGE'],
    ['a policy that is not known', 'ca.pem --policy ssl', 2, 'ERR_USAGE'],
    ['a language that is not known', 'ca.pem --language fr', 2, 'ERR_USAGE'],
    ['a name that nobody asks for', 'fullchain.pem --policy basic --hostname x', 2, 'ERR_USAGE'],
  ])('%s is refused', async (_, words, exitCode, code) => {
    const trusted = root.pem.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE');
    const more = {
      'wifi.mobileconfig': wifiProfile(),
      'trusted.pem': trusted,
      'other.pem': leaf(issuing, { key: testKey('p256', 5) }).pem,
    };
    const ended = await ask(`${words} --json`.replace('--json --json', '--json'), more);
    expect(ended.exitCode).toBe(exitCode);
    expect(failureOf(ended)).toMatchObject({ code, hint: expect.stringMatching(/\S/) as string });
    expect(ended.out).not.toContain(signer.keyPem.split('\n')[1]);
  });

  test('a server without its port is no file, and the hint says how it is written', async () => {
    const { err } = await ask('shop.lab');
    expect(err).toMatch(/shop\.lab: does not exist .*\n {2}hint: .*a server is written with its port: shop\.lab:443/);
  });
});

describe('a live server', () => {
  afterEach(closeServers);

  test('is judged by what it sends, and told with its protocol', async () => {
    const port = await listen(tlsServer([server, issuing]));
    const ended = await ask(`127.0.0.1:${port} --root ca.pem --hostname lab.example`);
    expect(ended.exitCode).toBe(0);
    expect(firstLine(ended)).toBe(
      'the iPhone will trust lab.example: yes, after the switch of "Lab Root" is turned on',
    );
    expect(ended.out).toContain(`server  127.0.0.1 port ${port}, TLSv1.3, 2 certificates sent`);
    const json = jsonOf(
      await ask(`https://127.0.0.1:${port}/x --root ca.pem --hostname lab.example --install mdm --json`),
    );
    expect(json).toMatchObject({
      verdict: 'trusted',
      server: { port, protocol: 'TLSv1.3', sent: [{ name: 'lab.example' }, { name: 'Lab Intermediate' }] },
    });
  });

  test('that does not send its intermediate is refused, with the command that mends it', async () => {
    const port = await listen(tlsServer([server]));
    const { out, exitCode } = await ask(`127.0.0.1:${port} --root ca.pem --hostname lab.example`);
    expect(exitCode).toBe(4);
    expect(out).toContain('[issuer-not-found]\n  hint: append the certificate of "CN=Lab Intermediate"');
    expect(out).toContain('cat server.pem intermediate.pem > fullchain.pem');
  });

  test('that is not named by --hostname is judged by its address', async () => {
    const port = await listen(tlsServer([server, issuing]));
    const ended = await ask(`127.0.0.1:${port} --root ca.pem --json`);
    expect(codesOf(ended)).toContain('host-name');
    expect(jsonOf(ended)).toMatchObject({ subject: '127.0.0.1', verdict: 'refused' });
  });

  test('that says nothing is given up after --timeout', async () => {
    const port = await listen(rawServer(() => undefined));
    const { err, exitCode } = await ask(`127.0.0.1:${port} --timeout 0.1`);
    expect(exitCode).toBe(3);
    expect(err).toMatch(/did not answer within 100 ms \[ERR_SERVER_TIMEOUT\]\n {2}hint: .*--timeout SECONDS/);
  });
});

test('--help says what the exit codes mean here', async () => {
  const { out } = await runCli(['doctor', '--help']);
  expect(out).toContain('Exit code 0: trusted, or as soon as the switch is turned on. 1: an issue of severity error');
  expect(out).toContain('4: the server is not trusted.');
});

test('an identity in a PKCS#12 file is sent to the command that judges it', async () => {
  const folder = scratchFolder({ 'anna.p12': pkcs12File({ key: signer.key, password: 'sentinel' }) });
  const { exitCode, err } = await runCli(['doctor', folder.path('anna.p12')]);
  expect(exitCode).toBe(3);
  expect(err).toContain('[ERR_CERTIFICATE_IS_PKCS12]');
  expect(err).toContain('`profilewright p12 FILE`');
});
