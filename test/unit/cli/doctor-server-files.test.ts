import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { pemBundle } from '../../support/pem.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { askDoctor, codesOf, firstLine, issuing, server } from './ask-doctor.js';
import { root } from './lab.js';

const yes = (subject: string): string =>
  `the iPhone will trust ${subject}: yes, after the switch of "Lab Root" is turned on`;

const servers = {
  'namesake.pem': leaf(root, { subject: 'Lab Root' }).pem,
  'bare-namesake.pem': leaf(root, {
    subject: 'Lab Root',
    subjectKeyIdentifier: 'absent',
    authorityKeyIdentifier: 'absent',
  }).pem,
  'serving-ca.pem': leaf(root, { basicConstraints: { cA: true } }).pem,
};

test.each([
  ['namesake.pem', '"Lab Root"'],
  ['bare-namesake.pem', '"Lab Root"'],
  ['serving-ca.pem', '"lab.example"'],
])(
  'what a root has issued to a server is judged below it, whatever the server is called or may issue: %s',
  async (file, subject) => {
    expect(firstLine(await askDoctor(`${file} --root ca.pem`, servers))).toBe(yes(subject));
    const named = await askDoctor(`${file} --root ca.pem --hostname lab.example`, servers);
    expect([firstLine(named), named.exitCode]).toEqual([yes('lab.example'), 0]);
  },
);

test('the namesake of a CA is not said to be another CA', async () => {
  expect(codesOf(await askDoctor('bare-namesake.pem --root ca.pem --json', servers))).not.toContain('same-name-cas');
});

test.each([
  ['an intermediate', pemBundle(issuing, server), 'begins with "Lab Intermediate"'],
  ['the root', pemBundle(root, server, issuing), 'begins with "Lab Root"'],
])('a file of the server that begins with %s is said to be in the wrong order', async (_, bundle, reason) => {
  for (const words of ['chain.pem --root ca.pem', 'chain.pem --root ca.pem --hostname lab.example']) {
    const ended = await askDoctor(words, { 'chain.pem': bundle });
    expect([firstLine(ended).endsWith(': no'), ended.exitCode]).toEqual([true, 4]);
    const [first] = /^error: .*/m.exec(ended.out) ?? [];
    expect(first).toContain(`${reason}, not with the certificate of the server, "lab.example" [chain-order]`);
    expect(ended.out.match(/\[chain-order\]/g)).toHaveLength(1);
    expect(ended.out.match(/^error: /gm)).toHaveLength(1);
  }
});

test('a bundle that begins with a root is what a device gets, as long as no root is named apart', async () => {
  const ended = await askDoctor('bundle.pem', { 'bundle.pem': pemBundle(root, issuing) });
  expect(firstLine(ended)).toBe(yes('"Lab Root"'));
});

test('the certificate that a server made for itself is judged by the root that is named, not the root by it', async () => {
  const own = rootCA({ subject: 'nas', key: testKey('p256', 5), subjectAltName: [{ dNSName: 'lab.example' }] });
  const ended = await askDoctor('own.pem --root ca.pem --hostname lab.example', { 'own.pem': own.pem });
  expect(ended.exitCode).toBe(4);
  expect(/^error: .*/m.exec(ended.out)?.[0]).toBe(
    'error: the path ends in "nas", which is not an anchor [path-not-anchored]',
  );
});

test('an intermediate that was made without the CA flag is no second server', async () => {
  const flagless = intermediateCA(root, { basicConstraints: 'absent' });
  const files = { 'flagless.pem': flagless.pem, 'below.pem': leaf(flagless).pem };
  const ended = await askDoctor('below.pem flagless.pem --root ca.pem --json', files);
  expect(ended.exitCode).toBe(4);
  expect(codesOf(ended)[0]).toBe('issuer-not-ca');
});

test('a root that stands before the certificate of a server is to be taken out, and the steps say so', async () => {
  const { out } = await askDoctor('bundle.pem', { 'bundle.pem': pemBundle(root, server, issuing) });
  expect(out).toContain('hint: write "Lab Root" alone into a file, and make the profile from it with');
  expect(out).toContain('Write "Lab Root" alone into ca.pem. Make the profile: `profilewright root-ca ca.pem -o');
});

test('a profile alone is not what a server sends', async () => {
  const profile = new ProfileBuilder().addRootCA(root.pem).build().toBytes();
  const ended = await askDoctor('lab.mobileconfig --hostname lab.example', { 'lab.mobileconfig': profile });
  expect(ended.exitCode).toBe(2);
  expect(ended.err).toContain('no certificate of a server is given');
});

test('a root that was made again under its name is told to have another key, and what to do about it', async () => {
  const again = rootCA({ key: testKey('p256', 6) });
  const { out } = await askDoctor('fullchain.pem --root again.pem --hostname lab.example', { 'again.pem': again.pem });
  expect(/^error: .*/m.exec(out)?.[0]).toContain('[issuer-signature]');
  expect(out).toContain('or issue "Lab Intermediate" again by "Lab Root"');
});

test('a certificate of version 1 is told which command leaves the extensions out', async () => {
  const bare = leaf(root, {
    version: 1,
    basicConstraints: 'absent',
    keyUsage: 'absent',
    extendedKeyUsage: 'absent',
    subjectAltName: 'absent',
    subjectKeyIdentifier: 'absent',
    authorityKeyIdentifier: 'absent',
  });
  const { out } = await askDoctor('bare.pem --root ca.pem --hostname lab.example', { 'bare.pem': bare.pem });
  expect(out).toMatch(/\[x509-version\]\n {2}hint: .*`openssl x509 -req`.*`-extfile`/);
  expect(out).toMatch(/\[san-required\]\n {2}hint: .*-CA ca\.pem .*subjectAltName=DNS:lab\.example/);
});

test.each(['--macos 15', '--install mdm'])(
  'a server whose own certificate is trusted without a list is not refused in the same breath: %s',
  async (option) => {
    const own = rootCA({
      subject: 'nas',
      basicConstraints: { cA: false },
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['serverAuth'],
      subjectAltName: [{ dNSName: 'lab.example' }],
      notAfter: daysFromToday(365),
    });
    const ended = await askDoctor(`own.pem --hostname lab.example ${option}`, { 'own.pem': own.pem });
    expect([firstLine(ended).includes(': yes'), ended.exitCode]).toEqual([true, 0]);
    expect(ended.out).toContain('warning: "nas" is not a CA');
    expect(ended.out).not.toMatch(/^error: |will not be trusted|root-ca own/m);
  },
);

test('the namesake of a CA is not shown as the top of its path', async () => {
  const { out } = await askDoctor('namesake.pem', servers);
  expect(out).toContain('"CN=Lab Root" is missing\n└─ "Lab Root", not a CA');
});

test('what is left to do comes before what passes by itself', async () => {
  const fresh = leaf(root, { notBefore: daysFromToday(-1) });
  const codes = codesOf(await askDoctor('fresh.pem --root ca.pem --json', { 'fresh.pem': fresh.pem }));
  expect(codes).toEqual(['trust-manual-toggle', 'valid-since-recently']);
});
