import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needReferee, run } from '../referee.js';
import { writeJob, type ForeignSigner, type SignedForm, type SigningJob } from './foreign-signer.js';

const noAttributes = { issues: ['no-signed-attributes'] };

const cmsForms: readonly SignedForm[] = [
  { name: 'as it is' },
  { name: 'with a large key', keys: ['rsa-4096', 'p521'] },
  { name: 'without the chain', isAlone: true },
  { name: 'without attributes', options: ['-noattr'], ...noAttributes },
  { name: 'by key identifier', options: ['-keyid'] },
  { name: 'streamed', options: ['-stream'] },
  { name: 'streamed without attributes', options: ['-stream', '-noattr'], ...noAttributes },
  { name: 'without S/MIME capabilities', options: ['-nosmimecap'] },
  { name: 'in CAdES form', options: ['-cades'] },
  { name: 'with SHA-1', digest: 'sha1', issues: ['signer-digest'] },
  { name: 'with SHA-224', digest: 'sha224' },
  { name: 'with SHA-384', digest: 'sha384' },
  { name: 'with SHA-512', digest: 'sha512' },
  { name: 'in PEM', options: ['-outform', 'PEM'], isText: true, issues: ['cms-text-form'] },
  { name: 'in S/MIME', options: ['-outform', 'SMIME'], isText: true, issues: ['cms-text-form'] },
];

/** The older command writes PKCS#7 of its own; most guides to signing a profile name it. */
const smimeForms: readonly SignedForm[] = [
  { name: 'as it is' },
  { name: 'without attributes', options: ['-noattr'], ...noAttributes },
  { name: 'streamed', options: ['-stream'] },
  { name: 'with SHA-1', digest: 'sha1', issues: ['signer-digest'] },
];

function signBy(command: 'cms' | 'smime', job: SigningJob, folder: string): Uint8Array {
  const { form, chain } = job;
  writeJob(job, folder);
  const certificates = chain.length > 1 ? ['-certfile', 'chain.pem'] : [];
  const argv = [
    ...[command, '-sign', '-binary', '-nodetach', '-in', 'content', '-out', 'message', '-outform', 'DER'],
    ...['-signer', 'signer.pem', '-inkey', 'signer.key', '-md', form.digest ?? 'sha256', ...certificates],
    ...(form.options ?? []),
  ];
  const verdict = run('openssl', argv, { cwd: folder });
  if (verdict.status !== 0) throw new Error(verdict.text);
  return readFileSync(join(folder, 'message'));
}

const signerBy = (command: 'cms' | 'smime', forms: readonly SignedForm[]): ForeignSigner => ({
  name: `openssl ${command}`,
  forms,
  sign: (jobs, folder, context) => {
    needReferee('openssl', context);
    return jobs.map((job) => signBy(command, job, folder));
  },
});

export const opensslSigners: readonly ForeignSigner[] = [signerBy('cms', cmsForms), signerBy('smime', smimeForms)];
