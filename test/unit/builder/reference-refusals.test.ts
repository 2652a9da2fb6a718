import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { identityKind } from '../../../src/profile/identity-kind.js';
import type { Identity } from '../../../src/profile/identity.js';
import type { AnyContent } from '../../../src/profile/payload-input.js';
import { refusalOf } from '../error-code.js';
import { anna, builderOf, eap, embedded, identity, root, wifi } from './wifi-references.js';

describe('addPayload refuses', () => {
  const refused = (content: unknown, type: string = wifi): ProfilewrightError => {
    const builder = builderOf();
    const error = refusalOf(() => builder.addPayload(type, content as AnyContent));
    expect(builder.build().payloads).toEqual([]);
    expect(inspect(error, { depth: 9 })).not.toContain('SENTINEL');
    return error;
  };

  test('an identity as a trust anchor', () => {
    const error = refused(eap([root, embedded as never]));
    expect(error).toMatchObject({
      code: 'ERR_REFERENCE_KIND',
      message:
        'com.apple.wifi.managed refers at /EAPClientConfiguration/PayloadCertificateAnchorUUID/1 to a certificate, found a PKCS#12 identity',
      hint: 'pass what readCertificate() returns, or a certificate of its `chain`',
      details: { found: 'pkcs12', expected: ['certificate'] },
    });
  });

  test('a certificate as an identity', () => {
    const error = refused({ PayloadCertificateUUID: root });
    expect(error).toMatchObject({
      code: 'ERR_REFERENCE_KIND',
      details: { pointer: '/PayloadCertificateUUID', found: 'certificate' },
    });
    expect(error.hint).toMatch(/^pass what pkcs12Identity\(\) or /);
  });

  test.each<[where: string, content: unknown, type: string, pointer: string, hint: RegExp]>([
    ['at a key that refers to nothing', { SSID_STR: root }, wifi, '/SSID_STR', /^write it at \/\w+/],
    [
      'alone where there are several',
      { EAPClientConfiguration: { PayloadCertificateAnchorUUID: root } },
      wifi,
      '/EAPClientConfiguration/PayloadCertificateAnchorUUID',
      /AnchorUUID\/\* or/,
    ],
    ['deep in a list', { A: [{ B: [0, embedded] }] }, 'com.example.app', '/A/0/B/1', /^add it with addCertificate/],
    ['in a type that refers to nothing', { Label: embedded }, 'com.apple.webClip.managed', '/Label', /^add it with/],
  ])('a certificate or an identity %s', (_, content, type, pointer, hint) => {
    const error = refused(content, type);
    expect(error).toMatchObject({ code: 'ERR_REFERENCE_PLACE', details: { pointer } });
    expect(error.hint).toMatch(hint);
  });

  test('what has the bytes of something else than a certificate, like addCertificate does', () => {
    expect(refused({ PayloadCertificateUUID: undefined, ...eap([{ raw: anna.bytes } as never]) }).code).toBe(
      'ERR_CERTIFICATE_IS_PKCS12',
    );
  });

  test('bytes under the key "raw" only where a certificate is meant', () => {
    const content = { raw: Uint8Array.of(1, 2, 3) };
    const profile = builderOf().addPayload('com.example.app', { Inner: content }).build();
    expect(profile.payloads[0]?.content['Inner']).toEqual(content);
  });

  const lacks = 'lacks a part of what pkcs12Identity() made';
  test.each<[what: string, broken: unknown, message: string]>([
    ['without its file', { [identityKind]: 'pkcs12' }, lacks],
    [
      'of a kind that there is not',
      { [identityKind]: 'SENTINEL' },
      'must be an identity, for example from pkcs12Identity()',
    ],
    ['that lost its file', { ...identity, container: undefined }, lacks],
    ['whose file is text', { ...identity, container: '[secret]' }, lacks],
    ['whose password is text', { ...identity, password: 'SENTINEL' }, lacks],
    ['that lost its certificate', { ...identity, certificate: undefined }, lacks],
    [
      'that throws',
      {
        [identityKind]: 'pkcs12',
        get container(): never {
          throw new Error('SENTINEL');
        },
      },
      'cannot be read, because a getter or a proxy throws',
    ],
  ])('a copy of an identity %s', (_, broken, message) => {
    const builder = builderOf();
    expect(() => builder.addPayload(wifi, { PayloadCertificateUUID: broken } as never)).toThrow(
      new TypeError(`the value at /PayloadCertificateUUID ${message}`),
    );
    expect(() => builder.addIdentity(broken as Identity)).toThrow(new TypeError(`identity ${message}`));
    expect(builder.build().payloads).toEqual([]);
  });

  test.each([undefined, null, 'pkcs12', root, {}, []])('%o as an identity to add', (value) => {
    expect(() => builderOf().addIdentity(value as never)).toThrow(/^identity must be an identity/);
  });
});
