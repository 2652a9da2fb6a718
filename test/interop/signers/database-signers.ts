import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asX509 } from '../../support/issue-certificate.js';
import { root } from '../../vectors/cms-messages/cms-message.js';
import { needReferee, run, type RunOptions } from '../referee.js';
import { writeJob, type ForeignSigner, type SigningJob } from './foreign-signer.js';

function succeed(tool: string, argv: readonly string[], options: RunOptions): void {
  const verdict = run(tool, argv, options);
  if (verdict.status !== 0) throw new Error(`${tool}: ${verdict.text}`);
}

/** GnuTLS: one command, no database. */
export const gnutlsSigner: ForeignSigner = {
  name: 'GnuTLS',
  forms: [
    { name: 'as it is', issues: ['no-signed-attributes'] },
    { name: 'with attributes', options: ['--p7-time'] },
    { name: 'without the chain', options: ['--p7-time'], isAlone: true },
    { name: 'with SHA-384', options: ['--p7-time'], digest: 'sha384' },
    { name: 'with SHA-512', options: ['--p7-time'], digest: 'sha512' },
    { name: 'with the curve P-521', options: ['--p7-time'], digest: 'sha512', keys: ['p521'] },
  ],
  sign: (jobs, folder, context) => {
    needReferee('certtool', context);
    return jobs.map((job) => {
      writeJob(job, folder);
      const { options = [], digest = 'sha256' } = job.form;
      const argv = ['--p7-sign', '--load-certificate', 'all.pem', '--load-privkey', 'signer.key', '--hash', digest];
      succeed('certtool', [...argv, ...options, '--infile', 'content', '--outder', '--outfile', 'message'], {
        cwd: folder,
      });
      return readFileSync(join(folder, 'message'));
    });
  },
};

/** A PKCS#12 file `signer.p12` with the chain and the password `lab`. */
function writePkcs12(job: SigningJob, folder: string, argv: readonly string[] = []): void {
  writeJob(job, folder);
  const files = ['-inkey', 'signer.key', '-in', 'signer.pem', '-certfile', 'chain.pem', '-out', 'signer.p12'];
  succeed('openssl', ['pkcs12', '-export', ...files, '-name', job.kind, '-passout', 'pass:lab', ...argv], {
    cwd: folder,
  });
}

/** NSS, the ancestor of Apple's own CMS: it puts the whole chain in by itself. */
export const nssSigner: ForeignSigner = {
  name: 'NSS',
  forms: [
    { name: 'as it is' },
    { name: 'with a signing time', options: ['-G'] },
    { name: 'with S/MIME capabilities', options: ['-G', '-P'] },
    { name: 'without a preferred key', options: ['-G', '-Y', 'NONE'] },
    // Its ECDSA without attributes is refused by itself.
    { name: 'without attributes', options: ['-Y', 'NONE'], keys: ['rsa-2048'], issues: ['no-signed-attributes'] },
    { name: 'with SHA-1', digest: 'sha1', issues: ['signer-digest'] },
    { name: 'with SHA-384', digest: 'sha384' },
    { name: 'with SHA-512', digest: 'sha512', keys: ['rsa-2048', 'p521'] },
  ],
  sign: (jobs, folder, context) => {
    for (const tool of ['openssl', 'certutil', 'pk12util', 'cmsutil']) needReferee(tool, context);
    const options = { cwd: folder };
    mkdirSync(join(folder, 'nss'));
    succeed('certutil', ['-N', '-d', 'sql:nss', '--empty-password'], options);
    writeFileSync(join(folder, 'root.pem'), root.pem);
    succeed('certutil', ['-A', '-d', 'sql:nss', '-n', 'root', '-t', 'C,C,C', '-a', '-i', 'root.pem'], options);
    const imported = new Set<string>();
    return jobs.map((job) => {
      writePkcs12(job, folder);
      if (!imported.has(job.kind)) succeed('pk12util', ['-i', 'signer.p12', '-d', 'sql:nss', '-W', 'lab'], options);
      imported.add(job.kind);
      const hash = (job.form.digest ?? 'sha256').toUpperCase();
      const argv = ['-S', '-d', 'sql:nss', '-N', job.kind, '-H', hash, '-i', 'content', '-o', 'message'];
      succeed('cmsutil', [...argv, ...(job.form.options ?? [])], options);
      return readFileSync(join(folder, 'message'));
    });
  },
};

/** GnuPG keeps keys in an agent, which is started in a home of its own and ended with it; version 2.2 knows RSA only. */
export const gnupgSigner: ForeignSigner = {
  name: 'GnuPG',
  forms: [
    { name: 'as it is', keys: ['rsa-2048'] },
    { name: 'with SHA-512', digest: 'sha512', keys: ['rsa-2048'] },
    { name: 'without the chain', options: ['--include-certs', '1'], keys: ['rsa-2048'], isAlone: true },
  ],
  sign: (jobs, folder, context) => {
    for (const tool of ['openssl', 'gpgsm', 'gpgconf', 'gpg-agent']) needReferee(tool, context);
    const home = join(folder, 'gnupg');
    mkdirSync(home, { mode: 0o700 });
    writeFileSync(join(home, 'trustlist.txt'), `${asX509(root).fingerprint} S relax\n`);
    writeFileSync(join(folder, 'root.pem'), root.pem);
    const options = { cwd: folder, env: { GNUPGHOME: home }, input: 'lab\n' };
    const common = ['--batch', '--yes', '--pinentry-mode', 'loopback', '--passphrase-fd', '0'];
    const offline = ['--disable-dirmngr', '--disable-crl-checks', '--disable-policy-checks'];
    try {
      succeed('gpgsm', [...common, ...offline, '--import', 'root.pem'], options);
      const legacy = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
      writePkcs12(jobs[0]!, folder, legacy);
      succeed('gpgsm', [...common, ...offline, '--import', 'signer.p12'], options);
      return jobs.map(({ form, signer }) => {
        const name = asX509(signer).fingerprint.replaceAll(':', '');
        const argv = ['--local-user', name, '--digest-algo', form.digest ?? 'sha256', ...(form.options ?? [])];
        succeed('gpgsm', [...common, ...offline, ...argv, '--output', 'message', '--sign', 'content'], options);
        return readFileSync(join(folder, 'message'));
      });
    } finally {
      run('gpgconf', ['--kill', 'all'], options);
      rmSync(home, { recursive: true, force: true });
    }
  },
};
