import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import {
  pkcs12Identity,
  type Pkcs12Identity,
  type Pkcs12IdentityOptions,
} from '../../../src/profile/pkcs12-identity.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import type { Payload } from '../../../src/profile/profile.js';
import { rootCA } from '../../support/authorities.js';
import { identityFile } from '../../support/identity-file.js';

const anna = identityFile('Anna');
const copyOf = (options: Partial<Pkcs12IdentityOptions> = {}): Pkcs12Identity =>
  pkcs12Identity(anna.bytes, { password: anna.password, ...options });
const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });
const join = (builder: ProfileBuilder, identity: Pkcs12Identity): ProfileBuilder =>
  builder.addWifi({ ssid: 'Lab', encryption: 'WPA2', eap: { types: ['tls'], trust: rootCA().der, identity } });
const identitiesOf = (builder: ProfileBuilder): Payload[] =>
  builder.build().payloads.filter(({ type }) => type === 'com.apple.security.pkcs12');

const whole = { Password: anna.password, AllowAllAppsAccess: false, KeyIsExtractable: false };
const plain = copyOf();
const locked = copyOf({ keyIsExtractable: false });
const copies: readonly Pkcs12Identity[] = [
  plain,
  copyOf({ allowAllAppsAccess: false }),
  copyOf({ embedPassword: true }),
  locked,
];

test.each([
  ['in one order', copies],
  ['in the other', copies.toReversed()],
])('copies of one file that say more than others are one payload with all of it, %s', (_, ordered) => {
  const referring = ordered.reduce(join, builderOf());
  const added = ordered.reduce((builder, copy) => builder.addIdentity(copy, { fileName: 'anna.p12' }), builderOf());
  for (const builder of [referring, added, ordered.reduce(join, builderOf().addIdentity(plain))]) {
    const [payload, ...more] = identitiesOf(builder);
    expect(more).toEqual([]);
    expect(payload?.content).toMatchObject({ ...whole, PayloadContent: anna.bytes });
  }
  expect(identitiesOf(added)[0]?.content['PayloadCertificateFileName']).toBe('anna.p12');
});

const extractable = copyOf({ keyIsExtractable: true });
test.each([
  ['added', () => builderOf().addIdentity(locked).addIdentity(extractable)],
  ['added and referred to', () => join(builderOf().addIdentity(locked), extractable).build()],
  ['referred to', () => join(join(builderOf(), extractable), locked).build()],
])('copies of one file that contradict each other are refused when %s', (_, run) => {
  let thrown: unknown;
  try {
    run();
  } catch (error) {
    thrown = error;
  }
  expect(isProfilewrightError(thrown, 'ERR_IDENTITY_OPTIONS')).toBe(true);
  expect(thrown).toMatchObject({ details: { option: 'keyIsExtractable' } });
});

test('copies of an identity that name other servers to trust bring the roots of all', () => {
  const [one, other] = [rootCA({ subject: 'One' }), rootCA({ subject: 'Other' })];
  const asked = scepIdentity({ url: 'https://ca.example.com/scep' });
  const all = [
    asked,
    { ...asked, trust: [readCertificate(one.der)] },
    { ...asked, trust: [readCertificate(other.der)] },
  ];
  const profile = all.reduce((builder, copy) => builder.addIdentity(copy), builderOf()).build();
  const names = profile.payloads.map(({ displayName, type }) => displayName ?? type);
  expect(names.toSorted()).toEqual(['One', 'Other', 'com.apple.security.scep']);
});
