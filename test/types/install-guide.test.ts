import { describe, expectTypeOf, test } from 'vitest';
import {
  installGuide,
  type GuidedProfile,
  type GuideSection,
  type InstallGuide,
  type InstallGuideOptions,
  type ParsedProfile,
  type Profile,
} from 'profilewright';

// These functions are only type-checked: nothing here runs.
const never = (_: () => unknown): void => undefined;
const profile = {} as Profile;

describe('the types of installGuide', () => {
  test('a built profile and a parsed one will do', () => {
    expectTypeOf<Profile>().toExtend<GuidedProfile>();
    expectTypeOf<ParsedProfile>().toExtend<GuidedProfile>();
  });

  test('the way has to be said, the system and the language can be', () => {
    expectTypeOf<{ install: 'mdm' }>().toExtend<InstallGuideOptions>();
    expectTypeOf<{ install: 'manual'; os: 'tvOS'; version: '17'; language: 'de' }>().toExtend<InstallGuideOptions>();
    // @ts-expect-error the way decides everything
    never(() => installGuide(profile, {}));
    // @ts-expect-error there is no French yet
    never(() => installGuide(profile, { install: 'manual', language: 'fr' }));
  });

  test('a guide is frozen text, whole or in sections', () => {
    expectTypeOf(installGuide).returns.toEqualTypeOf<InstallGuide>();
    expectTypeOf<InstallGuide['sections']>().toEqualTypeOf<readonly GuideSection[]>();
    expectTypeOf<GuideSection['kind']>().toEqualTypeOf<'install' | 'missing' | 'remove' | 'mail'>();
    // @ts-expect-error there is no such section
    never(() => installGuide(profile, { install: 'mdm' }).toText('uninstall'));
  });
});
