import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileCheckout } from '../../../schemas/generator/compile-checkout.js';
import { describeChanges } from '../../../schemas/generator/describe-changes.js';

/** Two releases in Apple's form, the older one with prose, as Apple's own repository has it. */
const older: Readonly<Record<string, string>> = {
  'CommonPayloadKeys.yaml': `
payload: {payloadtype: CommonPayloadKeys}
payloadkeys:
  - {key: PayloadType, type: <string>, presence: required, content: The type.}
`,
  'lab.yaml': `
title: Lab
description: A lab.
payload:
  payloadtype: com.example.lab
  supportedOS:
    iOS: {introduced: '9.0', supervised: false}
    macOS: {introduced: n/a}
  content: A payload.
payloadkeys:
  - {key: Mode, type: <string>, presence: optional, rangelist: [a, b], default: a, title: Mode}
  - {key: Timeout, type: <integer>, presence: optional, range: {min: 0, max: 10}}
  - {key: Name, type: <string>, presence: optional}
  - {key: Free, type: <string>, presence: optional}
  - {key: Gone, type: <dictionary>, presence: optional, subkeys: [{key: Inner, type: <string>}]}
  - key: Servers
    type: <array>
    subkeys: [{key: Server, type: <dictionary>, subkeys: [{key: Port, type: <string>}]}]
`,
  'old.yaml': 'payload: {payloadtype: com.example.old}\npayloadkeys: [{key: A, type: <string>}]\n',
  'same.yaml': 'payload: {payloadtype: com.example.same}\npayloadkeys: [{key: A, type: <string>}]\n',
};
const newer: Readonly<Record<string, string>> = {
  'CommonPayloadKeys.yaml': older['CommonPayloadKeys.yaml'] ?? '',
  'lab.yaml': `
payload:
  payloadtype: com.example.lab
  supportedOS:
    iOS: {introduced: '9.0', deprecated: '18.0', supervised: true}
    macOS: {introduced: '15.0'}
payloadkeys:
  - {key: Mode, type: <string>, presence: optional, rangelist: [b, c], default: b}
  - {key: Timeout, type: <integer>, presence: optional, range: {min: 0, max: 60}}
  - {key: Name, type: <string>, presence: required, supportedOS: {iOS: {removed: '17.0'}}}
  - {key: Free, type: <string>, presence: optional, rangelist: [x], format: ^x$}
  - key: Servers
    type: <array>
    subkeys:
      - key: Server
        type: <dictionary>
        subkeys:
          - {key: Port, type: <integer>}
          - {key: Band, type: <integer>, presence: required, rangelist: [2, 5], supportedOS: {iOS: {introduced: '18.0'}}}
`,
  'new.yaml': `
payload: {payloadtype: com.example.new, supportedOS: {iOS: {introduced: '18.0'}, macOS: {introduced: n/a}}}
payloadkeys: [{key: A, type: <string>}]
`,
  'same.yaml': older['same.yaml'] ?? '',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'profilewright-'));
  writeFileSync(join(folder, 'secrets.yaml'), 'com.example.lab: [/Name, /Servers/*/Port, /Nowhere]\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function compile(release: string, files: Readonly<Record<string, string>>): Map<string, string> {
  const checkout = join(folder, release);
  mkdirSync(join(checkout, 'mdm', 'profiles'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(checkout, 'mdm', 'profiles', name), text);
  return compileCheckout({ folder: checkout, release, commit: 'abc' }, folder);
}

test('the difference between two releases reads like a changelog', () => {
  const [before, after] = [compile('1', older), compile('2', newer)];
  expect(describeChanges(before, after)).toEqual([
    'com.example.lab',
    '  iOS supervised true, was false',
    '  introduced in macOS 15.0, was n/a',
    '  deprecated in iOS 18.0',
    '  /Mode: now allows "c"',
    '  /Mode: no longer allows "a"',
    '  /Mode: default b, was a',
    '  /Timeout: range 0 to 60, was 0 to 10',
    '  /Name: now required',
    '  /Name: removed in iOS 17.0',
    '  /Free: now only one of "x"',
    '  /Free: form ^x$, was none',
    '  /Servers/*/Port: integer, was string',
    '  /Servers/*/Band: added, required, integer, one of 2, 5 (iOS 18.0)',
    '  /Gone: removed',
    '',
    'com.example.new: added (iOS 18.0)',
    '',
    'com.example.old: removed',
  ]);
  expect(describeChanges(after, before)).toEqual(
    expect.arrayContaining([
      '  no longer deprecated in iOS',
      '  not for macOS',
      '  /Free: no longer only one of "x"',
      '  /Gone: added, optional, dictionary',
      'com.example.new: removed',
    ]),
  );
});

test('there is no difference between a release and itself', () => {
  expect(describeChanges(compile('1', older), compile('1', older))).toEqual(['no difference']);
});

test('secrets are marked where they are, and a path that a release does not know is passed over', () => {
  const schema: unknown = JSON.parse(compile('1', older).get('com.example.lab.schema.json') ?? '');
  expect(schema).toMatchObject({
    properties: { Name: { writeOnly: true }, Servers: { items: { properties: { Port: { writeOnly: true } } } } },
  });
  expect(JSON.stringify(schema).split('writeOnly')).toHaveLength(3);
});
