import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { real, type PlistInput } from '../../../src/plist/value.js';
import { leaf, rootCA } from '../../support/authorities.js';
import { pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';

const root = rootCA();
const type = 'com.example.app';
const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

function errorOf(run: () => unknown): unknown {
  try {
    run();
    return 'nothing was thrown';
  } catch (error) {
    return error;
  }
}

/** The issues with which a build ends. */
function issuesOf(builder: ProfileBuilder): readonly Issue[] {
  const error = errorOf(() => builder.build());
  if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
  return error.details.issues;
}

const errorsOf = (builder: ProfileBuilder): string[] =>
  issuesOf(builder)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where }) => `${code} ${where.pointer ?? ''}`);

describe('addPayload', () => {
  test('writes values of every type as they are', () => {
    const content = {
      Text: 'a & b',
      Flag: false,
      Whole: 7,
      Fraction: 0.5,
      Real: real(7),
      Big: 2n ** 63n,
      When: new Date('2030-01-02T03:04:05Z'),
      Bytes: Uint8Array.of(1, 2, 3),
      List: [1, 'two', { three: 3 }],
      Empty: {},
      Nothing: undefined,
    };
    const { dictionary } = parseProfile(builderOf().addPayload(type, content).build().toBytes());
    const [payload] = dictionary['PayloadContent'] as readonly Record<string, unknown>[];
    const { Nothing: _, ...written } = content;
    for (const [key, value] of Object.entries(written)) expect(payload?.[key]).toEqual(value);
    expect(payload).not.toHaveProperty('Nothing');
    expect(payload).toMatchObject({ PayloadType: type, PayloadVersion: 1 });
  });

  test('keeps what it was given when the caller changes the content afterwards', () => {
    const content = { bytes: Uint8Array.of(1), list: [1], when: new Date('2030-01-01T00:00:00Z'), inner: { a: 'a' } };
    const before = builderOf().addPayload(type, content).build().toXml();
    const builder = builderOf().addPayload(type, content);
    content.bytes[0] = 2;
    content.list.push(2);
    content.when.setUTCFullYear(2040);
    content.inner.a = 'b';
    expect(builder.build().toXml()).toBe(before);
  });

  test('reads each value of the content once', () => {
    let reads = 0;
    const content = {
      get Key(): number {
        reads += 1;
        return reads;
      },
    };
    const builder = builderOf().addPayload(type, content);
    expect(builder.build().payloads[0]?.content['Key']).toBe(1);
    expect(builder.build().payloads[0]?.content['Key']).toBe(1);
    expect(reads).toBe(1);
  });

  test('moves the common texts to the options, which have the last word', () => {
    const content = { PayloadDisplayName: 'Content', PayloadOrganization: 'Lab', PayloadType: type, Key: 1 };
    const [payload] = builderOf()
      .addPayload(type, content, { displayName: 'Option', description: 'Text' })
      .build().payloads;
    expect(payload).toMatchObject({ displayName: 'Option', organization: 'Lab', description: 'Text' });
    expect({ ...payload?.content }).toEqual({ Key: 1 });
  });

  test('takes an option or a key that is undefined for one that is not there', () => {
    const content = { PayloadDisplayName: 'Content', PayloadIdentifier: undefined, PayloadUUID: undefined };
    const profile = builderOf()
      .addPayload(type, content, { displayName: undefined, uuid: undefined } as object)
      .build();
    expect(profile.payloads[0]).toMatchObject({ displayName: 'Content', identifier: `com.example.lab.${type}` });
    expect(profile.payloads[0]?.uuid).toMatch(/^[0-9A-F-]{36}$/);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('keeps the key "%s" like any other', (key) => {
    const [payload] = builderOf()
      .addPayload(type, { [key]: 'text' })
      .build().payloads;
    expect(payload?.content[key]).toBe('text');
  });

  test('refuses the key "__proto__" at any depth', () => {
    const hostile = JSON.parse('{"__proto__": {"Key": 1}, "Other": 1}') as Record<string, PlistInput>;
    for (const content of [hostile, { inner: hostile }, { list: [hostile] }]) {
      const error = errorOf(() => builderOf().addPayload(type, content));
      expect(isProfilewrightError(error, 'ERR_PLIST_VALUE') && error.details.pointer).toMatch(/\/__proto__$/);
    }
  });

  test.each<[what: string, value: unknown, pointer: string]>([
    ['NaN', Number.NaN, '/Key'],
    ['a number beyond 2^53', 2 ** 60, '/Key'],
    ['an integer beyond 64 bits', 2n ** 64n, '/Key'],
    ['null', null, '/Key'],
    ['a function', () => 1, '/Key'],
    ['a symbol', Symbol('x'), '/Key'],
    ['a Map', new Map([['a', 1]]), '/Key'],
    ['a boxed text', new String('x'), '/Key'],
    ['a date with milliseconds', new Date('2030-01-01T00:00:00.001Z'), '/Key'],
    ['an invalid date', new Date(Number.NaN), '/Key'],
    ['a control character', 'bell\u0007', '/Key'],
    ['half a surrogate pair', '\ud83d', '/Key'],
    ['a hole in an array', [1, , 3], '/Key/1'], // eslint-disable-line no-sparse-arrays -- the hole is the point
    ['null in an array', ['a', null], '/Key/1'],
    ['a symbol as a key', { [Symbol('x')]: 1 }, '/Key'],
    ['a bad key', { 'a\u0000': 1 }, '/Key/a\\u{0}'],
  ])('refuses %s at once, with its pointer in the content', (_, value, pointer) => {
    const builder = builderOf();
    const error = errorOf(() => builder.addPayload(type, { Key: value } as never));
    expect(error).toMatchObject({ code: 'ERR_PLIST_VALUE', details: { pointer } });
    expect(builder.build().payloads).toEqual([]);
  });

  test('refuses a content that contains itself', () => {
    const content: Record<string, unknown> = { a: {} };
    (content['a'] as Record<string, unknown>)['b'] = content;
    expect(errorOf(() => builderOf().addPayload(type, content as never))).toMatchObject({ code: 'ERR_PLIST_VALUE' });
  });

  test.each([undefined, null, 1, 'text', [], [{}], new Map(), new Date(0), Uint8Array.of(1), () => 1, real(1)])(
    'refuses %s as content',
    (content) => {
      expect(() => builderOf().addPayload(type, content as never)).toThrow(/^content must be a plain object/);
    },
  );

  test.each([undefined, null, 1, '', {}, ['com.example.app']])('refuses %s as type', (wrong) => {
    expect(() => builderOf().addPayload(wrong as never, {} as never)).toThrow(/^type must be/);
  });

  test('refuses content of another type, and tells what the type says', () => {
    expect(() => builderOf().addPayload(type, { PayloadType: 'com.example.other' })).toThrow(
      `content has another PayloadType than "${type}"`,
    );
    expect(() => builderOf().addPayload(type, { PayloadType: 1 })).toThrow(TypeError);
  });

  test.each(['PayloadIdentifier', 'PayloadUUID', 'PayloadDisplayName', 'PayloadDescription', 'PayloadOrganization'])(
    'leaves a %s that is no text to the judgement of build',
    (key) => {
      expect(errorsOf(builderOf().addPayload(type, { [key]: 5 }))).toEqual([`schema-type /PayloadContent/0/${key}`]);
    },
  );

  test('leaves a PayloadVersion that is not 1 to the judgement of build', () => {
    expect(errorsOf(builderOf().addPayload(type, { PayloadVersion: 2 }))).toEqual([
      'profile-version /PayloadContent/0/PayloadVersion',
    ]);
  });

  test('takes a payload out of another profile as it was', () => {
    const source = new ProfileBuilder({ identifier: 'com.example.source' })
      .addRootCA(root.pem, { displayName: 'Root', fileName: 'root.cer', organization: 'Lab' })
      .addPayload(type, { Key: [1, real(2)], PayloadEnabled: true }, { uuid: 'ABCDEF00-0000-4000-8000-000000000000' })
      .build();
    const copy = new ProfileBuilder({ identifier: 'com.example.copy' });
    for (const payload of source.dictionary['PayloadContent'] as readonly Record<string, PlistInput>[]) {
      copy.addPayload(payload['PayloadType'] as string, payload);
    }
    expect(copy.build().dictionary['PayloadContent']).toEqual(source.dictionary['PayloadContent']);
  });

  test('counts payloads of one type that have no identifier of their own', () => {
    const { payloads } = builderOf()
      .addPayload(type, { Key: 1 })
      .addPayload(type, { Key: 2 }, { identifier: 'com.example.own' })
      .addPayload('com.example.other', {})
      .addPayload(type, { Key: 1 })
      .build();
    expect(payloads.map(({ identifier }) => identifier)).toEqual([
      `com.example.lab.${type}`,
      'com.example.own',
      'com.example.lab.com.example.other',
      `com.example.lab.${type}.2`,
    ]);
    expect(new Set(payloads.map(({ uuid }) => uuid)).size).toBe(4);
  });

  test('a thousand payloads of one type are told apart', () => {
    const builder = builderOf();
    for (let index = 0; index < 1000; index += 1) builder.addPayload(type, { Key: 'same' });
    const { payloads } = builder.build();
    expect(new Set(payloads.map(({ identifier }) => identifier)).size).toBe(1000);
    expect(new Set(payloads.map(({ uuid }) => uuid)).size).toBe(1000);
    expect(payloads.at(-1)?.identifier).toBe(`com.example.lab.${type}.1000`);
  });
});

describe('certificates that come in through addPayload', () => {
  const { privateKey } = testKey('p256');
  const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const keyDer = new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const p12 = pkcs12File({ key: privateKey, certificates: [root] });
  const place = '/PayloadContent/0/PayloadContent';
  const errors = (kind: string, content: PlistInput): string[] =>
    errorsOf(builderOf().addPayload(`com.apple.security.${kind}`, { PayloadContent: content }));

  test('pass when addRootCA and addCertificate would have written them', () => {
    const { issues } = builderOf()
      .addPayload('com.apple.security.root', { PayloadContent: root.der })
      .addPayload('com.apple.security.pkcs1', { PayloadContent: root.der })
      .addPayload('com.apple.security.pem', { PayloadContent: text(root.pem) })
      .build();
    expect(issues).toEqual([]);
  });

  test.each<[what: string, content: Uint8Array]>([
    ['PEM', text(root.pem)],
    ['a private key', keyDer],
    ['a private key in PEM', text(keyPem)],
    ['a private key behind the certificate', new Uint8Array([...root.der, ...keyDer])],
    ['PKCS#12', p12],
    ['two certificates', new Uint8Array([...root.der, ...rootCA({ subject: 'Second' }).der])],
    ['nothing', new Uint8Array()],
  ])('are refused in DER payloads as %s', (_, content) => {
    expect(errors('root', content)).toContain(`root-content-is-der-certificate ${place}`);
    expect(errors('pkcs1', content)).toContain(`pkcs1-content-is-der-certificate ${place}`);
  });

  test('are refused in PEM payloads when a key or a second certificate stands beside them', () => {
    expect(errors('pem', text(root.pem + keyPem))).toEqual([`pem-content-no-private-key ${place}`]);
    expect(errors('pem', text(root.pem + rootCA({ subject: 'Second' }).pem))).toEqual([
      `root-one-cert-per-payload ${place}`,
    ]);
    expect(errors('pem', root.der)).toEqual([`pem-content-is-pem-certificate ${place}`]);
  });

  test.each<[what: string, content: PlistInput]>([
    ['a text', root.pem],
    ['base64 as text', Buffer.from(root.der).toString('base64')],
    ['an array of bytes', [root.der]],
    ['a dictionary', { raw: root.der }],
    ['a number', 1],
  ])('are refused as %s', (_, content) => {
    for (const kind of ['root', 'pkcs1', 'pem']) expect(errors(kind, content)).toEqual([`schema-type ${place}`]);
  });

  test('are judged as roots in root payloads', () => {
    const server = leaf(root);
    expect(errors('root', server.der)).toContain(`root-ca-flag ${place}`);
    const issues = issuesOf(builderOf().addPayload('com.apple.security.root', { PayloadContent: server.der }));
    expect(issues.find(({ code }) => code === 'root-ca-flag')?.hint).toContain('openssl');
  });

  test('never bring their key into a message', () => {
    for (const content of [keyDer, text(keyPem), p12]) {
      const builder = builderOf().addPayload('com.apple.security.root', { PayloadContent: content });
      const error = errorOf(() => builder.build());
      const told = JSON.stringify(error) + String((error as Error).stack);
      expect(told).not.toContain(keyPem.split('\n')[1]);
      expect(told).not.toContain(Buffer.from(content).toString('base64').slice(20, 60));
    }
  });
});
