import { type X509Certificate } from 'node:crypto';
import { describe, expectTypeOf, test } from 'vitest';
import {
  convertPkcs12,
  decryptProfile,
  encryptProfile,
  inspectPkcs12,
  isProfilewrightError,
  pkcs12Identity,
  ProfileBuilder,
  readCertificate,
  readCertificates,
  real,
  signProfile,
  validateProfile,
  verifyProfile,
  type Bytes,
  type Certificate,
  type CertificateInput,
  type DeviceContext,
  type Identity,
  type Issue,
  type ParsedProfile,
  type Pkcs12Identity,
  type Pkcs12Report,
  type Profile,
  type ProfileOptions,
  type ProfilewrightError,
  type RuleLevels,
  type Secret,
  type Signer,
} from 'profilewright';

// These functions are only type-checked: nothing here runs.
const never = (_: () => unknown): void => undefined;

describe('the public types', () => {
  test('certificates come from texts, bytes, X509Certificates, certificates and arrays of these', () => {
    expectTypeOf<string>().toExtend<CertificateInput>();
    expectTypeOf<Buffer>().toExtend<CertificateInput>();
    expectTypeOf<X509Certificate>().toExtend<CertificateInput>();
    expectTypeOf<Certificate>().toExtend<CertificateInput>();
    expectTypeOf<(string | Certificate[])[]>().toExtend<CertificateInput>();
    expectTypeOf(readCertificate).returns.toEqualTypeOf<Certificate>();
    expectTypeOf(readCertificates).returns.toEqualTypeOf<Certificate[]>();
    expectTypeOf<Certificate['raw']>().toEqualTypeOf<Bytes>();
    // @ts-expect-error a number holds no certificate
    never(() => readCertificate(1));
  });

  test('encrypting gives bytes, and decrypting the profile', () => {
    expectTypeOf(encryptProfile).returns.toEqualTypeOf<Bytes>();
    expectTypeOf<Parameters<typeof encryptProfile>[1]>().toEqualTypeOf<CertificateInput>();
    expectTypeOf(decryptProfile).returns.toEqualTypeOf<ParsedProfile>();
    // @ts-expect-error recipients are named in one of two ways
    never(() => encryptProfile(new Uint8Array(), '', { recipientsBy: 'name' }));
  });

  test('every add returns the builder, and build a frozen profile', () => {
    const builder = new ProfileBuilder();
    expectTypeOf(builder.addRootCA).returns.toEqualTypeOf<ProfileBuilder>();
    expectTypeOf(builder.addCertificate).returns.toEqualTypeOf<ProfileBuilder>();
    expectTypeOf(builder.addPayload).returns.toEqualTypeOf<ProfileBuilder>();
    expectTypeOf(builder.build).returns.toEqualTypeOf<Profile>();
    expectTypeOf<ReturnType<Profile['toBytes']>>().toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    // @ts-expect-error a profile is frozen
    never(() => (builder.build().identifier = 'x'));
    // @ts-expect-error the scopes are Apple's two
    never(() => new ProfileBuilder({ scope: 'system' }));
    // @ts-expect-error a misspelt option is refused
    never(() => new ProfileBuilder({ removalDisalowed: true }));
    // @ts-expect-error a function is no property list value
    never(() => builder.addPayload('com.example', { key: () => 1 }));
    never(() =>
      builder.addPayload('com.example', { whole: real(1), big: 2n ** 60n, bytes: new Uint8Array(), gone: undefined }),
    );
    expectTypeOf<{ displayName: string }>().toExtend<ProfileOptions>();
  });

  test('the rules of payloads have codes like all others, and devices are told by facts that exist', () => {
    expectTypeOf<{ 'wifi-ssid-or-domain-name': 'off'; 'support-removed': 'error' }>().toExtend<RuleLevels>();
    const context: DeviceContext = { platforms: { iOS: { from: '17.0' } }, supervised: true, install: 'mdm' };
    never(() => new ProfileBuilder().build({ context, rules: { 'vpn-ikev2-no-des-since-26': 'warning' } }));
    never(() => validateProfile('', { context, previous: new ProfileBuilder().build() }));
    // @ts-expect-error no rule is called so
    never(() => validateProfile('', { rules: { 'wifi-ssid-or-domain': 'off' } }));
    // @ts-expect-error iPadOS is iOS here
    never(() => validateProfile('', { context: { platforms: { iPadOS: { from: '17.0' } } } }));
    // @ts-expect-error a misspelt fact would be taken for one that is not known
    never(() => validateProfile('', { context: { supervized: true } }));
  });

  test('an identity comes from bytes and a password, and holds its file as a secret', () => {
    expectTypeOf(pkcs12Identity).returns.toExtend<Identity>();
    expectTypeOf<Pkcs12Identity['container']>().toEqualTypeOf<Secret<Bytes>>();
    expectTypeOf(inspectPkcs12).returns.toEqualTypeOf<Pkcs12Report>();
    expectTypeOf(convertPkcs12).returns.toEqualTypeOf<Bytes>();
    // @ts-expect-error a secret is no text
    never((): string => pkcs12Identity(new Uint8Array(), { password: 'x' }).password);
    // @ts-expect-error the password has no default
    never(() => pkcs12Identity(new Uint8Array(), {}));
    // @ts-expect-error the file is bytes, not text
    never(() => pkcs12Identity('MII', { password: 'x' }));
    // @ts-expect-error what it is for has to be said
    never(() => convertPkcs12(new Uint8Array(), { password: 'x' }));
    // @ts-expect-error there is no such form
    never(() => convertPkcs12(new Uint8Array(), { for: 'ios17', password: 'x' }));
  });

  test('an error has the details of its code', () => {
    const error: unknown = undefined;
    if (isProfilewrightError(error, 'ERR_PROFILE_INVALID')) {
      expectTypeOf(error.details.issues).toEqualTypeOf<readonly Issue[]>();
    }
    if (isProfilewrightError(error, 'ERR_PEM_MALFORMED')) expectTypeOf(error.details.line).toEqualTypeOf<number>();
    expectTypeOf<ProfilewrightError<'ERR_INPUT_EMPTY'>['details']>().toEqualTypeOf<{ readonly what: string }>();
    // @ts-expect-error there is no such code
    never(() => isProfilewrightError(error, 'ERR_NO_SUCH'));
  });

  test('rules are named by their ids', () => {
    expectTypeOf<{ 'root-common-name': 'off' }>().toExtend<RuleLevels>();
    // @ts-expect-error there is no such rule
    never(() => ({ 'root-comon-name': 'off' }) satisfies RuleLevels);
  });

  test('signing is asynchronous, verifying asks for anchors', () => {
    expectTypeOf(signProfile).returns.resolves.toEqualTypeOf<Bytes>();
    expectTypeOf(signProfile).parameter(1).toEqualTypeOf<Signer>();
    // @ts-expect-error a caller must say which roots it trusts, or that it does not ask
    never(() => verifyProfile(new Uint8Array(), {}));
    never(() => verifyProfile(new Uint8Array(), { anchors: 'none' }));
  });
});
