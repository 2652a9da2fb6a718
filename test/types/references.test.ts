import { describe, expectTypeOf, test } from 'vitest';
import {
  ProfileBuilder,
  type Certificate,
  type Identity,
  type PayloadContent,
  type PayloadInput,
  type Pkcs12Identity,
} from 'profilewright';

// These functions are only type-checked: nothing here runs.
const never = (_: () => unknown): void => undefined;
const builder = new ProfileBuilder();
const root = {} as Certificate;
const identity = {} as Identity;
const pkcs12 = {} as Pkcs12Identity;
const uuid = '3B0B1E7C-4A0C-4B0E-9D0C-0D6F4C1B2A3D';

describe('a key that refers to a certificate', () => {
  const eap = { AcceptEAPTypes: [13] } as const;

  test('takes certificates and UUIDs', () => {
    never(() =>
      builder.addPayload('com.apple.wifi.managed', {
        SSID_STR: 'Lab',
        EAPClientConfiguration: { ...eap, PayloadCertificateAnchorUUID: [root, uuid] },
      }),
    );
    never(() => builder.addPayload('com.apple.MCX.FileVault2', { Enable: 'On', PayloadCertificateUUID: root }));
  });

  test('takes no identity: that is no trust anchor', () => {
    never(() =>
      builder.addPayload('com.apple.wifi.managed', {
        // @ts-expect-error an identity is no trust anchor
        EAPClientConfiguration: { ...eap, PayloadCertificateAnchorUUID: [pkcs12] },
      }),
    );
    // @ts-expect-error a key with several certificates takes a list
    never(() => builder.addPayload('com.apple.education', { LeaderPayloadCertificateAnchorUUID: root }));
    // @ts-expect-error an identity does not encrypt a recovery key
    never(() => builder.addPayload('com.apple.MCX.FileVault2', { Enable: 'On', PayloadCertificateUUID: identity }));
  });

  test('takes none of the forms in which a certificate comes in: a text would be a UUID', () => {
    // @ts-expect-error bytes are read with readCertificate first
    never(() => builder.addPayload('com.apple.MCX.FileVault2', { Enable: 'On', PayloadCertificateUUID: root.raw }));
  });
});

describe('a key that refers to an identity', () => {
  test('takes identities and UUIDs', () => {
    never(() => builder.addPayload('com.apple.wifi.managed', { SSID_STR: 'Lab', PayloadCertificateUUID: identity }));
    never(() => builder.addPayload('com.apple.wifi.managed', { SSID_STR: 'Lab', PayloadCertificateUUID: uuid }));
    never(() => builder.addPayload('com.apple.relay.managed', { Relays: [{ PayloadCertificateUUID: identity }, {}] }));
  });

  test('takes no certificate: that has no key', () => {
    // @ts-expect-error a certificate is no identity
    never(() => builder.addPayload('com.apple.wifi.managed', { SSID_STR: 'Lab', PayloadCertificateUUID: root }));
    // @ts-expect-error a certificate is no identity, deeper down too
    never(() => builder.addPayload('com.apple.relay.managed', { Relays: [{ PayloadCertificateUUID: root }] }));
    // @ts-expect-error a certificate is no identity to add
    never(() => builder.addIdentity(root));
    // @ts-expect-error nor is a UUID
    never(() => builder.addIdentity(uuid));
  });

  test('is known for the Ethernet payloads, which may have any key', () => {
    never(() => builder.addPayload('com.apple.firstethernet.managed', { PayloadCertificateUUID: identity, Other: 1 }));
    // @ts-expect-error a certificate is no identity
    never(() => builder.addPayload('com.apple.firstethernet.managed', { PayloadCertificateUUID: root }));
  });
});

test('a key that refers to either takes both', () => {
  for (const value of [root, identity, uuid]) {
    never(() =>
      builder.addPayload('com.apple.security.certificatepreference', { Name: 'a', PayloadCertificateUUID: value }),
    );
  }
});

test('a key that refers to nothing takes neither', () => {
  // @ts-expect-error a certificate is no text
  never(() => builder.addPayload('com.apple.wifi.managed', { SSID_STR: root }));
  // @ts-expect-error in a payload of an unknown type nothing is known to refer to anything
  never(() => builder.addPayload('com.example.app', { Key: identity }));
});

test('what is read holds UUIDs, and may be written again', () => {
  type Read = PayloadContent<'com.apple.wifi.managed'>;
  expectTypeOf<Read['PayloadCertificateUUID']>().toEqualTypeOf<string | undefined>();
  type Anchors = NonNullable<Read['EAPClientConfiguration']>['PayloadCertificateAnchorUUID'];
  expectTypeOf<Anchors>().toEqualTypeOf<readonly string[] | undefined>();
  expectTypeOf<Read>().toExtend<PayloadInput<'com.apple.wifi.managed'>>();
  expectTypeOf<PayloadContent<'com.apple.globalethernet.managed'>>().toExtend<
    PayloadInput<'com.apple.globalethernet.managed'>
  >();
  expectTypeOf<PayloadInput<'com.apple.webClip.managed'>>().toEqualTypeOf<
    PayloadContent<'com.apple.webClip.managed'>
  >();
});
