import fc, { type Arbitrary } from 'fast-check';
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import {
  createSigner,
  isProfilewrightError,
  parseProfile,
  ProfileBuilder,
  readCertificates,
  signProfile,
  verifyProfile,
} from 'profilewright';
import { intermediateCA, rootCA, signerChain } from '../support/authorities.js';
import { mutilated } from '../support/arbitraries.js';

const root = rootCA();
const profile = new ProfileBuilder({ organization: 'Lab', consentText: 'Text' })
  .addRootCA([root.pem, intermediateCA(root).pem])
  .addCertificate(root.pem, { format: 'pem' })
  .addPayload('com.example.app', { List: [1, true, new Date(0), new Uint8Array(3), { Key: 0.5 }] })
  .build();
const signers = await Promise.all(
  (['p256', 'rsa-2048'] as const).map((kind) => {
    const { keyPem, certificate, chain } = signerChain(kind);
    return createSigner({ key: keyPem, certificate: certificate.pem, chain: chain.map(({ pem }) => pem) });
  }),
);
const [signer] = signers;
const anchors = readCertificates(signers.flatMap(({ chain }) => [...chain]));
const unsigned = profile.toBytes();
const signed = await Promise.all(signers.map((by) => signProfile(profile, by)));

let consoles: MockInstance[] = [];
beforeEach(() => {
  consoles = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((method) => vi.spyOn(console, method));
});
afterEach(() => {
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

/** The value, or undefined for an error of the package; any other error goes through. */
async function attempt<Value>(run: () => Value | Promise<Value>): Promise<Value | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    expect(error.hint).not.toBe('');
    expect(error.message).not.toContain('undefined');
    return undefined;
  }
}

/** Pieces of XML and of property lists that readers stumble over. */
const pieces = [
  '<',
  '&',
  '&#0;',
  '&#xD800;',
  '&x;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<null/>',
  '<dict>',
  '</dict>',
  '<array>',
  '</array>',
  '<key>',
  '<key>__proto__</key>',
  '<key>PayloadContent</key>',
  '<string/>',
  '<integer>1e9</integer>',
  '<!DOCTYPE plist [<!ENTITY x "y">]>',
  '<?php ?>',
  '\u0000',
  '\ufffe',
  '\u2028',
  'bplist00',
  '-----BEGIN CERTIFICATE-----',
];
const mangledXml: Arbitrary<Uint8Array> = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(0, 0, 1, 20, 400), fc.constantFrom(...pieces)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((damages) => {
    let text = profile.toXml();
    for (const [position, removed, piece] of damages) {
      const at = position % (text.length + 1);
      text = text.slice(0, at) + piece + text.slice(at + removed);
    }
    return new TextEncoder().encode(text);
  });
/** The names of keys and types exchanged, so that the values stand where others are expected. */
const exchangedValues: Arbitrary<Uint8Array> = fc
  .array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 })
  .map((swaps) => {
    const lines = profile.toXml().split('\n');
    const movable = lines.flatMap((line, index) =>
      /^\t+<(key|string|integer|data|true|false|date|real)/.test(line) ? [index] : [],
    );
    for (const [a, b] of swaps) {
      const [i, j] = [movable[a % movable.length] ?? 0, movable[b % movable.length] ?? 0];
      [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
    }
    return new TextEncoder().encode(lines.join('\n'));
  });

const hostileUnsigned = fc.oneof(mangledXml, exchangedValues, mutilated(fc.constant(unsigned)));
const hostileSigned = mutilated(fc.constantFrom(...signed));

test('an unsigned profile that was damaged is read, or refused by an error of the package', async () => {
  await fc.assert(
    fc.asyncProperty(hostileUnsigned, async (bytes) => {
      const parsed = await attempt(() => parseProfile(bytes));
      const text = await attempt(() => parseProfile(new TextDecoder().decode(bytes)));
      if (parsed !== undefined) expect(text?.dictionary).toEqual(parsed.dictionary);
      await attempt(() => verifyProfile(bytes, { anchors: 'none' }));
    }),
    { numRuns: 250 },
  );
});

test('an unsigned profile that was damaged is signed as it is, or refused by an error of the package', async () => {
  await fc.assert(
    fc.asyncProperty(hostileUnsigned, async (bytes) => {
      const made = await attempt(() => signProfile(bytes, signer ?? expect.unreachable()));
      if (made === undefined) return;
      expect(verifyProfile(made, { anchors })).toMatchObject({ shownAs: 'Verified' });
      expect(Buffer.from(verifyProfile(made, { anchors }).content)).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 100 },
  );
});

test('a signed profile that was damaged has the very content that was signed, or is refused by an error of the package', async () => {
  await fc.assert(
    fc.asyncProperty(hostileSigned, async (bytes) => {
      const verified = await attempt(() => verifyProfile(bytes, { anchors }));
      if (verified !== undefined) expect(verified.content).toEqual(unsigned);
      const parsed = await attempt(() => parseProfile(bytes));
      if (parsed !== undefined) expect(parsed.dictionary).toEqual(profile.dictionary);
      await attempt(() => signProfile(bytes, signer ?? expect.unreachable()));
      await attempt(() => readCertificates(bytes));
    }),
    { numRuns: 250 },
  );
});

test('bytes without any meaning are refused by an error of the package', async () => {
  const beginnings = [
    [],
    [0x30, 0x80],
    [0x30, 0x82, 0x01, 0x00, 0x06, 0x09],
    [...Buffer.from('<?xml version="1.0"?>')],
    [0xff, 0xfe],
  ];
  const noise = fc
    .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }))
    .map(([beginning, rest]) => Uint8Array.from([...beginning, ...rest]));
  await fc.assert(
    fc.asyncProperty(noise, async (bytes) => {
      expect(await attempt(() => parseProfile(bytes))).toBeUndefined();
      expect(await attempt(() => verifyProfile(bytes, { anchors }))).toBeUndefined();
      expect(await attempt(() => signProfile(bytes, signer ?? expect.unreachable()))).toBeUndefined();
      expect(await attempt(() => new ProfileBuilder().addCertificate(bytes).build())).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});
