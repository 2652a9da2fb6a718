import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { buildGoProgram, findPython, run, type Verdict } from './referee.js';

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

export function askPython(questions: readonly Pkcs12Question[], context: TestContext): Pkcs12Answer[] {
  return ask(findPython(context), [join(import.meta.dirname, 'pkcs12.py')], questions);
}

let binary: string | undefined;

export function askGo(questions: readonly Pkcs12Question[], folder: string, context: TestContext): Pkcs12Answer[] {
  binary ??= buildGoProgram('go-pkcs12', folder, context);
  return ask(binary, [], questions);
}

export function runKeytool(argv: readonly string[], env: Readonly<Record<string, string>>, folder: string): Verdict {
  return run('keytool', ['-J-Dfile.encoding=UTF-8', '-J-Dsun.jnu.encoding=UTF-8', ...argv], { cwd: folder, env });
}
