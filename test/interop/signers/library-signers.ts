import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';
import { buildGoProgram, findPython, lackReferee, needReferee } from '../referee.js';
import { questionOf, type ForeignSigner, type SigningJob } from './foreign-signer.js';

const folderOfPrograms = join(import.meta.dirname, '..');

function ask(program: string, argv: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(program, argv, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** Programs that take a list as JSON and give one of base64. */
const askInJson = (program: string, argv: readonly string[], jobs: readonly SigningJob[]): Uint8Array[] =>
  (JSON.parse(ask(program, argv, JSON.stringify(jobs.map(questionOf)))) as string[]).map((message) =>
    Buffer.from(message, 'base64'),
  );

const noAttributes = { issues: ['no-signed-attributes'] };

export const pythonSigner: ForeignSigner = {
  name: "Python's cryptography",
  forms: [
    { name: 'as it is' },
    { name: 'without the chain', isAlone: true },
    { name: 'without attributes', options: ['NoAttributes'], ...noAttributes },
    { name: 'without S/MIME capabilities', options: ['NoCapabilities'] },
    { name: 'with SHA-224', digest: 'sha224' },
    { name: 'with SHA-384', digest: 'sha384' },
    { name: 'with SHA-512', digest: 'sha512', keys: ['rsa-2048', 'p521'] },
  ],
  sign: (jobs, _, context) => askInJson(findPython(context), [join(folderOfPrograms, 'sign.py')], jobs),
};

export const goSigner: ForeignSigner = {
  name: 'Go',
  forms: [
    { name: 'as it is' },
    { name: 'without the chain', isAlone: true },
    { name: 'without attributes', options: ['direct'], ...noAttributes },
    { name: 'with SHA-1', digest: 'sha1', issues: ['signer-digest'] },
    { name: 'with SHA-384', digest: 'sha384' },
    { name: 'with SHA-512', digest: 'sha512', keys: ['rsa-2048', 'p521'] },
  ],
  sign: (jobs, folder, context) => {
    const program = buildGoProgram('go-cms', folder, context);
    return askInJson(program, [], jobs);
  },
};

const javaHash = { sha1: 'SHA1', sha224: 'SHA224', sha256: 'SHA256', sha384: 'SHA384', sha512: 'SHA512' } as const;

/** Where Debian puts them; BOUNCY_CASTLE names another folder. */
function classPath(context: TestContext): string {
  const folder = process.env['BOUNCY_CASTLE'] ?? '/usr/share/java';
  const files = ['bcpkix', 'bcprov', 'bcutil'].map((name) => join(folder, `${name}.jar`));
  return files.every((file) => existsSync(file))
    ? files.join(delimiter)
    : lackReferee('Bouncy Castle is not installed', context);
}

export const bouncyCastleSigner: ForeignSigner = {
  name: 'Bouncy Castle',
  forms: [
    { name: 'in DER', options: ['DER'] },
    { name: 'in BER', options: ['BER'] },
    { name: 'in chunks', options: ['stream'] },
    { name: 'without the chain', options: ['DER'], isAlone: true },
    { name: 'without attributes', options: ['direct'], ...noAttributes },
    { name: 'by key identifier', options: ['identifier'] },
    { name: 'with SHA-1', options: ['DER'], digest: 'sha1', issues: ['signer-digest'] },
    { name: 'with SHA-512', options: ['DER'], digest: 'sha512', keys: ['rsa-2048', 'p521'] },
  ],
  sign: (jobs, _, context) => {
    needReferee('javac', context);
    const lines = jobs.map((job) => {
      const { form, content, key, certificates } = questionOf(job);
      const algorithm = `${javaHash[job.form.digest ?? 'sha256']}with${job.kind.startsWith('rsa') ? 'RSA' : 'ECDSA'}`;
      return [form, algorithm, key, content, certificates.join(',')].join(' ');
    });
    const argv = ['-cp', classPath(context), join(folderOfPrograms, 'bouncy-castle.java')];
    const messages = ask('java', argv, `${lines.join('\n')}\n`)
      .trim()
      .split('\n');
    return messages.map((message) => Buffer.from(message, 'base64'));
  },
};
