import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as FileSystem from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { rootCA } from '../../support/authorities.js';
import { runCli, scratchFolder } from './command-line.js';
import { wifiProfile } from './lab.js';

/** What the file system does in place of what Node does, by the name of the function. */
const faults = vi.hoisted(() => new Map<string, (call: () => unknown, ...args: unknown[]) => unknown>());

vi.mock('node:fs', async (load) => {
  const fs: Record<string, unknown> = await load();
  const faulty = (name: string) => [
    name,
    (...args: unknown[]): unknown => {
      const call = (): unknown => (fs[name] as (...given: unknown[]) => unknown)(...args);
      const fault = faults.get(name);
      return fault === undefined ? call() : fault(call, ...args);
    },
  ];
  const names = ['openSync', 'writeSync', 'fsyncSync', 'linkSync', 'renameSync'];
  return { ...fs, ...(Object.fromEntries(names.map(faulty)) as object) };
});

afterEach(() => faults.clear());

const { pem } = rootCA({ subject: 'Lab Root' });
const systemError = (code: string): Error => Object.assign(new Error(code), { code });
const fail = (code: string) => (): never => {
  throw systemError(code);
};

/** Writes a profile to `out`, beside what is there. */
async function write(argv: readonly string[] = [], files: Readonly<Record<string, string>> = {}) {
  const folder = scratchFolder({ 'ca.pem': pem, ...files });
  return { ...(await writeIn(folder, argv)), folder };
}

const writeIn = (folder: ReturnType<typeof scratchFolder>, argv: readonly string[] = [], output = 'out') =>
  runCli(['root-ca', folder.path('ca.pem'), '-o', folder.path(output), ...argv]);

const read = (folder: ReturnType<typeof scratchFolder>, name = 'out'): string =>
  readFileSync(folder.path(name), 'utf8');

describe('an existing file', () => {
  test('is left alone, and the hint says how to replace it', async () => {
    const { exitCode, err, folder } = await write([], { out: 'precious' });
    expect(exitCode).toBe(2);
    expect(err).toContain('out: exists already [ERR_FILE_EXISTS]\n  hint: name another file with -o, or add --force');
    expect(read(folder)).toBe('precious');
    expect(folder.names()).toEqual(['ca.pem', 'out']);
  });

  test('is replaced with --force', async () => {
    const { exitCode, folder } = await write(['--force'], { out: 'old' });
    expect(exitCode).toBe(0);
    expect(read(folder)).toMatch(/^<\?xml[^]*<\/plist>\n$/);
    expect(folder.names()).toEqual(['ca.pem', 'out']);
  });

  test('that comes up while the profile is written is left alone', async () => {
    faults.set('linkSync', (call, _, path) => {
      writeFileSync(path as string, 'quicker');
      return call();
    });
    const { exitCode, err, folder } = await write();
    expect(exitCode).toBe(2);
    expect(err).toContain('[ERR_FILE_EXISTS]');
    expect(read(folder)).toBe('quicker');
    expect(folder.names()).toEqual(['ca.pem', 'out']);
  });
});

describe('a file that is read is not overwritten', () => {
  test.each<[title: string, make: (from: string, to: string) => void]>([
    ['by a symbolic link', symlinkSync],
    ['by a hard link', linkSync],
  ])('%s', async (_, make) => {
    const folder = scratchFolder({ 'ca.pem': pem });
    make(folder.path('ca.pem'), folder.path('out'));
    for (const force of [[], ['--force']]) {
      const { exitCode, err } = await writeIn(folder, force);
      expect(exitCode).toBe(2);
      expect(err).toContain('out: is one of the files that are read; it would be lost [ERR_FILE_IS_INPUT]');
    }
    expect(read(folder, 'ca.pem')).toBe(pem);
  });

  test('by its own name', async () => {
    const folder = scratchFolder({ 'ca.pem': pem });
    expect((await writeIn(folder, ['--force'], 'ca.pem')).exitCode).toBe(2);
    expect(read(folder, 'ca.pem')).toBe(pem);
  });

  test('when the shell has opened it', async () => {
    const folder = scratchFolder({ 'ca.pem': pem });
    const stdinIdentity = statSync(folder.path('ca.pem'), { bigint: true });
    const argv = ['root-ca', '-', '-o', folder.path('ca.pem'), '--force'];
    expect((await runCli(argv, { stdin: pem, stdinIdentity })).exitCode).toBe(2);
    expect(read(folder, 'ca.pem')).toBe(pem);
  });

  test('when it is the key, the passphrase or the chain of a signer', async () => {
    const names = ['--sign-key', '--sign-cert', '--sign-chain', '--passphrase-file'] as const;
    for (const name of names) {
      const folder = scratchFolder({ 'ca.pem': pem, ...(await signerFiles()) });
      const argv = names.flatMap((option) => [option, folder.path(option.slice(2))]);
      const { exitCode, err } = await writeIn(folder, [...argv, '--force'], name.slice(2));
      expect(exitCode).toBe(2);
      expect(err).toContain('[ERR_FILE_IS_INPUT]');
    }
  });
});

