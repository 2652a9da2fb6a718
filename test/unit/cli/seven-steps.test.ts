import { expect, test } from 'vitest';
import { rootCA } from '../../support/authorities.js';
import { certificateBag } from '../../support/certificate-bag.js';
import { runCli, scratchFolder, type Ended } from './command-line.js';
import { signer } from './lab.js';

/**
 * The seven steps by which the answer to "How do I trust a self-signed certificate in iOS 10.3?" leads to the switch. Who is
 * stuck at one of them asks the command line, and has to read what the step is, and what keeps from it.
 */
const root = rootCA();
const flagless = rootCA({ basicConstraints: 'absent', keyUsage: 'absent' });
const files = {
  'ca.pem': root.pem,
  'ca.der': root.der,
  'ca.p7b': certificateBag([root]),
  'flagless.pem': flagless.pem,
  'ca.key': signer.keyPem,
} as const;

async function ask(words: string): Promise<Ended> {
  const folder = scratchFolder(files);
  return runCli(['doctor', ...words.split(' ').map((word) => (word in files ? folder.path(word) : word))]);
}

test('1. export the certificate: in any form, and without its key', async () => {
  for (const form of ['ca.pem', 'ca.der', 'ca.p7b']) {
    expect((await ask(form)).out).toMatch(/Make the profile: `profilewright root-ca \S+ -o root\.mobileconfig`/);
  }
  const { err, exitCode } = await ask('ca.key');
  expect([exitCode, err]).toEqual([3, expect.stringContaining('pass the .crt file') as string]);
});

test('2. send it to the device and open it', async () => {
  expect((await ask('ca.pem')).out).toMatch(/ 1\. Send the file with AirDrop or Mail, or open its address in Safari/);
});

test('3. a message says that the profile has been downloaded, since iOS 12.2', async () => {
  expect((await ask('ca.pem')).out).toContain('tap Allow when asked');
  expect((await ask('ca.pem --ios 12.1')).out).toContain('the installation begins by itself');
});

test('4. open the settings at "Profile Downloaded"', async () => {
  const { out } = await ask('ca.pem');
  expect(out).toMatch(/ 2\. Open Settings › Profile Downloaded within 8 minutes/);
  expect(out).toContain('If Profile Downloaded is gone, load the file again');
});

test('5. install it, with the passcode', async () => {
  const { out } = await ask('ca.pem');
  expect(out).toMatch(/ 3\. Check that the profile is "Lab Root", tap Install and enter the passcode/);
  expect(out).toMatch(/ 5\. Settings › General › VPN & Device Management now lists "Lab Root"/);
});

test('6. go to Certificate Trust Settings, where only a CA is listed', async () => {
  expect((await ask('ca.pem')).out).toMatch(/ 6\. Open Settings › General › About › Certificate Trust Settings/);
  const { out, exitCode } = await ask('flagless.pem');
  expect(exitCode).toBe(1);
  expect(out).toContain('"Lab Root" is not a CA: basicConstraints is missing');
  expect(out).toContain('-addext basicConstraints=critical,CA:TRUE');
  // Steps that end at an empty list would be no advice.
  expect(out).not.toContain('Certificate Trust Settings (the last row');
});

test('7. enable full trust for it', async () => {
  expect((await ask('ca.pem')).out).toMatch(
    / 7\. Under "Enable full trust for root certificates" switch on "Lab Root"/,
  );
  for (const way of ['mdm', 'configurator']) {
    const { out } = await ask(`ca.pem --install ${way}`);
    expect(out).toContain('"Lab Root" is trusted at once');
    expect(out).not.toContain('Enable full trust');
  }
});
