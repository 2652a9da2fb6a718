import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, type TestContext } from 'vitest';
import { ProfileBuilder } from '../../src/builder/profile-builder.js';
import { diagnoseServer, type ServerDiagnosis } from '../../src/live/diagnose-server.js';
import { readCertificates } from '../../src/pki/read-certificates.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import type { CertificateOptions, IssuedCertificate } from '../support/issue-certificate.js';
import { testKey } from '../support/test-key.js';
import { daysFromToday } from '../support/time-value.js';
import { runCli } from '../unit/cli/command-line.js';
import { readEmitted } from './peers/emitted-profile.js';
import { startImap, type ImapServer } from './peers/imap-server.js';
import { connectWithOpenssl, mailAccount, readWithImaplib, type MailAccount } from './peers/mail-clients.js';
import { needReferee } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder } = workFolder('mail');
let imap: ImapServer | undefined;
afterAll(async () => {
  await imap?.stop();
});

const root = rootCA({ subject: 'Lab Mail Root', key: testKey('p384', 4) });
const foreignRoot = rootCA({ subject: 'Lab Mail Root', key: testKey('p384', 5) });
const issuing = intermediateCA(root, { subject: 'Lab Mail CA' });
const serverOf = (host: string, changes: CertificateOptions = {}): IssuedCertificate =>
  leaf(issuing, { subject: host, subjectAltName: [{ dNSName: host }], ...changes });

const address = '127.0.0.1';
const names = [{ dNSName: 'imap.lab.example' }, { iPAddress: address }];
const chains = {
  'imap.lab.example': [serverOf('imap.lab.example', { subjectAltName: names }), issuing],
  'rsa.lab.example': [serverOf('rsa.lab.example', { key: testKey('rsa-2048', 3) }), issuing],
  'bare.lab.example': [serverOf('bare.lab.example')],
  'old.lab.example': [serverOf('old.lab.example', { notAfter: daysFromToday(-1) }), issuing],
};
const password = 'known-to-anna';

interface Mailbox {
  readonly profile: Uint8Array;
  readonly account: MailAccount;
}

/** The profile of an account, and what others see in it. */
async function mailbox(host: string, anchor: IssuedCertificate, startsInTheClear: boolean): Promise<Mailbox> {
  imap ??= await startImap({ chains, password }, folder);
  const port = startsInTheClear ? imap.clearPort : imap.port;
  const profile = new ProfileBuilder({ scope: 'User' })
    .addRootCA(anchor.pem)
    .addMail({
      protocol: 'imap',
      incoming: { host, port, useSsl: true, authentication: 'password', username: 'anna', password },
      outgoing: { host, port: 587, useSsl: true, authentication: 'password', passwordSameAsIncoming: true },
    })
    .build()
    .toBytes();
  return { profile, account: mailAccount(readEmitted(profile), startsInTheClear) };
}

function need(context: TestContext): void {
  for (const program of ['timeout', 'dovecot', 'python3', 'openssl']) needReferee(program, context);
}

/** What we say of the server, when the roots of the profile are trusted. */
async function diagnose({ host, port, anchors }: MailAccount): Promise<ServerDiagnosis> {
  return diagnoseServer(
    { host: address, port, servername: host },
    { anchors: readCertificates(anchors), install: 'mdm', platform: { os: 'iOS', version: '18.0' } },
  );
}

const sound = [
  { host: 'imap.lab.example', anchor: root },
  { host: 'rsa.lab.example', anchor: root },
];
/** `theirs` is how Python and OpenSSL say why, `code` how we do. */
const bad = [
  {
    why: 'another root of the same name',
    host: 'imap.lab.example',
    anchor: foreignRoot,
    theirs: 'unable to get local issuer certificate',
    code: 'issuer-signature',
  },
  { why: 'another name', host: 'mail.lab.example', anchor: root, theirs: 'hostname mismatch', code: 'host-name' },
  {
    why: 'no intermediate',
    host: 'bare.lab.example',
    anchor: root,
    theirs: 'unable to get local issuer certificate',
    code: 'issuer-not-found',
  },
  {
    why: 'a day that has passed',
    host: 'old.lab.example',
    anchor: root,
    theirs: 'certificate has expired',
    code: 'certificate-expired',
  },
];

describe.for([false, true])('a mail account whose server starts in the clear: %s', (startsInTheClear) => {
  test.for(sound)('opens its mailbox at $host by the root of its profile', async ({ host, anchor }, context) => {
    need(context);
    const { account } = await mailbox(host, anchor, startsInTheClear);
    expect(readWithImaplib(account)).toBe('OK');
    const openssl = connectWithOpenssl(account, folder);
    expect(openssl.status, openssl.text).toBe(0);
    expect(openssl.text).toContain('Verification: OK');
  });

  test.for(bad)('reaches no server with $why', async ({ host, anchor, theirs }, context) => {
    need(context);
    const { account } = await mailbox(host, anchor, startsInTheClear);
    expect(readWithImaplib(account).toLowerCase()).toContain(theirs);
    const openssl = connectWithOpenssl(account, folder);
    expect(openssl.status, openssl.text).not.toBe(0);
    expect(openssl.text.toLowerCase()).toContain(theirs);
  });
});

describe('what we say of the same server', () => {
  test.for(sound)('is that it is trusted, at $host', async ({ host, anchor }, context) => {
    need(context);
    const { verdict, server, issues } = await diagnose((await mailbox(host, anchor, false)).account);
    expect([verdict, issues]).toEqual(['trusted', []]);
    expect(server.protocol).toBe('TLSv1.3');
    expect(server.sent.map(({ raw }) => Buffer.from(raw))).toEqual(
      chains[host as keyof typeof chains].map(({ der }) => Buffer.from(der)),
    );
  });

  test.for(bad)('is that it is refused for $why', async ({ host, anchor, code }, context) => {
    need(context);
    const { verdict, issues } = await diagnose((await mailbox(host, anchor, false)).account);
    expect(verdict).toBe('refused');
    expect(issues.map((issue) => issue.code)).toContain(code);
  });

  test('is that it begins in the clear, where it does', async (context) => {
    need(context);
    const { account } = await mailbox('imap.lab.example', root, true);
    await expect(diagnose(account)).rejects.toMatchObject({
      code: 'ERR_SERVER_NOT_TLS',
      details: { found: 'the greeting of a mail server' },
    });
  });

  test.for([
    { anchor: root, exitCode: 0 },
    { anchor: foreignRoot, exitCode: 4 },
  ])('is what the doctor says who gets the profile as a file: $exitCode', async ({ anchor, exitCode }, context) => {
    need(context);
    const { profile, account } = await mailbox('imap.lab.example', anchor, false);
    const file = join(folder, 'mail.mobileconfig');
    writeFileSync(file, profile);
    const ended = await runCli(['doctor', `${address}:${account.port}`, '--root', file, '--install', 'mdm']);
    expect(ended.exitCode, ended.out + ended.err).toBe(exitCode);
  });
});
