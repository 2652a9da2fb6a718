import { describe, expectTypeOf, test } from 'vitest';
import {
  acmeIdentity,
  ProfileBuilder,
  scepIdentity,
  type AcmeIdentity,
  type AdCertificateIdentity,
  type Certificate,
  type Identity,
  type PayloadContent,
  type PayloadInput,
  type Pkcs12Identity,
  type ScepIdentity,
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

describe('a key that refers to identities of some kinds', () => {
  const scep = {} as ScepIdentity;
  const acme = {} as AcmeIdentity;
  const directory = {} as AdCertificateIdentity;

  test('takes these and no others', () => {
    const sso = (
      PayloadCertificateUUID: NonNullable<PayloadInput<'com.apple.sso'>['Kerberos']>['PayloadCertificateUUID'],
    ): void => never(() => PayloadCertificateUUID);
    never(() => sso(scep));
    // @ts-expect-error single sign-on of iOS 8 knows no ACME
    never(() => sso(acme));
    const group = { OrganizationUUID: uuid, OrganizationName: 'Lab', Groups: [], Users: [] };
    never(() => builder.addPayload('com.apple.education', { ...group, PayloadCertificateUUID: pkcs12 }));
    // @ts-expect-error the identity of a classroom stands in a file
    never(() => builder.addPayload('com.apple.education', { ...group, PayloadCertificateUUID: scep }));
    for (const identity of [pkcs12, scep, acme, directory]) {
      never(() => builder.addPayload('com.apple.mail.managed', { SMIMESigningCertificateUUID: identity } as never));
      never(() => builder.addPayload('com.apple.wifi.managed', { PayloadCertificateUUID: identity }));
    }
  });

  test('and only the one with a file is added with a file name', () => {
    never(() => builder.addIdentity(pkcs12, { fileName: 'anna.p12' }));
    never(() => builder.addIdentity(scep, { displayName: 'Anna' }));
    // @ts-expect-error there is no file
    never(() => builder.addIdentity(scep, { fileName: 'anna.p12' }));
  });
});

describe('a key that is bound to the hardware', () => {
  const acme = { directoryUrl: 'https://a', clientIdentifier: 'a', subject: [['CN', 'a']] } as const;

  test('is an EC key of 256 or 384 bits', () => {
    never(() => acmeIdentity({ ...acme, hardwareBound: true, keyType: 'EC', keySize: 384, attest: true }));
    never(() => acmeIdentity({ ...acme, hardwareBound: false, keyType: 'RSA', keySize: 2048 }));
    // @ts-expect-error an RSA key does not live in the Secure Enclave
    never(() => acmeIdentity({ ...acme, hardwareBound: true, keyType: 'RSA', keySize: 2048 }));
    // @ts-expect-error nor does P-521
    never(() => acmeIdentity({ ...acme, hardwareBound: true, keyType: 'EC', keySize: 521 }));
    // @ts-expect-error only a key in hardware attests to anything
    never(() => acmeIdentity({ ...acme, hardwareBound: false, keyType: 'EC', keySize: 256, attest: true }));
    const { clientIdentifier: _, ...nameless } = acme;
    // @ts-expect-error a server has to know the device
    never(() => acmeIdentity({ ...nameless, hardwareBound: false, keyType: 'RSA', keySize: 2048 }));
  });

  test('keeps being one when the identity is spread to make another one', () => {
    const identity = {} as AcmeIdentity;
    never(() => acmeIdentity({ ...identity, clientIdentifier: 'b' }));
  });
});

test('a subject is a list of attributes, or of lists of these', () => {
  never(() =>
    scepIdentity({
      url: 'https://a',
      subject: [
        ['CN', 'a'],
        [
          ['O', 'Lab'],
          ['1.2.3', 'b'],
        ],
      ],
    }),
  );
  // @ts-expect-error an attribute has a type that a device knows
  never(() => scepIdentity({ url: 'https://a', subject: [['DC', 'a']] }));
  // @ts-expect-error a subject is no text
  never(() => scepIdentity({ url: 'https://a', subject: 'CN=a' }));
  // @ts-expect-error a SCEP key is 1024, 2048 or 4096 bits long
  never(() => scepIdentity({ url: 'https://a', keySize: 3072 }));
});
