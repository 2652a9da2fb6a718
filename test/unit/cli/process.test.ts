import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { files, root, signer } from './lab.js';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href;
const main = resolve('src/cli/main.ts');
const all = mkdtempSync(join(tmpdir(), 'profilewright-process-'));
afterAll(() => rmSync(all, { recursive: true, force: true }));

/** A folder of its own for a test, with the root and the files of the signer. */
function folderOf(name: string): string {
  const folder = join(all, name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries({ 'ca.pem': root.pem, ...files })) {
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

interface Started {
  readonly folder: string;
  /** A module that is loaded first, as text. */
  readonly preload?: string;
  readonly stdio?: StdioOptions;
}

/** Starts the command line as a process of its own. */
function start(argv: readonly string[], { folder, preload, stdio = 'pipe' }: Started): ChildProcess {
  const first = preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
  const child = spawn(process.execPath, ['--import', loader, ...first, main, ...argv], { cwd: folder, stdio });
  // A process that ends early is seen by its end, not by what could not be sent to it.
  for (const stream of child.stdio) stream?.on('error', () => undefined);
  return child;
}

/** The exit code, or the signal that ended the process, and what it has told. */
async function end(child: ChildProcess): Promise<{ end: unknown; out: string; err: string }> {
  const closed = once(child, 'close');
  const told = [child.stdout, child.stderr].map((stream) => (stream === null ? Promise.resolve('') : text(stream)));
  const [out = '', err = ''] = await Promise.all(told);
  const [code, signal] = (await closed) as [number | null, NodeJS.Signals | null];
  return { end: code ?? signal, out, err };
}

/** Runs some code before each call of a function of node:fs. */
const before = (name: string, code: string): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const real = fs.${name};
  fs.${name} = (...args) => { ${code}; return real(...args); };
  syncBuiltinESMExports();`;

/** A whole profile, and no temporary file beside it. */
function expectWhole(folder: string, name: string): void {
  expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^<\?xml[^]*<\/plist>\n$/);
  expect(readdirSync(folder).sort()).toEqual(['ca.pem', ...Object.keys(files), name].sort());
}

describe.concurrent('the process', () => {
  test('never overwrites the file that the shell sends to its standard input', async () => {
    const folder = folderOf('stdin');
    const stdio: StdioOptions = [openSync(join(folder, 'ca.pem'), 'r'), 'pipe', 'pipe'];
    const ended = await end(start(['root-ca', '-', '-o', 'ca.pem', '--force'], { folder, stdio }));
    expect(ended).toMatchObject({ end: 2, out: '' });
    expect(ended.err).toContain('[ERR_FILE_IS_INPUT]');
    expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).toBe(root.pem);
  });

  test('ends quietly when nobody reads any more', async () => {
    const folder = folderOf('pipe');
    const child = start(['root-ca', 'ca.pem', '-o', '-'], { folder });
    child.stdout?.destroy();
    child.stderr?.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('reads a passphrase from a pipe of the shell, and names the output after the input', async () => {
    const folder = folderOf('descriptor');
    const argv = ['root-ca', './ca.pem', '--sign-key', 'encrypted.key', '--sign-cert', 'fullchain.pem'];
    const child = start([...argv, '--passphrase-fd', '3'], { folder, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    (child.stdio[3] as NodeJS.WritableStream).end(`${signer.passphrase}\n`);
    const ended = await end(child);
    expect(ended).toMatchObject({ end: 0, err: '' });
    expect(ended.out).toMatch(/^wrote ca\.mobileconfig: signed by "Lab Profile Signer", no issues\n/);
    expect(readFileSync(join(folder, 'ca.mobileconfig'))[0]).toBe(0x30);
  });

  test('dies of a signal while it waits for its standard input', async () => {
    const folder = folderOf('waiting');
    const child = start(['root-ca', '-', '-o', 'out'], { folder });
    // More than any pipe holds: when all of it is gone, the process has begun to read.
    await new Promise((taken) => child.stdin?.write('#'.repeat(1024 * 1024), taken));
    child.kill('SIGINT');
    expect((await end(child)).end).toBe('SIGINT');
    expect(readdirSync(folder)).not.toContain('out');
  });

  test.each<[signal: NodeJS.Signals, code: number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('finishes the file that it writes before it answers %s', async (signal, code) => {
    const folder = folderOf(signal);
    const preload = before('fsyncSync', `process.kill(process.pid, '${signal}')`);
    expect((await end(start(['root-ca', 'ca.pem', '-o', 'out'], { folder, preload }))).end).toBe(code);
    expectWhole(folder, 'out');
  });

  test('one of two that write the same file at the same moment wins, and the other says so', async () => {
    const folder = folderOf('race');
    // Each waits with its whole temporary file until the other has one too, or has won.
    const preload = before(
      'linkSync',
      `for (let turn = 0; turn < 1000; turn += 1) {
         const names = fs.readdirSync('.');
         if (names.includes('out') || names.filter((name) => name.endsWith('.tmp')).length === 2) break;
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
       }`,
    );
    const run = () => end(start(['root-ca', 'ca.pem', '-o', 'out'], { folder, preload }));
    const ended = await Promise.all([run(), run()]);
    expect(ended.map((one) => one.end).sort()).toEqual([0, 2]);
    expect(ended.map(({ err }) => err).join('')).toContain('out: exists already [ERR_FILE_EXISTS]');
    expectWhole(folder, 'out');
  });
});
