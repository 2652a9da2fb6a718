import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertPkcs12, inspectPkcs12, isProfilewrightError, pkcs12Identity } from 'profilewright';
import { signerChain } from '../support/authorities.js';
import { modernPkcs12, oldPkcs12, pkcs12File, type Pkcs12FileOptions } from '../support/pkcs12-file.js';
import type { KeyKind } from '../support/test-key.js';
import { textStrings } from '../support/text-strings.js';

const kinds: readonly KeyKind[] = ['rsa-2048', 'p256', 'p384', 'p521'];
const material = new Map(kinds.map((kind) => [kind, signerChain(kind)]));

/** Any text that can be a password. */
const passwords = textStrings().map((text) => text.replaceAll(/[\0\p{Cs}]/gu, 'x') || 'x');
const names = textStrings().map((text) => text.replaceAll(/\p{Cs}/gu, 'x'));

interface Draft {
  readonly kind: KeyKind;
  readonly chainLength: number;
  readonly password: string;
  readonly friendlyName: string | undefined;
  readonly protection: Pkcs12FileOptions;
  readonly localKeyID: 'both' | 'key' | 'none';
}

const drafts: fc.Arbitrary<Draft> = fc.record({
  kind: fc.constantFrom(...kinds),
  chainLength: fc.integer({ min: 0, max: 2 }),
  password: passwords,
  friendlyName: fc.option(names, { nil: undefined }),
  protection: fc.constantFrom<Pkcs12FileOptions>(oldPkcs12, modernPkcs12, {}, { mac: { pbmac1: { keyLength: 32 } } }),
  localKeyID: fc.constantFrom('both', 'key', 'none'),
});

function make({ kind, chainLength, password, friendlyName, protection, localKeyID }: Draft) {
  const { key, certificate, chain } = material.get(kind)!;
  const certificates = [certificate, ...chain.slice(0, chainLength)];
  const name = friendlyName === undefined ? {} : { friendlyName };
  const bytes = pkcs12File({ key, certificates, password, iterations: 2, localKeyID, ...name, ...protection });
  return { bytes, certificates };
}

describe('for any PKCS#12 file with one identity', () => {
  test('the identity has what went in, and a conversion keeps it and imports where it says', () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom('any', 'ios18'), passwords, (draft, form, newPassword) => {
        const { bytes, certificates } = make(draft);
        const { password } = draft;
        const identity = pkcs12Identity(bytes, { password });
        const held = [identity.certificate, ...identity.chain].map(({ raw }) => raw);
        expect(held).toEqual(certificates.map(({ der }) => der));
        expect(identity.friendlyName).toBe(draft.friendlyName);
        const converted = convertPkcs12(bytes, { for: form, password, newPassword, iterations: 1000 });
        const again = pkcs12Identity(converted, { password: newPassword });
        expect([again.certificate, ...again.chain].map(({ raw }) => raw)).toEqual(held);
        expect(again.friendlyName).toBe(draft.friendlyName);
        const { imports } = inspectPkcs12(converted);
        expect(imports.find(({ os }) => os === 'iOS')?.from).toBe(form === 'any' ? '4.0' : '18.0');
      }),
      { numRuns: 12 },
    );
  });

  test('another password opens nothing, and stands in no error', () => {
    fc.assert(
      fc.property(drafts, passwords, (draft, wrong) => {
        fc.pre(wrong !== draft.password);
        const { bytes } = make(draft);
        try {
          pkcs12Identity(bytes, { password: wrong });
          expect.unreachable('it was opened');
        } catch (error) {
          if (!isProfilewrightError(error, 'ERR_PKCS12_UNREADABLE')) throw error;
          expect(error.details).toEqual({});
        }
      }),
      { numRuns: 40 },
    );
  });

  test('any damage ends in an error of this package, or in the same identity', () => {
    const damages = fc.record({ place: fc.nat(), octet: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(drafts, damages, (draft, { place, octet }) => {
        const { bytes, certificates } = make(draft);
        const index = place % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ octet;
        try {
          const limits = { maxPkcs12KdfIterations: 1000, maxPbkdf2Iterations: 1000 };
          const identity = pkcs12Identity(bytes, { password: draft.password, ...limits });
          expect(identity.certificate.raw).toEqual(certificates[0]!.der);
        } catch (error) {
          if (!isProfilewrightError(error)) throw error;
        }
      }),
      { numRuns: 100 },
    );
  });
});
