import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { adCertificateIdentity } from '../../../src/profile/ad-certificate-identity.js';
import { isIdentity, type Identity } from '../../../src/profile/identity.js';
import type { Pkcs12Identity } from '../../../src/profile/pkcs12-identity.js';
import type { Payload } from '../../../src/profile/profile.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import { builderOf, challenge, fullIdentities, issuesOf, subject } from './full-identities.js';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const payloadOf = (identity: Identity): Payload | undefined =>
  builderOf().addIdentity(identity).build().payloads.at(-1);

describe.each(Object.entries(fullIdentities))('the identity from %s', (_, { type, identity, content }) => {
  test('writes every option under the key of Apple’s', () => {
    const builder = builderOf().addIdentity(identity);
    const { payloads } = builder.build();
    expect(payloads.at(-1)?.type).toBe(type);
    expect(plain(payloads.at(-1)?.content)).toEqual(plain(content));
    expect(issuesOf(builder)).toEqual([]);
  });

  test('has an option for every key of the payload', () => {
    const file = new URL(`../../../schemas/${type}.schema.json`, import.meta.url);
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: Record<string, { properties?: object }> };
    const keys = Object.keys(schema.properties['PayloadContent']?.properties ?? schema.properties);
    const own = keys.filter((key) => !/^Payload(?!Content)/.test(key));
    const written = Object.keys('PayloadContent' in content ? content.PayloadContent : content);
    // A SCEP key can be nothing but RSA.
    expect(own.filter((key) => !written.includes(key))).toEqual(own.filter((key) => key === 'Key Type'));
  });

  test('is a frozen value that survives being spread, and that nothing shows the secrets of', () => {
    expect(Object.isFrozen(identity)).toBe(true);
    const copies = [{ ...identity }, Object.assign({}, identity)];
    const builder = builderOf().addIdentity(identity);
    for (const copy of copies) {
      expect(isIdentity(copy)).toBe(true);
      builder.addIdentity(copy);
      expect(inspect(copy, { depth: 9, showHidden: true })).not.toContain('SENTINEL');
      expect(JSON.stringify(copy)).not.toContain('SENTINEL');
    }
    expect(builder.build().payloads.filter((payload) => payload.type === type)).toHaveLength(1);
  });

  test('is used where a payload refers to one', () => {
    const { payloads } = builderOf()
      .addPayload('com.apple.relay.managed', {
        Relays: [{ HTTP3RelayURL: 'https://a', PayloadCertificateUUID: identity }],
      })
      .build();
    const used = payloads.find((payload) => payload.type === type);
    const [relay] = payloads.at(-1)?.content['Relays'] as unknown as { PayloadCertificateUUID: string }[];
    expect(relay?.PayloadCertificateUUID).toBe(used?.uuid);
  });

  test('takes no file name', () => {
    expect(() => builderOf().addIdentity(identity as Identity as Pkcs12Identity, { fileName: 'a.p12' })).toThrow(
      new TypeError('options.fileName is for the file of a PKCS#12 identity'),
    );
  });
});

describe('an identity that is asked for', () => {
  test('may be made of another one, as its copies are options too', () => {
    const anna = fullIdentities.scep.identity;
    const otto = scepIdentity({ ...anna, subject: [['CN', 'otto']] });
    expect(payloadOf(otto)?.content['PayloadContent']).toMatchObject({
      Subject: [[['CN', 'otto']]],
      Challenge: challenge,
    });
    expect(builderOf().addIdentity(anna).addIdentity(otto).build().payloads).toHaveLength(3);
  });

  test('keeps its identifier when only its secret changes, and has another UUID', () => {
    const one = payloadOf(scepIdentity({ url: 'http://ca.example.com', subject, challenge: 'one' }));
    const two = payloadOf(scepIdentity({ url: 'http://ca.example.com', subject, challenge: 'two' }));
    expect(two?.identifier).toBe(one?.identifier);
    expect(two?.uuid).not.toBe(one?.uuid);
  });

  test('has an identifier of its own beside one that differs in its settings only, whatever the order', () => {
    const small = scepIdentity({ url: 'http://ca.example.com', subject, keySize: 2048 });
    const large = scepIdentity({ url: 'http://ca.example.com', subject, keySize: 4096 });
    const uuids = (...list: readonly Identity[]): string[] =>
      list
        .reduce((builder, one) => builder.addIdentity(one), builderOf())
        .build()
        .payloads.map(({ uuid }) => uuid);
    expect(new Set(uuids(small, large))).toEqual(new Set(uuids(large, small)));
    const { payloads } = builderOf().addIdentity(small).addIdentity(large).build();
    expect(new Set(payloads.map(({ identifier }) => identifier)).size).toBe(2);
  });

  test('is called by the last common name of its subject, or else by what there is', () => {
    const names = [
      scepIdentity({
        url: 'http://a',
        subject: [
          ['CN', 'first'],
          ['CN', 'second\u202e'],
        ],
      }),
      scepIdentity({ url: 'http://a', name: 'lab' }),
      scepIdentity({ url: 'http://a' }),
      adCertificateIdentity({ certServer: 'a', certTemplate: 'Machine' }),
    ].map((identity) => payloadOf(identity)?.displayName);
    expect(names).toEqual(['second\\u{202E}', 'lab', undefined, 'Machine']);
  });

  test('asks for an RSA key of 2048 bits from SCEP, when nothing is said', () => {
    expect({ ...(payloadOf(scepIdentity({ url: 'http://a' }))?.content['PayloadContent'] as object) }).toEqual({
      URL: 'http://a',
      Keysize: 2048,
    });
  });

  test.each([
    [[], 0],
    [['signing'], 1],
    [['encryption'], 4],
    [['encryption', 'signing', 'signing'], 5],
  ] as const)('for %o has the bits %i', (keyUsage, bits) => {
    const content = payloadOf(scepIdentity({ url: 'http://a', keyUsage }))?.content['PayloadContent'];
    expect(content).toMatchObject({ 'Key Usage': bits });
  });

  test('keeps what it was given when the caller changes it afterwards', () => {
    const given = { url: 'http://a', subject: [['CN', 'anna']] as [['CN', string]], caFingerprint: Uint8Array.of(1) };
    const identity = scepIdentity(given);
    given.subject[0][1] = 'otto';
    given.caFingerprint.fill(9);
    expect(payloadOf(identity)?.content['PayloadContent']).toMatchObject({
      Subject: [[['CN', 'anna']]],
      CAFingerprint: Uint8Array.of(1),
    });
  });
});
