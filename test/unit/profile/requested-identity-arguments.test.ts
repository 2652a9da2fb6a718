import { describe, expect, test } from 'vitest';
import { acmeIdentity } from '../../../src/profile/acme-identity.js';
import { adCertificateIdentity } from '../../../src/profile/ad-certificate-identity.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import { builderOf, fullIdentities, subject } from './full-identities.js';

describe('is a TypeError that begins with the name:', () => {
  const acme = {
    directoryUrl: 'https://a',
    clientIdentifier: 'a',
    hardwareBound: true,
    keyType: 'EC',
    keySize: 256,
    subject,
  };
  test.each<[what: string, call: () => unknown, message: string]>([
    ['no options', () => scepIdentity(undefined as never), 'options must be a plain object'],
    ['no URL', () => scepIdentity({} as never), 'options.url is missing'],
    [
      'an option that is not known',
      () => scepIdentity({ url: 'a', keysize: 1 } as never),
      'options.keysize is not known',
    ],
    [
      'one attribute that is not in a list, with the list that is meant',
      () => scepIdentity({ url: 'a', subject: ['CN', 'Anna'] as never }),
      'such as [["CN", "Anna"]]',
    ],
    ['a subject as text', () => scepIdentity({ url: 'a', subject: 'CN=a' as never }), 'options.subject must be a list'],
    [
      'half an attribute',
      () => scepIdentity({ url: 'a', subject: [['CN']] as never }),
      'options.subject must be a list',
    ],
    [
      'an attribute too long',
      () => scepIdentity({ url: 'a', subject: [['CN', 'a', 'b']] as never }),
      'options.subject must',
    ],
    [
      'a number in a name',
      () => scepIdentity({ url: 'a', subject: [[['CN', 1]]] as never }),
      'options.subject must be',
    ],
    [
      'a challenge that is no text',
      () => scepIdentity({ url: 'a', challenge: { reveal: () => 1 } as never }),
      'options.challenge must be',
    ],
    [
      'a use that is not known',
      () => scepIdentity({ url: 'a', keyUsage: ['sign'] as never }),
      'options.keyUsage must be',
    ],
    [
      'a name that is not known',
      () => scepIdentity({ url: 'a', subjectAltName: { dnsName: 'a' } as never }),
      'options.subjectAltName.dnsName is not',
    ],
    [
      'a number as a name',
      () => scepIdentity({ url: 'a', subjectAltName: { dNSName: [1] } as never }),
      'options.subjectAltName.dNSName must',
    ],
    [
      'a fingerprint as text',
      () => scepIdentity({ url: 'a', caFingerprint: 'ab' as never }),
      'options.caFingerprint must',
    ],
    [
      'several names where ACME has one',
      () => acmeIdentity({ ...acme, subjectAltName: { dNSName: ['a'] } } as never),
      'options.subjectAltName.dNSName must',
    ],
    [
      'a kind of key that is not known',
      () => acmeIdentity({ ...acme, keyType: 'ECSECPrimeRandom' } as never),
      'options.keyType must be "EC" or "RSA"',
    ],
    ['no kind of key', () => acmeIdentity({ ...acme, keyType: undefined } as never), 'options.keyType is missing'],
    [
      'a purpose as text',
      () => acmeIdentity({ ...acme, extendedKeyUsage: '1.2' } as never),
      'options.extendedKeyUsage must',
    ],
    ['no template', () => adCertificateIdentity({ certServer: 'a' } as never), 'options.certTemplate is missing'],
    [
      'a mechanism that is not known',
      () =>
        adCertificateIdentity({ certServer: 'a', certTemplate: 'b', certificateAcquisitionMechanism: 'DCOM' as never }),
      'options.certificateAcquisitionMechanism must',
    ],
    [
      'a copy that was bent',
      () => builderOf().addIdentity({ ...fullIdentities.scep.identity, url: 1 } as never),
      'identity.url must be a string',
    ],
    [
      'a copy with more in it',
      () => builderOf().addIdentity({ ...fullIdentities.acme.identity, other: 1 } as never),
      'identity.other is not known',
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  test('and what is no certificate is refused as a root to trust', () => {
    for (const trust of ['SENTINEL', '', new Uint8Array()]) {
      expect(() => scepIdentity({ url: 'a', trust })).toThrow(/certificate|empty/);
    }
  });
});
