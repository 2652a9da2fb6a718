import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { run } from './run.js';

const { consumer } = inject('packed');
const quiet = { status: 0, stderr: '' };

const runSource = (name: string, source: string, flags: readonly string[] = []) => {
  writeFileSync(join(consumer, name), source);
  return run(process.execPath, [...flags, name], consumer);
};

/** Prints which of the lazily loaded libraries are in memory: `plist` by its parser. They are CommonJS, so the cache of `require` has them. */
const listLazy = `
  const files = Object.keys(createRequire(import.meta.url).cache);
  console.log(['node-forge', 'ajv', '@xmldom/xmldom'].filter((name) => files.some((file) => file.includes('/node_modules/' + name + '/'))).join());
`;

describe('loading the installed package', () => {
  test('says nothing, from an ES module', () => {
    const source = "await import('profilewright');";
    expect(runSource('quiet.mjs', source)).toEqual({ ...quiet, stdout: '' });
  });

  test('says nothing, from CommonJS', () => {
    const source = "if (typeof require('profilewright').ProfileBuilder !== 'function') process.exitCode = 9;";
    expect(runSource('quiet.cjs', source)).toEqual({ ...quiet, stdout: '' });
  });

  test('gives CommonJS and ES modules the same names', () => {
    const list =
      'console.log(Object.keys(p).filter((name) => !/^(default|__esModule|module\\.exports)$/.test(name)).sort().join())';
    const imported = runSource('names.mjs', `import * as p from 'profilewright'; ${list}`);
    const required = runSource('names.cjs', `const p = require('profilewright'); ${list}`);
    expect(imported.stdout).toContain('ProfileBuilder');
    expect(required).toEqual(imported);
  });

  test('loads none of its dependencies', () => {
    const source = `import { createRequire } from 'node:module'; await import('profilewright'); ${listLazy}`;
    expect(runSource('lazy.mjs', source)).toEqual({ ...quiet, stdout: '\n' });
  });

  test('reads a profile without any of them', () => {
    const source = `
      import { createRequire } from 'node:module';
      const { parseProfile } = await import('profilewright');
      const dictionary = '<dict><key>PayloadType</key><string>Configuration</string><key>PayloadIdentifier</key><string>com.example</string></dict>';
      console.log(parseProfile('<plist version="1.0">' + dictionary + '</plist>').identifier);
      ${listLazy}
    `;
    expect(runSource('reader.mjs', source)).toEqual({ ...quiet, stdout: 'com.example\n\n' });
  });

  test('loads validators and rules when they are needed, and needs no ajv to judge a payload of Apple’s', () => {
    const source = `
      import { createRequire } from 'node:module';
      const { ProfileBuilder, definePayloadType } = await import('profilewright');
      const read = () => Object.keys(createRequire(import.meta.url).cache)
        .flatMap((file) => /((?:validators|schemas).[^/\\\\]+)[.](?:cjs|json)$/.exec(file)?.[1] ?? []).sort().join();
      console.log(read());
      const builder = new ProfileBuilder({ identifier: 'com.example.profile' }).addPayload('com.apple.dock', { tilesize: 48 });
      const { issues } = builder.build();
      console.log(read(), issues.filter(({ code }) => code.startsWith('schema-')).length);
      ${listLazy}
      definePayloadType('com.example.lab', { type: 'object', properties: { A: { type: 'string' } } });
      ${listLazy.replaceAll('const files', 'const after').replaceAll('files.some', 'after.some')}
    `;
    const { stdout, stderr } = runSource('judge.mjs', source);
    const loaded = [
      'schemas/com.apple.dock.schema',
      'schemas/rules',
      'validators/TopLevel',
      'validators/com.apple.dock',
    ];
    expect({ stderr, lines: stdout.split('\n') }).toEqual({
      stderr: '',
      lines: ['', `${loaded.join()} 0`, '@xmldom/xmldom', 'ajv,@xmldom/xmldom', ''],
    });
  });

  test('would be caught loading them', () => {
    const source = `import { createRequire } from 'node:module'; for (const name of ['node-forge', 'ajv', 'plist']) await import(name); ${listLazy}`;
    expect(runSource('eager.mjs', source).stdout).toBe('node-forge,ajv,@xmldom/xmldom\n');
  });

  test('leaves nothing behind that keeps the process alive', () => {
    const source = `
      await import('profilewright');
      const kept = () => process.getActiveResourcesInfo().filter((name) => !/^(TTY|Pipe|CloseReq)/.test(name));
      setImmediate(() => console.log(kept().filter((name) => name !== 'Immediate').join()));
    `;
    expect(runSource('resources.mjs', source)).toEqual({ ...quiet, stdout: '\n' });
  });

  test('works where objects have no __proto__', () => {
    const source = "await import('profilewright');";
    expect(runSource('no-proto.mjs', source, ['--disable-proto=delete'])).toEqual({ ...quiet, stdout: '' });
  });

  test('exports its schemas and its manifest', () => {
    const source = `
      if (require('profilewright/package.json').version === undefined) process.exitCode = 9;
      const { readdirSync } = require('node:fs'), { dirname, join } = require('node:path');
      const folder = join(dirname(require.resolve('profilewright/package.json')), 'schemas');
      const ids = readdirSync(folder).filter((file) => file.endsWith('.schema.json')).map((file) => require('profilewright/schemas/' + file).$schema);
      console.log(ids.length > 0 && ids.every((id) => id.includes('2020-12')));
    `;
    expect(runSource('schemas.cjs', source)).toEqual({ ...quiet, stdout: 'true\n' });
  });

  test('hides its inner files', () => {
    const source = "import('profilewright/dist/asn1/der.js').catch((error) => console.log(error.code));";
    expect(runSource('hidden.mjs', source).stdout).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });

  test('puts a command on the path that answers --help', () => {
    const { status, stdout, stderr } = run(join(consumer, 'node_modules/.bin/profilewright'), ['--help'], consumer);
    expect({ status, stderr }).toEqual(quiet);
    expect(stdout).toContain('root-ca');
  });
});
