import { describe, expectTypeOf, test } from 'vitest';
import {
  definePayloadType,
  ProfileBuilder,
  real,
  type JsonSchemaObject,
  type PayloadContent,
  type PayloadType,
  type PayloadTypeDefinition,
  type PlistInput,
  type PlistReal,
} from 'profilewright';

// These functions are only type-checked: nothing here runs.
const never = (_: () => unknown): void => undefined;
const builder = new ProfileBuilder();

describe('a payload of a type that Apple documents', () => {
  test('takes the keys as Apple spells them', () => {
    never(() => builder.addPayload('com.apple.wifi.managed', { SSID_STR: 'Lab', EncryptionType: 'WPA3' }));
    // @ts-expect-error a misspelt key is refused
    never(() => builder.addPayload('com.apple.wifi.managed', { SSID_SRT: 'Lab' }));
    const eap = (): PayloadContent<'com.apple.wifi.managed'> => ({
      // @ts-expect-error a misspelt key further down is refused
      EAPClientConfiguration: { AcceptEAPTypes: [13], UserNmae: 'a' },
    });
    never(eap);
    // @ts-expect-error a value that Apple does not list is refused
    never(() => builder.addPayload('com.apple.wifi.managed', { EncryptionType: 'WPA4' }));
    // @ts-expect-error a value of another type is refused
    never(() => builder.addPayload('com.apple.wifi.managed', { AutoJoin: 'yes' }));
    // @ts-expect-error a key that Apple requires has to be there
    never(() => builder.addPayload('com.apple.security.root', {}));
    // @ts-expect-error nothing else than bytes is data
    never(() => builder.addPayload('com.apple.security.root', { PayloadContent: 'MIIB' }));
    // @ts-expect-error null is no value of a property list
    never(() => builder.addPayload('com.apple.wifi.managed', { SSID_STR: null }));
  });

  test('may be given the common keys, and undefined for what is left out', () => {
    never(() =>
      builder.addPayload('com.apple.wifi.managed', {
        PayloadType: 'com.apple.wifi.managed',
        PayloadVersion: 1,
        PayloadIdentifier: 'com.example.wifi',
        PayloadUUID: '3B0B1E7C-4A0C-4B0E-9D0C-0D6F4C1B2A3D',
        PayloadDisplayName: 'Wi-Fi',
        PayloadDescription: undefined,
        PayloadOrganization: undefined,
        SSID_STR: undefined,
      }),
    );
    // @ts-expect-error the type of another payload is refused
    never(() => builder.addPayload('com.apple.wifi.managed', { PayloadType: 'com.apple.security.root' }));
  });

  test('has types for what JSON cannot tell apart', () => {
    type Wifi = PayloadContent<'com.apple.wifi.managed'>;
    expectTypeOf<Wifi['ProxyServerPort']>().toEqualTypeOf<number | bigint | undefined>();
    expectTypeOf<PayloadContent<'com.apple.security.root'>['PayloadContent']>().toEqualTypeOf<Uint8Array>();
    expectTypeOf<PayloadContent<'com.apple.universalaccess'>['contrast']>().toEqualTypeOf<
      number | PlistReal | undefined
    >();
    expectTypeOf<Wifi['EncryptionType']>().toEqualTypeOf<
      'WEP' | 'WPA' | 'WPA2' | 'WPA3' | 'Any' | 'None' | undefined
    >();
  });

  test('may contain itself', () => {
    type Icon = NonNullable<PayloadContent<'com.apple.homescreenlayout'>['Dock']>[number];
    type Inner = NonNullable<Icon['Pages']>[number][number];
    expectTypeOf<Inner>().toEqualTypeOf<Icon>();
  });

  test('of several files has the keys of all', () => {
    never(() => builder.addPayload('com.apple.MCX', { timeServer: 'time.example.com', SleepDisabled: true }));
    never(() =>
      builder.addPayload('com.apple.extensiblesso', {
        ExtensionIdentifier: 'com.apple.AppSSOKerberos.KerberosExtension',
        TeamIdentifier: 'apple',
        Type: 'Credential',
        Realm: 'EXAMPLE.COM',
        ExtensionData: { principalName: 'lab' },
      }),
    );
    never(() =>
      builder.addPayload('com.apple.extensiblesso', {
        ExtensionIdentifier: 'com.example.sso',
        Type: 'Redirect',
        URLs: ['https://example.com'],
        ExtensionData: { anything: [1, real(1), new Date(0)] },
      }),
    );
    const sso = { ExtensionIdentifier: 'com.example.sso', Type: 'Redirect' } as const;
    // @ts-expect-error a misspelt key is refused here too
    never(() => builder.addPayload('com.apple.extensiblesso', { ...sso, Urls: [] }));
  });

  test('is one of 120, by name', () => {
    expectTypeOf<'com.apple.wifi.managed' | '.GlobalPreferences' | 'loginwindow'>().toExtend<PayloadType>();
    expectTypeOf<'TopLevel'>().not.toExtend<PayloadType>();
    expectTypeOf<PayloadContent<PayloadType>>().toExtend<object>();
  });
});

