import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';

const account = (): ProfileBuilder =>
  new ProfileBuilder({ identifier: 'com.example.account' }).addPayload('com.apple.eas.account', {
    Host: 'mail.lab.test',
  });

test('what is known about the devices changes what is refused, and never the bytes', () => {
  const plain = account().build();
  expect(
    account()
      .build({ context: { install: 'manual' } })
      .toXml(),
  ).toBe(plain.toXml());
  try {
    account().build({ context: { install: 'mdm' } });
    expect.unreachable();
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    expect(error.details.issues.map(({ code }) => code)).toContain('eas-username-noninteractive');
  }
});

test('a context with a misspelt fact is refused', () => {
  expect(() => account().build({ context: { platform: {} } as never })).toThrow(
    /^options\.context\.platform is not known/,
  );
});

test('a password is no matter in a profile that will be encrypted, and the bytes are the same', () => {
  const secret = (): ProfileBuilder =>
    account().addCalDav({ host: 'dav.lab.test', username: 'anna', password: 'open sesame' });
  const [plain, sealed] = [secret().build(), secret().build({ isEncrypted: true })];
  const codes = ({ issues }: typeof plain): string[] => issues.map(({ code }) => code);
  expect(codes(plain)).toContain('caldav-password-only-in-encrypted-profiles');
  expect(codes(sealed)).not.toContain('caldav-password-only-in-encrypted-profiles');
  expect(sealed.toXml()).toBe(plain.toXml());
  expect(() => account().build({ isEncrypted: 1 as never })).toThrow(/^options\.isEncrypted must be a boolean/);
});
