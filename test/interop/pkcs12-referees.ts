import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { lackReferee, needReferee } from './referee.js';

/** What pyca/cryptography and go-pkcs12 are asked: to write a file when there is a key, or else to read one. */
export type Pkcs12Question =
  | { readonly form: string; readonly password: string; readonly key: string; readonly certificates: readonly string[] }
  | { readonly p12: string; readonly password: string };

/** Bytes are base64. */
export interface Pkcs12Answer {
  readonly p12?: string;
  readonly key?: string;
  readonly certificates?: readonly string[];
  readonly name?: string;
  readonly error?: string;
}

function ask(program: string, argv: readonly string[], questions: readonly Pkcs12Question[]): Pkcs12Answer[] {
  const { status, stdout, stderr } = spawnSync(program, argv, {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return JSON.parse(stdout) as Pkcs12Answer[];
}

let python: string | undefined;

/** The system's own Python has the package that the system installs; the first one in the path may be another. */
export function askPython(questions: readonly Pkcs12Question[], context: TestContext): Pkcs12Answer[] {
  needReferee('python3', context);
  python ??= ['python3', '/usr/bin/python3'].find(
    (program) => spawnSync(program, ['-c', 'import cryptography.x509']).status === 0,
  );
  if (python === undefined) return lackReferee("python3's module cryptography is not there", context);
  return ask(python, [join(import.meta.dirname, 'pkcs12.py')], questions);
}

let binary: string | undefined;

/** Compiled at first, which fetches the module the first time on a machine. */
export function askGo(questions: readonly Pkcs12Question[], folder: string, context: TestContext): Pkcs12Answer[] {
  needReferee('go', context);
  if (binary === undefined) {
    const output = join(folder, 'go-pkcs12');
    const { status } = spawnSync('go', ['build', '-mod=readonly', '-o', output, '.'], {
      cwd: join(import.meta.dirname, 'go-pkcs12'),
      env: { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' },
    });
    if (status !== 0) return lackReferee('the Go module go-pkcs12 is not there', context);
    binary = output;
  }
  return ask(binary, [], questions);
}
