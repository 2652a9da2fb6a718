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
