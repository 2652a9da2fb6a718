import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type * as FileSystem from 'node:fs';
import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { rootCA } from '../../support/authorities.js';
import { runCommandLine } from '../../../src/cli/run.js';
import { runCli, scratchFolder } from './command-line.js';

/** A command of every POSIX system. */
const makesPipes = 'mkfifo';

const denied = vi.hoisted(() => new Map<string, string>());

vi.mock('node:fs', async (load) => {
  const fs = await load<typeof FileSystem>();
  const openSync: typeof fs.openSync = (path, ...rest) => {
    const code = denied.get(String(path));
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return fs.openSync(path, ...rest);
  };
  return { ...fs, openSync };
});

async function inspect(path: string): Promise<string> {
  const { exitCode, out, err } = await runCli(['inspect', path]);
  expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
  expect(err.startsWith(`error: ${path}: `)).toBe(true);
  return err.slice(`error: ${path}: `.length);
}

test('a device without end is not read', async (context) => {
  if (!existsSync('/dev/zero')) context.skip('there is no /dev/zero');
  expect(await inspect('/dev/zero')).toMatch(
    /^is a device or socket, not a file \[ERR_FILE_KIND\]\n {2}hint: pass `-`/,
  );
});

test('a named pipe that nobody writes into is not waited for', async (context) => {
  const pipe = scratchFolder().path('pipe');
  if (spawnSync(makesPipes, [pipe]).status !== 0) context.skip('there is no mkfifo');
  expect(await inspect(pipe)).toMatch(/^is a named pipe, not a file \[ERR_FILE_KIND\]/);
});

test('a socket is not read', async (context) => {
  if (process.platform === 'win32') context.skip('sockets are no files here');
  const path = scratchFolder().path('socket');
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  expect(await inspect(path)).toMatch(/^is a socket, not a file \[ERR_FILE_KIND\]/);
  server.close();
});

test.each([
  ['EACCES', 'may not be read [ERR_FILE_DENIED]\n  hint: check who may read it: `ls -l`'],
  ['ENOENT', 'does not exist [ERR_FILE_MISSING]\n  hint: check the path'],
  ['ENOTDIR', 'does not exist [ERR_FILE_MISSING]\n  hint: check the path'],
  ['EMFILE', 'cannot be read (EMFILE) [ERR_FILE_READ]\n  hint: '],
])('a file that cannot be opened is named with the reason: %s', async (code, message) => {
  const path = scratchFolder({ a: 'a' }).path('a');
  denied.set(path, code);
  expect(await inspect(path)).toContain(message);
});

test('a standard input without end is given up at the limit', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 0x20);
  let read = 0;
  const chunks = (async function* () {
    for (;;) {
      read += 1;
      yield await Promise.resolve(chunk);
    }
  })();
  const errors: string[] = [];
  const write = (data: string | Uint8Array): Promise<void> => Promise.resolve(void errors.push(String(data)));
  const output = { isTerminal: false, write };
  const io = {
    stdin: () => ({ chunks }),
    stdout: output,
    stderr: output,
    environment: {},
    withoutInterruption: () => Promise.resolve(),
  };
  expect(await runCommandLine(['inspect', '-'], io)).toBe(3);
  expect(errors.join('')).toContain('standard input: has more than 67108864 bytes [ERR_FILE_TOO_LARGE]');
  expect(read).toBe(65);
});

test('a large file is read whole', async () => {
  const { pem } = rootCA();
  const folder = scratchFolder({ 'ca.pem': `${'# a comment\n'.repeat(20_000)}${pem}` });
  expect((await runCli(['root-ca', folder.path('ca.pem'), '-o', folder.path('out')])).exitCode).toBe(0);
});