async function signerFiles(): Promise<Record<string, string>> {
  const { signer } = await import('./lab.js');
  return {
    'sign-key': signer.encryptedKeyPem,
    'sign-cert': signer.certificate.pem,
    'sign-chain': signer.chain[0].pem,
    'passphrase-file': signer.passphrase,
  };
}

test.each([
  ['a folder', 'out is a folder', (path: string) => mkdirSync(path)],
  ['a link to nowhere', 'out is a symbolic link', (path: string) => symlinkSync('nowhere', path)],
  ['a link to another file', 'out is a symbolic link', (path: string) => symlinkSync(process.execPath, path)],
])('only files are written and replaced, not %s', async (_, message, make) => {
  const folder = scratchFolder({ 'ca.pem': pem });
  make(folder.path('out'));
  for (const force of [[], ['--force']]) {
    const { exitCode, err } = await writeIn(folder, force);
    expect(exitCode).toBe(3);
    expect(err.replace('out: ', 'out ')).toContain(
      `${message}, not a file [ERR_FILE_KIND]\n  hint: name a file with -o`,
    );
  }
  expect(folder.names()).toEqual(['ca.pem', 'out']);
});

test.each(['missing/out', 'ca.pem/out'])('the folder has to be there: %s', async (path) => {
  const folder = scratchFolder({ 'ca.pem': pem });
  for (const force of [[], ['--force']]) {
    const { exitCode, err } = await writeIn(folder, force, path);
    expect(exitCode).toBe(3);
    expect(err).toContain('out: is in a folder that does not exist [ERR_FILE_WRITE]\n  hint: make the folder first');
  }
  expect(folder.names()).toEqual(['ca.pem']);
});

describe('a failure leaves nothing behind', () => {
  test.each([
    ['openSync', 'EACCES', 'may not be written'],
    ['openSync', 'EROFS', 'may not be written'],
    ['writeSync', 'ENOSPC', 'does not fit on the disk'],
    ['writeSync', 'EIO', 'cannot be written (EIO)'],
    ['fsyncSync', 'EDQUOT', 'does not fit on the disk'],
    ['linkSync', 'EACCES', 'may not be written'],
    ['renameSync', 'ENAMETOOLONG', 'cannot be written (ENAMETOOLONG)'],
  ])('%s: %s', async (name, code, message) => {
    const isWriting = (args: readonly unknown[]): boolean => name !== 'openSync' || args[1] === 'wx';
    const argv = name === 'renameSync' ? ['--force'] : [];
    const folder = scratchFolder({ 'ca.pem': pem });
    faults.set(name, (call, ...args) => (isWriting(args) ? fail(code)() : call()));
    const { exitCode, out, err } = await writeIn(folder, argv);
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(err).toContain(`out: ${message} [ERR_FILE_WRITE]\n  hint: `);
    expect(folder.names()).toEqual(['ca.pem']);
  });

  test('and does not touch the file that was to be replaced', async () => {
    faults.set('renameSync', fail('EIO'));
    const { exitCode, folder } = await write(['--force'], { out: 'precious' });
    expect(exitCode).toBe(3);
    expect(read(folder)).toBe('precious');
    expect(folder.names()).toEqual(['ca.pem', 'out']);
  });
});

test('a disk that takes a few bytes at a time gets them all', async () => {
  const fs = await vi.importActual<typeof FileSystem>('node:fs');
  faults.set('writeSync', (_, descriptor, bytes, offset) =>
    fs.writeSync(
      descriptor as number,
      bytes as Uint8Array,
      offset as number,
      Math.min(100, (bytes as Uint8Array).length - (offset as number)),
    ),
  );
  const { exitCode, folder } = await write();
  expect(exitCode).toBe(0);
  expect(read(folder)).toMatch(/^<\?xml[^]*<\/plist>\n$/);
});

