import { chmodSync, chownSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { run } from '../referee.js';
import { pemBundle } from '../../support/pem.js';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import { keyPem } from './key-pem.js';
import { freePorts, startServer, type RunningServer } from './start-server.js';

export interface ImapServer extends RunningServer {
  /** Speaks TLS from the first byte. */
  readonly port: number;
  /** Begins in the clear, and goes over to TLS by STARTTLS. */
  readonly clearPort: number;
}

export interface ImapOptions {
  /** What it shows to those who ask for a name, its own certificate first; the first entry to all others too. */
  readonly chains: Readonly<Record<string, readonly IssuedCertificate[]>>;
  /** With which anybody may log in. */
  readonly password: string;
}

/** Somebody without rights, for the mail of a server that root has started: nobody's mail is read by root. */
const NOBODY = 65_534;

/** Dovecot with an empty mailbox, on the loopback interface only. */
export async function startImap({ chains, password }: ImapOptions, parent: string): Promise<ImapServer> {
  const folder = mkdtempSync(join(parent, 'imap-'));
  const [port = 0, clearPort = 0] = await freePorts(2);
  const path = (name: string): string => join(folder, name);
  const certificates = Object.entries(chains).map(([host, chain], index) => {
    writeFileSync(path(`${index}.pem`), pemBundle(...chain));
    writeFileSync(path(`${index}.key`), keyPem(chain[0]));
    const lines = [`ssl_cert = <${path(`${index}.pem`)}`, `ssl_key = <${path(`${index}.key`)}`];
    return [...(index === 0 ? lines : []), `local_name ${host} {`, ...lines, '}'];
  });
  const owner = mailOwner(parent, path('mail'));
  const settings = [
    `base_dir = ${path('run')}`,
    `state_dir = ${path('run')}`,
    'log_path = /dev/stderr',
    'protocols = imap',
    'listen = 127.0.0.1',
    'ssl = required',
    ...certificates.flat(),
    `mail_location = maildir:${path('mail')}`,
    ...block('passdb', ['driver = static', `args = password=${password}`]),
    ...block('userdb', ['driver = static', `args = uid=${owner.uid} gid=${owner.gid} home=${path('mail')}`]),
    ...rights(),
    ...block('service imap-login', [
      ...(isRoot() ? [] : ['chroot =']),
      ...block('inet_listener imap', [`port = ${clearPort}`]),
      ...block('inet_listener imaps', [`port = ${port}`, 'ssl = yes']),
    ]),
  ];
  writeFileSync(path('dovecot.conf'), `${settings.join('\n')}\n`);
  const argv = ['-F', '-c', 'dovecot.conf'];
  const server = await startServer({ program: 'dovecot', argv, cwd: folder, ready: 'starting up for imap' });
  return { ...server, port, clearPort };
}

const block = (head: string, lines: readonly string[]): string[] => [`${head} {`, ...lines, '}'];

const isRoot = (): boolean => userInfo().uid === 0;

/** Root's Dovecot has users of its own, which its package makes; anybody else's can be nobody but themselves. */
function rights(): string[] {
  if (isRoot()) return [];
  const { username } = userInfo();
  const group = run('id', ['-gn'], { cwd: '/' }).stdout.toString().trim();
  return [
    `default_internal_user = ${username}`,
    `default_internal_group = ${group}`,
    `default_login_user = ${username}`,
    ...block('service anvil', ['chroot =']),
  ];
}

function mailOwner(parent: string, mail: string): { readonly uid: number; readonly gid: number } {
  mkdirSync(mail);
  if (!isRoot()) return userInfo();
  // Temporary folders are closed to others, who have to get through to their own.
  for (const folder of [parent, join(mail, '..')]) chmodSync(folder, 0o711);
  chownSync(mail, NOBODY, NOBODY);
  return { uid: NOBODY, gid: NOBODY };
}
