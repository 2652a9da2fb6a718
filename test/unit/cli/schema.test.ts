import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonOf, runCli } from './command-line.js';

const wifi = 'com.apple.wifi.managed';
const lines = async (...argv: string[]): Promise<string[]> => {
  const { exitCode, out, err } = await runCli(['schema', ...argv]);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  return out.split('\n');
};

test('shows the keys of a payload type as a table, those of a dictionary below it', async () => {
  const shown = await lines(wifi);
  expect(shown[0]).toMatch(/^com\.apple\.wifi\.managed: \d+ keys, besides the CommonPayloadKeys$/);
  expect(shown).toContain('since              4.0               10.7             9.0   1.0       3.2');
  const table = shown.slice(shown.findIndex((line) => line.startsWith('key ')));
  const row = (name: string): string | undefined => table.find((line) => line.trimStart().startsWith(`${name} `));
  expect(row('AutoJoin')).toMatch(/^AutoJoin +boolean +default: true; since iOS 5\.0$/);
  expect(row('Password')).toMatch(/^Password +string, secret$/);
  expect(row('AcceptEAPTypes')).toMatch(/^ {2}AcceptEAPTypes +array of integer, required +items: one of 13, 17, /);
  const [dictionary, inner] = ['EAPClientConfiguration', 'AcceptEAPTypes'].map((name) =>
    table.indexOf(row(name) ?? ''),
  );
  expect(inner).toBe((dictionary ?? 0) + 1);
});

test('shows one key in full, with what the payload says about the systems', async () => {
  expect(await lines(wifi, '--key', 'EAPClientConfiguration.TLSMinimumVersion')).toEqual([
    'EAPClientConfiguration.TLSMinimumVersion: string',
    '  one of 1.0, 1.1, 1.2, 1.3',
    '  default: 1.0',
    '',
    '                   iOS               macOS            tvOS  visionOS  watchOS',
    'since              11.0              10.13            11.0  1.0       3.2',
    'installed by hand  yes               yes              yes   yes       yes',
    'several payloads   yes               yes              yes   yes       yes',
    'channel                              device and user',
    'user enrolment     allowed           allowed                allowed',
    'Shared iPad        allowed (device)',
    '',
  ]);
});

test('shows a dictionary with the keys inside, a key that every payload has, and one that depends on another', async () => {
  const dictionary = await lines(wifi, '--key', 'QoSMarkingPolicy');
  expect(dictionary[0]).toBe('QoSMarkingPolicy: dictionary');
  expect(dictionary.find((line) => line.startsWith('QoSMarkingEnabled'))).toMatch(/ +boolean +default: true$/);
  expect((await lines(wifi, '--key', 'PayloadUUID'))[0]).toBe('PayloadUUID: string, required');
  const both = await lines('com.apple.extensiblesso', '--key', 'Type');
  expect(both.filter((line) => line.startsWith('Type: '))).toHaveLength(2);
  expect(both).toContain('  where ExtensionIdentifier is com.apple.AppSSOKerberos.KerberosExtension');
  expect(both).toContain('  only Credential');
});

test('lists all payload types without one', async () => {
  const files = readdirSync('schemas').filter((file) => file.endsWith('.schema.json'));
  const types = files.map((file) => file.replace('.schema.json', ''));
  const shown = (await lines()).map((line) => line.split(' ')[0]).filter((word) => word !== '');
  expect(shown.sort()).toEqual(types.filter((type) => !['TopLevel', 'CommonPayloadKeys'].includes(type)).sort());
  const { payloadTypes } = jsonOf(await runCli(['schema', '--json'])) as { payloadTypes: object[] };
  expect(payloadTypes).toHaveLength(shown.length);
  expect(payloadTypes).toContainEqual(expect.objectContaining({ type: 'com.apple.font', keys: 2 }));
});

test.each(['TopLevel', 'CommonPayloadKeys'])('%s is no payload type, and has keys', async (name) => {
  const { properties } = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as { properties: object };
  const shown = await lines(name);
  expect(shown[0]).toBe(`${name}: ${String(Object.keys(properties).length)} keys`);
});

test('--json are the keys with what is known of each', async () => {
  const argv = ['schema', wifi, '--key', 'EAPClientConfiguration', '--json'];
  const { keys, ...rest } = jsonOf(await runCli(argv)) as { keys: Record<string, unknown>[] };
  expect(rest).toMatchObject({ ok: true, command: 'schema', payloadType: wifi });
  expect(keys[0]).toMatchObject({ path: 'EAPClientConfiguration', type: 'dictionary', required: false });
  expect(keys).toContainEqual(
    expect.objectContaining({
      path: 'EAPClientConfiguration.AcceptEAPTypes',
      type: 'array of integer',
      required: true,
      secret: false,
      items: { values: [13, 17, 18, 21, 23, 25, 43] },
    }),
  );
  const minimum = keys.find(({ path }) => path === 'EAPClientConfiguration.TLSMinimumVersion');
  expect(minimum).toMatchObject({ values: ['1.0', '1.1', '1.2', '1.3'], default: '1.0' });
  expect(minimum).toMatchObject({ systems: { iOS: { introduced: '11.0', multiple: true } } });
});

test.each<[title: string, argv: string[], message: string, hint: string]>([
  ['a misspelt type', ['com.apple.wfi.managed'], 'no payload type "com.apple.wfi.managed"', `did you mean ${wifi}?`],
  ['half a type', ['wifi'], 'no payload type "wifi"', `did you mean ${wifi}?`],
  ['another case', ['com.apple.webclip.managed'], 'no payload type', 'did you mean com.apple.webClip.managed?'],
  ['another type', ['org.example'], 'no payload type "org.example"', '`profilewright schema` lists the payload types'],
  ['a misspelt key', [wifi, '--key', 'SSID_SRT'], `${wifi} has no key "SSID_SRT"`, 'did you mean SSID_STR?'],
  [
    'a misspelt inner key',
    [wifi, '--key', 'TLSMinimumVerson'],
    'has no key',
    'mean EAPClientConfiguration.TLSMinimumVersion?',
  ],
  [
    'an inner key alone',
    [wifi, '--key', 'UserPassword'],
    'has no key',
    'did you mean EAPClientConfiguration.UserPassword?',
  ],
  [
    'another key',
    [wifi, '--key', 'Nothing'],
    'has no key "Nothing"',
    `\`profilewright schema ${wifi}\` lists its keys`,
  ],
  ['two types', [wifi, 'com.apple.dock'], '2 payload types are given', 'ask about one'],
  ['a key of nothing', ['--key', 'Password'], '--key needs a payload type', 'in front of --key'],
])('tells what is wrong with the question: %s', async (_, argv, message, hint) => {
  const { exitCode, out, err } = await runCli(['schema', ...argv]);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  const [first, second] = err.split('\n');
  expect(first).toMatch(/^error: .* \[ERR_USAGE\]$/);
  expect(first).toContain(message);
  expect(second).toContain(hint);
});
