import { afterEach, describe, expect, test } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { leaf } from '../../support/authorities.js';
import { certificateBag } from '../../support/certificate-bag.js';
import { pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { closeServers, listen, rawServer, tlsServer } from '../live/loopback.js';
import { askDoctor, codesOf, firstLine, issuing, server } from './ask-doctor.js';
import { failureOf, jsonOf, runCli, scratchFolder } from './command-line.js';
import { plainProfile, root, signer, wifiProfile } from './lab.js';

describe('what a file is, is told by its content', () => {
  test('DER, PKCS#7 and the standard input', async () => {
    const bag = certificateBag([server, issuing]);
    expect(firstLine(await askDoctor('chain.p7b --root ca.der', { 'chain.p7b': bag }))).toContain(
      'yes, after the switch',
    );
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
      const ended = await askDoctor('fullchain.pem --root lab.mobileconfig', { 'lab.mobileconfig': profile });
      expect(firstLine(ended)).toBe(
        'the iPhone will trust "lab.example": yes, after the switch of "Lab Root" is turned on',
      );
      expect(ended.out).not.toContain('Make the profile');
      expect((await askDoctor('lab.mobileconfig', { 'lab.mobileconfig': profile })).exitCode).toBe(0);
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
    const ended = await askDoctor(`${words} --json`.replace('--json --json', '--json'), more);
    expect(ended.exitCode).toBe(exitCode);
    expect(failureOf(ended)).toMatchObject({ code, hint: expect.stringMatching(/\S/) as string });
    expect(ended.out).not.toContain(signer.keyPem.split('\n')[1]);
  });

  test('a server without its port is no file, and the hint says how it is written', async () => {
    const { err } = await askDoctor('shop.lab');
    expect(err).toMatch(/shop\.lab: does not exist .*\n {2}hint: .*a server is written with its port: shop\.lab:443/);
  });
});

describe('a live server', () => {
  afterEach(closeServers);

  test('is judged by what it sends, and told with its protocol', async () => {
    const port = await listen(tlsServer([server, issuing]));
    const ended = await askDoctor(`127.0.0.1:${port} --root ca.pem --hostname lab.example`);
    expect(ended.exitCode).toBe(0);
    expect(firstLine(ended)).toBe(
      'the iPhone will trust lab.example: yes, after the switch of "Lab Root" is turned on',
    );
    expect(ended.out).toContain(`server  127.0.0.1 port ${port}, TLSv1.3, 2 certificates sent`);
    const json = jsonOf(
      await askDoctor(`https://127.0.0.1:${port}/x --root ca.pem --hostname lab.example --install mdm --json`),
    );
    expect(json).toMatchObject({
      verdict: 'trusted',
      server: { port, protocol: 'TLSv1.3', sent: [{ name: 'lab.example' }, { name: 'Lab Intermediate' }] },
    });
  });

  test('that does not send its intermediate is refused, with the command that mends it', async () => {
    const port = await listen(tlsServer([server]));
    const { out, exitCode } = await askDoctor(`127.0.0.1:${port} --root ca.pem --hostname lab.example`);
    expect(exitCode).toBe(4);
    expect(out).toContain('[issuer-not-found]\n  hint: append the certificate of "CN=Lab Intermediate"');
    expect(out).toContain('cat server.pem intermediate.pem > fullchain.pem');
  });

  test('that is not named by --hostname is judged by its address', async () => {
    const port = await listen(tlsServer([server, issuing]));
    const ended = await askDoctor(`127.0.0.1:${port} --root ca.pem --json`);
    expect(codesOf(ended)).toContain('host-name');
    expect(jsonOf(ended)).toMatchObject({ subject: '127.0.0.1', verdict: 'refused' });
  });

  test('that says nothing is given up after --timeout', async () => {
    const port = await listen(rawServer(() => undefined));
    const { err, exitCode } = await askDoctor(`127.0.0.1:${port} --timeout 0.1`);
    expect(exitCode).toBe(3);
    expect(err).toMatch(/did not answer within 100 ms \[ERR_SERVER_TIMEOUT\]\n {2}hint: .*--timeout SECONDS/);
  });
});

test('an identity in a PKCS#12 file is sent to the command that judges it', async () => {
  const folder = scratchFolder({ 'anna.p12': pkcs12File({ key: signer.key, password: 'sentinel' }) });
  const { exitCode, err } = await runCli(['doctor', folder.path('anna.p12')]);
  expect(exitCode).toBe(3);
  expect(err).toContain('[ERR_CERTIFICATE_IS_PKCS12]');
  expect(err).toContain('`profilewright p12 FILE`');
});