describe('a payload of another type', () => {
  test('may hold anything that a property list can', () => {
    const type = 'com.example.lab' as string;
    never(() => builder.addPayload(type, { Anything: [1, 'a', { B: new Date(0) }] }));
    never(() => builder.addPayload('com.example.lab', { Anything: true }));
    // @ts-expect-error a function is no property list value
    never(() => builder.addPayload('com.example.lab', { key: () => 1 }));
    // @ts-expect-error a number is no payload type
    never(() => builder.addPayload(1, {}));
  });

  test('that was defined takes the keys of its schema', () => {
    const lab = definePayloadType('com.example.lab', {
      type: 'object',
      properties: {
        Server: { type: 'string' },
        Mode: { type: 'string', enum: ['fast', 'safe'] },
        Retries: { type: 'integer', minimum: 0 },
        Since: { type: 'string', plist: 'date' },
        Key: { type: 'string', plist: 'data' },
        Ratio: { type: 'number', plist: 'real' },
        Ports: { type: 'array', items: { type: 'integer' } },
        Nested: { type: 'object', properties: { On: { type: 'boolean' } }, additionalProperties: false },
        Any: true,
      },
      required: ['Server'],
      additionalProperties: false,
    });
    never(() =>
      builder.addPayload(lab, {
        PayloadDisplayName: 'Lab',
        Server: 'lab.example.com',
        Mode: 'fast',
        Retries: 2n,
        Since: new Date(0),
        Key: new Uint8Array(),
        Ratio: real(1),
        Ports: [1, 2],
        Nested: { On: true },
        Any: [{}],
      }),
    );
    // @ts-expect-error a misspelt key is refused
    never(() => builder.addPayload(lab, { Server: 'a', Retires: 1 }));
    // @ts-expect-error a misspelt key further down is refused
    never(() => builder.addPayload(lab, { Server: 'a', Nested: { Off: true } }));
    // @ts-expect-error a value that is not listed is refused
    never(() => builder.addPayload(lab, { Server: 'a', Mode: 'slow' }));
    // @ts-expect-error a key that is required has to be there
    never(() => builder.addPayload(lab, {}));
    expectTypeOf(lab).toExtend<PayloadTypeDefinition>();
  });

  test('that was defined from a schema file, or as open, may hold more', () => {
    const open = definePayloadType('com.example.open', { type: 'object', properties: { A: { type: 'string' } } });
    never(() => builder.addPayload(open, { A: 'a', B: 1 }));
    // @ts-expect-error what is named keeps its type
    never(() => builder.addPayload(open, { A: 1 }));
    const read: JsonSchemaObject = { type: 'object', properties: {} };
    never(() => builder.addPayload(definePayloadType('com.example.file', read), { A: 'a' }));
    expectTypeOf<PlistInput>().not.toBeAny();
  });
});
