import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProfilewrightError, parseProfile, ProfileBuilder, type PlistValue, type Profile } from 'profilewright';
import { rootCA } from '../support/authorities.js';
import { textStrings } from '../support/text-strings.js';

const { der } = rootCA();
const identifier = 'com.example.lab';
const payloadKeys = {
  identifier: 'PayloadIdentifier',
  uuid: 'PayloadUUID',
  displayName: 'PayloadDisplayName',
  description: 'PayloadDescription',
  organization: 'PayloadOrganization',
} as const;

/** A text in one place of a profile: how it is put in, and the pointer at which it is found again. */
interface Place {
  readonly pointer: string;
  readonly build: (text: string) => Profile;
}

const payload = '/PayloadContent/0';
const optionPlaces: readonly Place[] = Object.entries(payloadKeys).flatMap(([option, key]) => [
  { pointer: `/${key}`, build: (text) => new ProfileBuilder({ identifier, [option]: text }).build() },
  {
    pointer: `${payload}/${key}`,
    build: (text) => new ProfileBuilder({ identifier }).addRootCA(der, { [option]: text }).build(),
  },
  {
    pointer: `${payload}/${key}`,
    build: (text) => new ProfileBuilder({ identifier }).addCertificate(der, { [option]: text, format: 'pem' }).build(),
  },
  {
    pointer: `${payload}/${key}`,
    build: (text) => new ProfileBuilder({ identifier }).addPayload('com.example.app', {}, { [option]: text }).build(),
  },
  {
    pointer: `${payload}/${key}`,
    build: (text) => new ProfileBuilder({ identifier }).addPayload('com.example.app', { [key]: text }).build(),
  },
]);
const otherPlaces: readonly Place[] = [
  {
    pointer: '/ConsentText/default',
    build: (consentText) => new ProfileBuilder({ identifier, consentText }).build(),
  },
  {
    pointer: '/ConsentText/de',
    build: (de) => new ProfileBuilder({ identifier, consentText: { default: 'Text', de } }).build(),
  },
  {
    pointer: `${payload}/PayloadCertificateFileName`,
    build: (fileName) => new ProfileBuilder().addRootCA(der, { fileName }).build(),
  },
  {
    pointer: `${payload}/PayloadType`,
    build: (type) => new ProfileBuilder({ identifier }).addPayload(`com.example.${type}`, {}).build(),
  },
  {
    pointer: `${payload}/Deep/0/Key`,
    build: (Key) => new ProfileBuilder({ identifier }).addPayload('com.example.app', { Deep: [{ Key }] }).build(),
  },
];
const places = [...optionPlaces, ...otherPlaces];

/** XML 1.0 section 2.2, production 2, and lone surrogates. */
// eslint-disable-next-line no-control-regex -- the characters that XML cannot hold are the point
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/u;

function valueAt(dictionary: PlistValue, pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], dictionary);
}

test('any text in any option comes back exactly, or is refused with its pointer and without its content', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), textStrings(), ({ pointer, build }, text) => {
      const given = pointer.endsWith('PayloadType') ? `com.example.${text}` : text;
      try {
        const profile = build(text);
        expect(forbidden.test(text)).toBe(false);
        expect(valueAt(profile.dictionary, pointer)).toBe(given);
        for (const form of [profile.toBytes(), profile.toXml()]) {
          expect(valueAt(parseProfile(form).dictionary, pointer)).toBe(given);
        }
      } catch (error) {
        if (!isProfilewrightError(error, 'ERR_PLIST_VALUE')) throw error;
        expect(forbidden.test(text)).toBe(true);
        // What addPayload refuses at once has its pointer in the content.
        expect(pointer.endsWith(error.details.pointer)).toBe(true);
        if (text.length > 20) expect(`${error.message} ${error.hint}`).not.toContain(text);
      }
    }),
    { numRuns: 500 },
  );
});

test('any text as a key comes back exactly, or is refused', () => {
  fc.assert(
    fc.property(textStrings(), (key) => {
      const isPayloadKey = Object.values<string>(payloadKeys).includes(key) || key === 'PayloadType';
      fc.pre(!isPayloadKey);
      const content = Object.defineProperty({}, key, { value: 'value', enumerable: true }) as Record<string, string>;
      try {
        const profile = new ProfileBuilder({ identifier }).addPayload('com.example.app', content).build();
        const [read] = parseProfile(profile.toBytes()).payloads;
        expect(Object.entries(read?.content ?? {})).toEqual([[key, 'value']]);
        expect(forbidden.test(key) || key === '__proto__').toBe(false);
      } catch (error) {
        if (!isProfilewrightError(error, 'ERR_PLIST_VALUE')) throw error;
        expect(forbidden.test(key) || key === '__proto__').toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
