import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pem } from '../../support/pem.js';
import { run, type Verdict } from '../referee.js';
import { textOf, type EmittedProfile } from './emitted-profile.js';

export interface MailAccount {
  readonly host: string;
  readonly port: number;
  readonly startsInTheClear: boolean;
  readonly username: string;
  readonly password: string;
  /** The roots of the profile, PEM. */
  readonly anchors: string;
}

/** What somebody gets from a profile with a mail account who reads its bytes. */
export function mailAccount(profile: EmittedProfile, startsInTheClear: boolean): MailAccount {
  const mail = profile.payload('com.apple.mail.managed');
  if (mail['IncomingMailServerUseSSL'] !== true) throw new Error('the account has no TLS');
  return {
    host: textOf(mail, 'IncomingMailServerHostName'),
    port: Number(mail['IncomingMailServerPortNumber']),
    startsInTheClear,
    username: textOf(mail, 'IncomingMailServerUsername'),
    password: textOf(mail, 'IncomingPassword'),
    anchors: profile
      .certificates('com.apple.security.root')
      .map((der) => pem('CERTIFICATE', der))
      .join(''),
  };
}

/** `OK` when Python's imaplib has opened the mailbox, or why it has not. */
export function readWithImaplib(account: MailAccount): string {
  const { status, stdout, stderr } = spawnSync('python3', [join(import.meta.dirname, 'imap-client.py')], {
    input: JSON.stringify([account]),
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`imap-client.py: ${stderr}`);
  return (JSON.parse(stdout) as string[]).join();
}

/** OpenSSL's own client, which ends with 0 when it takes certificate and name. */
export function connectWithOpenssl(account: MailAccount, folder: string): Verdict {
  const { host, port, anchors } = account;
  writeFileSync(join(folder, 'anchors.pem'), anchors);
  const trust = ['-CAfile', 'anchors.pem', '-no-CApath', '-no-CAstore', '-verify_return_error'];
  const place = ['-connect', `127.0.0.1:${port}`, '-servername', host, '-verify_hostname', host];
  const protocol = account.startsInTheClear ? ['-starttls', 'imap'] : [];
  return run('openssl', ['s_client', ...place, ...trust, ...protocol, '-brief'], { cwd: folder });
}