describe('a file system without links', () => {
  test('gets the whole file too', async () => {
    faults.set('linkSync', fail('EPERM'));
    const { exitCode, folder } = await write();
    expect(exitCode).toBe(0);
    expect(read(folder)).toMatch(/^<\?xml[^]*<\/plist>\n$/);
    expect(folder.names()).toEqual(['ca.pem', 'out']);
  });

  test('keeps a file that exists', async () => {
    faults.set('linkSync', fail('ENOTSUP'));
    const { exitCode, folder } = await write([], { out: 'precious' });
    expect(exitCode).toBe(2);
    expect(read(folder)).toBe('precious');
  });

  test('is left without a trace by a failure', async () => {
    faults.set('linkSync', fail('EPERM'));
    faults.set('renameSync', fail('EIO'));
    const { exitCode, folder } = await write();
    expect(exitCode).toBe(3);
    expect(folder.names()).toEqual(['ca.pem']);
  });
});

test('a folder that can be written and not be read gets the file', async () => {
  const folder = scratchFolder({ 'ca.pem': pem });
  const refused: unknown[] = [];
  faults.set('openSync', (call, path, mode) => {
    if (mode !== 'r') return call();
    refused.push(path);
    throw systemError('EACCES');
  });
  expect((await writeIn(folder)).exitCode).toBe(0);
  expect(refused).toEqual([dirname(folder.path('out'))]);
  expect(folder.names()).toEqual(['ca.pem', 'out']);
});

test('the file is flushed before it gets its name, and nothing of it can be interrupted', async () => {
  const steps: string[] = [];
  for (const name of ['openSync', 'writeSync', 'fsyncSync', 'linkSync']) {
    faults.set(name, (call, _, mode) => {
      if (name !== 'openSync' || mode === 'wx') steps.push(name);
      return call();
    });
  }
  const folder = scratchFolder({ 'ca.pem': pem });
  const withoutInterruption = (work: () => void): Promise<void> => {
    steps.push('begin');
    work();
    return Promise.resolve(void steps.push('end'));
  };
  await runCli(['root-ca', folder.path('ca.pem'), '-o', folder.path('out')], { withoutInterruption });
  expect(steps.slice(0, 5)).toEqual(['begin', 'openSync', 'writeSync', 'fsyncSync', 'linkSync']);
  expect(steps.at(-1)).toBe('end');
});

describe('a folder', () => {
  const eject = async (prepare: (path: string) => void = () => undefined) => {
    const folder = scratchFolder({ 'lab.mobileconfig': wifiProfile() });
    prepare(folder.path('out'));
    const ended = await runCli(['eject', folder.path('lab.mobileconfig'), '-o', folder.path('out')]);
    return { ...ended, folder };
  };

  test.each([
    ['that cannot be filled', 'writeSync', 'ENOSPC', 3],
    ['that cannot be named', 'renameSync', 'EIO', 3],
    ['whose name is taken meanwhile', 'renameSync', 'ENOTEMPTY', 2],
  ])('%s leaves nothing behind', async (_, name, code, exitCode) => {
    faults.set(name, fail(code));
    const ended = await eject();
    expect(ended.exitCode).toBe(exitCode);
    expect(ended.folder.names()).toEqual(['lab.mobileconfig']);
  });

  test('that is there is empty again when a file cannot be moved into it', async () => {
    faults.set('linkSync', (call, from) => {
      if (String(from).endsWith('wifi-user-password.txt')) throw systemError('EIO');
      return call();
    });
    const ended = await eject((path) => mkdirSync(path));
    expect(ended.exitCode).toBe(3);
    expect(readdirSync(ended.folder.path('out'))).toEqual([]);
    expect(ended.folder.names()).toEqual(['lab.mobileconfig', 'out']);
  });

  test('gets no file that comes up meanwhile replaced', async () => {
    faults.set('linkSync', (call, _, to) => {
      if (String(to).endsWith('profile.mts')) writeFileSync(String(to), 'quicker');
      return call();
    });
    const ended = await eject((path) => mkdirSync(path));
    expect(ended.err).toContain('[ERR_FILE_EXISTS]');
    expect(readFileSync(ended.folder.path('out/profile.mts'), 'utf8')).toBe('quicker');
  });
});
