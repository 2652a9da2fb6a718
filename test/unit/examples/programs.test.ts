import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder, removeFolder } from './temporary-folder.js';

const root = resolve(import.meta.dirname, '../../..');
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** What is started in turn: the example and its arguments. */
const runs = {
  '01': ['01-trust-a-root'],
  '02': ['02-sign-with-a-file-key'],
  '03': ['03-sign-with-a-remote-key'],
  '04': ['04-inside-a-pipeline'],
  '04 again': ['04-inside-a-pipeline'],
  '05': ['05-wifi-eap-tls'],
  '06': ['06-identity-from-acme'],
  '07': ['07-vpn-ikev2'],
  '08': ['08-mail-with-private-ca'],
  '09': ['09-enrolment'],
  demo: ['demo'],
  'demo of a missing file': ['demo', 'nowhere.pem'],
  'demo of two files': ['demo', 'a.pem', 'b.pem'],
} as const;

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts every example as `tsx` would, in one process, because most of the time goes into starting one. */
const script = `
  import { pathToFileURL } from 'node:url';
  const ended = {};
  for (const [name, [example, ...args]] of Object.entries(${JSON.stringify(runs)})) {
    const file = ${JSON.stringify(join(root, 'examples'))} + '/' + example + '.ts';
    const written = { stdout: '', stderr: '' };
    console.log = (text) => { written.stdout += text + '\\n'; };
    console.error = (text) => { written.stderr += text + '\\n'; };
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href + '?' + encodeURIComponent(name));
    ended[name] = { exitCode: process.exitCode, ...written };
    process.stdout.removeAllListeners('error'); // Each program, alone in its process, adds one.
  }
  process.exitCode = 0;
  process.stdout.write(JSON.stringify(ended));
`;

let ended: Record<keyof typeof runs, Ended>;
let files: string[] = [];

beforeAll(() => {
  const folder = makeFolder();
  try {
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', loader, '--input-type=module', '-e', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
    });
    if (!stdout.startsWith('{')) throw new Error(stderr);
    ended = JSON.parse(stdout) as typeof ended;
    files = readdirSync(folder, { recursive: true }).map(String);
  } finally {
    removeFolder(folder);
  }
}, 60_000);

describe('without arguments', () => {
  test.each(['01', '02', '03', '05', '06', '07', '08', '09'] as const)('%s writes its profile', (name) => {
    const output = `out/${runs[name][0]}.mobileconfig`;
    expect(ended[name]).toMatchObject({ exitCode: 0, stderr: '' });
    expect(ended[name].stdout).toContain(`wrote ${output}`);
    expect(files).toContain(output);
  });

  test('04 ships two profiles, and nothing the second time', () => {
    const [first, second] = [ended['04'], ended['04 again']];
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(JSON.parse(first.stdout)).toMatchObject({ shipped: 2 });
    expect(JSON.parse(second.stdout)).toMatchObject({ shipped: 0 });
  });

  test('the demo writes two files', () => {
    expect(ended.demo).toMatchObject({ exitCode: 0, stderr: '' });
    expect(files).toContain('out/lab-root-ca.mobileconfig');
    expect(files).toContain('out/lab-root-ca-signed.mobileconfig');
  });

  test('nothing is written that is no profile, no certificate and no list', () => {
    const written = files.filter((file) => /\.[a-z]+$/.test(file));
    expect(written.filter((file) => !/^out\/.*\.(mobileconfig|pem|json)$/.test(file))).toEqual([]);
  });
});

test('the demo tells in one line that a file is missing', () => {
  expect(ended['demo of a missing file']).toEqual({
    exitCode: 3,
    stdout: '',
    stderr: 'error: there is no file "nowhere.pem"\n',
  });
});

test('the demo tells that it takes one file', () => {
  expect(ended['demo of two files']).toMatchObject({ exitCode: 2, stdout: '' });
});
