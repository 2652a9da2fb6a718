import { describe, expect, test } from 'vitest';
import { rootCA } from '../../support/authorities.js';
import { daysFromToday } from '../../support/time-value.js';
import { askDoctor, codesOf, firstLine } from './ask-doctor.js';
import { jsonOf, runCli } from './command-line.js';

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
    const ended = await askDoctor(words);
    expect([firstLine(ended), ended.exitCode, ended.err]).toEqual([verdict, exitCode, '']);
  });

  test('one line for each root', async () => {
    const { out, exitCode } = await askDoctor('ca.pem stranger.pem nocn.pem');
    expect(out.split('\n').slice(0, 3)).toEqual([
      'the iPhone will trust "Lab Root": yes, after the switch of "Lab Root" is turned on',
      'the iPhone will trust "Stranger": yes, after the switch of "Stranger" is turned on',
      'the iPhone will trust "O=Lab": no',
    ]);
    expect(exitCode).toBe(1);
  });

  test('a bad root beside the one that is used is an issue, not a refusal', async () => {
    const ended = await askDoctor('fullchain.pem --root ca.pem --root nocn.pem');
    expect(firstLine(ended)).toContain('yes, after the switch of "Lab Root"');
    expect(ended.exitCode).toBe(1);
  });

  test('--at is the time that counts', async () => {
    const after = daysFromToday(400).toISOString().slice(0, 10);
    const ended = await askDoctor(`fullchain.pem --root ca.pem --at ${after} --json`);
    expect(ended.exitCode).toBe(4);
    expect(codesOf(ended)).toContain('certificate-expired');
  });
});

describe('behind the verdict', () => {
  test('stand what it rests on, the issues with hints, the path as a tree, and the steps', async () => {
    const { out } = await askDoctor('fullchain.pem --root ca.pem --ios 17.4');
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
    const { out } = await askDoctor('server.pem --root ca.pem');
    expect(out).toContain('\n"CN=Lab Intermediate" is missing\n└─ "lab.example", not a CA');
    expect(out).not.toContain('On the iPhone');
  });

  test('the steps are in the language and for the system that were asked for', async () => {
    expect((await askDoctor('ca.pem --language de')).out).toContain(
      'Unter „Volles Vertrauen für Root-Zertifikate aktivieren“',
    );
    expect((await askDoctor('ca.pem --macos 14.5')).out).toContain('System Settings › Privacy & Security › Profiles');
    expect((await askDoctor('ca.pem --install configurator')).out).toContain('With Apple Configurator over USB');
  });

  test('802.1X is said to need no switch', async () => {
    const { out } = await askDoctor('fullchain.pem --root ca.pem --policy eap');
    expect(out).toContain('802.1X, VPN and signatures take the root without it');
    expect(out).not.toContain('trust-manual-toggle');
  });

  test('on other systems the hint about the switch is theirs', async () => {
    expect((await askDoctor('fullchain.pem --root ca.pem --macos 15')).out).toContain(
      'hint: set "Lab Root" to Always Trust',
    );
    expect((await askDoctor('fullchain.pem --root ca.pem --watchos 10')).out).toContain(
      'hint: deliver the profile by MDM',
    );
  });

  test('a root that only the chain holds is judged as if it were installed, and said to be to be taken out', async () => {
    const { out, exitCode } = await askDoctor('shuffled.pem');
    expect(exitCode).toBe(0);
    expect(out).toContain('root    "Lab Root", as if it were installed by hand');
    expect(out).toContain('[chain-order]');
    expect(out).toContain('Write "Lab Root" alone into ca.pem. Make the profile');
  });

  test('names that could steer a terminal are escaped', async () => {
    const odd = rootCA({ subject: 'Root\u001b[2J\u202e\nerror: fake' });
    const { out } = await askDoctor('odd.pem', { 'odd.pem': odd.pem });
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(out).not.toMatch(/^error: fake/m);
    expect(firstLine(await askDoctor('fullchain.pem --root ca.pem --hostname \u001b[2J'))).toContain('\\u{1B}[2J');
  });
});

test('--json is one document with the verdict, the roots, the path, the issues and the guide', async () => {
  const ended = await askDoctor('fullchain.pem --root ca.pem --hostname lab.example --language de --json');
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

test('--help says what the exit codes mean here', async () => {
  const { out } = await runCli(['doctor', '--help']);
  expect(out).toContain('Exit code 0: trusted, or as soon as the switch is turned on. 1: an issue of severity error');
  expect(out).toContain('4: the server is not trusted.');
});
