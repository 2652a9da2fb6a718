import { describe, expectTypeOf, test } from 'vitest';
import {
  acmeIdentity,
  adCertificateIdentity,
  convertPkcs12,
  inspectPkcs12,
  pkcs12Identity,
  ProfileBuilder,
  scepIdentity,
  type Certificate,
  type Identity,
  type Pkcs12Identity,
  type ScepIdentity,
} from 'profilewright';

// These functions are only type-checked: nothing here runs.
const never = (_: () => unknown): void => undefined;
const builder = new ProfileBuilder();
const p12 = new Uint8Array();
const password = 'a';
const root = {} as Certificate;
const identity = {} as Identity;

describe('the identity of a PKCS#12 file', () => {
  test('is made of bytes and a password', () => {
    expectTypeOf(pkcs12Identity).returns.toEqualTypeOf<Pkcs12Identity>();
    never(() =>
      pkcs12Identity(p12, { password, embedPassword: true, keyIsExtractable: false, maxPbkdf2Iterations: 1 }),
    );
    // @ts-expect-error a file has a password, be it an empty one
    never(() => pkcs12Identity(p12, {}));
    // @ts-expect-error which is no null
    never(() => pkcs12Identity(p12, { password: null }));
    // @ts-expect-error the file is bytes, and no path
    never(() => pkcs12Identity('anna.p12', { password }));
    // @ts-expect-error a misspelt option
    never(() => pkcs12Identity(p12, { password, embedPasword: true }));
  });

  test('shows neither key nor password, and cannot be changed', () => {
    const anna = {} as Pkcs12Identity;
    // @ts-expect-error there is no key to be had
    never(() => anna.key);
    // @ts-expect-error the password is no text
    never(() => anna.password?.length);
    // @ts-expect-error an identity is frozen
    never(() => (anna.keyIsExtractable = true));
    // @ts-expect-error a list of certificates is no identity
    never(() => builder.addIdentity(anna.chain));
  });

  test('is converted into a form that there is, and looked at for a system that there is', () => {
    expectTypeOf(convertPkcs12).returns.toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    never(() => convertPkcs12(p12, { for: 'any', password, includeChain: false }));
    // @ts-expect-error for iOS 17 it is "any"
    never(() => convertPkcs12(p12, { for: 'ios17', password }));
    // @ts-expect-error the form has no default
    never(() => convertPkcs12(p12, { password }));
    never(() => inspectPkcs12(p12, { platform: { os: 'iOS', version: '17.4' } }));
    // @ts-expect-error Apple spells it iOS
    never(() => inspectPkcs12(p12, { platform: { os: 'ios', version: '17.4' } }));
  });
});

describe('an identity that a device asks for', () => {
  const acme = { directoryUrl: 'https://a', clientIdentifier: 'a', subject: [['CN', 'a']] } as const;
  const soft = { ...acme, hardwareBound: false, keyType: 'RSA', keySize: 2048 } as const;

  test('says where', () => {
    // @ts-expect-error a SCEP server has a URL
    never(() => scepIdentity({ challenge: 'a' }));
    // @ts-expect-error an AD certificate has a template
    never(() => adCertificateIdentity({ certServer: 'a' }));
    // @ts-expect-error which is asked for by RPC or HTTP
    never(() => adCertificateIdentity({ certServer: 'a', certTemplate: 'b', certificateAcquisitionMechanism: 'DCOM' }));
    // @ts-expect-error nothing is said of the hardware
    never(() => acmeIdentity({ ...acme, keyType: 'EC', keySize: 256 }));
  });

  test('has other names in the forms that its payload knows', () => {
    never(() => scepIdentity({ url: 'https://a', subjectAltName: { dNSName: ['a', 'b'], ntPrincipalName: 'c' } }));
    // @ts-expect-error an account has one principal name
    never(() => scepIdentity({ url: 'https://a', subjectAltName: { ntPrincipalName: ['c', 'd'] } }));
    // @ts-expect-error ACME takes one name of each kind
    never(() => acmeIdentity({ ...soft, subjectAltName: { dNSName: ['a', 'b'] } }));
    // @ts-expect-error SCEP has no IP addresses
    never(() => scepIdentity({ url: 'https://a', subjectAltName: { iPAddress: '192.0.2.1' } }));
  });

  test('is for signing, encryption or both, by these words', () => {
    never(() => scepIdentity({ url: 'https://a', keyUsage: ['signing', 'encryption'] }));
    // @ts-expect-error bits are written by the builder
    never(() => scepIdentity({ url: 'https://a', keyUsage: 5 }));
    // @ts-expect-error an extended key usage is a list of OIDs
    never(() => acmeIdentity({ ...soft, extendedKeyUsage: '1.3.6.1.5.5.7.3.2' }));
    // @ts-expect-error a fingerprint is bytes
    never(() => scepIdentity({ url: 'https://a', caFingerprint: 'AB:CD' }));
    // @ts-expect-error an identity is no root of a server
    never(() => scepIdentity({ url: 'https://a', trust: identity }));
    // @ts-expect-error an identity is frozen
    never(() => (({} as ScepIdentity).url = 'https://b'));
  });
});

describe('a method for a payload', () => {
  const tunnel = { server: 'a', remoteIdentifier: 'a', localIdentifier: 'b', authentication: 'Certificate' } as const;

  test('takes words that Apple has', () => {
    // @ts-expect-error a misspelt EAP method
    never(() => builder.addWifi({ ssid: 'a', eap: { types: ['tsl'] } }));
    // @ts-expect-error the number of an EAP method is Apple's word
    never(() => builder.addWifi({ ssid: 'a', eap: { types: [13] } }));
    // @ts-expect-error there is no TLS 1.4
    never(() => builder.addWifi({ ssid: 'a', eap: { types: ['tls'], tlsMinimumVersion: '1.4' } }));
    // @ts-expect-error there are three Ethernet interfaces to name
    never(() => builder.addEthernet({ interface: 'FourthEthernet', eap: { types: ['tls'] } }));
    // @ts-expect-error Ethernet is of some interface
    never(() => builder.addEthernet({ eap: { types: ['tls'] } }));
    // @ts-expect-error a key on P-521 is ECDSA521
    never(() => builder.addVpn({ name: 'a', ikev2: { ...tunnel, certificateType: 'P521' } }));
    // @ts-expect-error IKEv2 has no passwords
    never(() => builder.addVpn({ name: 'a', ikev2: { ...tunnel, authentication: 'Password' } }));
    // @ts-expect-error a global proxy is one
    never(() => builder.addHttpProxy({ type: 'None' }));
  });

  test('takes an identity where a tunnel, a relay or an account needs one', () => {
    // @ts-expect-error a certificate is no identity
    never(() => builder.addVpn({ name: 'a', ikev2: { ...tunnel, identity: root } }));
    // @ts-expect-error a certificate is no identity
    never(() => builder.addRelay({ relays: [{ http3Url: 'https://a', identity: root }] }));
    // @ts-expect-error a certificate is no identity
    never(() => builder.addExchange({ host: 'a', identity: root }));
    // @ts-expect-error a certificate is no identity
    never(() => builder.addDnsSettings({ protocol: 'TLS', serverName: 'a', identity: root }));
    // @ts-expect-error PEM text is no certificate yet: readCertificate makes one
    never(() => builder.addCertificatePreference({ name: 'a', certificate: 'PEM' }));
    // @ts-expect-error what needs revocation is a CA
    never(() => builder.addCertificateRevocation({ enabledForCertificates: identity }));
  });

  test('is built for a profile that is encrypted or not', () => {
    never(() => builder.build({ isEncrypted: true }));
    // @ts-expect-error a misspelt option
    never(() => builder.build({ encrypted: true }));
  });
});
