import type { KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isContentInfo } from '../../src/asn1/content-info.js';
import { isEnvelope, openEnvelope } from '../../src/cms/open-envelope.js';
import { sealEnvelope } from '../../src/cms/seal-envelope.js';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { decryptProfile } from '../../src/document/decrypt-profile.js';
import { readCertificate } from '../../src/pki/read-certificates.js';
import { ProfileBuilder } from '../../src/builder/profile-builder.js';
import { rootCA } from '../support/authorities.js';
import { deviceIdentity } from '../support/device-identity.js';
import { pem } from '../support/pem.js';
import { testKey } from '../support/test-key.js';
import { toBer } from '../support/to-ber.js';

const kinds = ['rsa-2048', 'rsa-3072', 'p256', 'p384'] as const;
type Kind = (typeof kinds)[number];
const certificates = new Map(kinds.map((kind) => [kind, readCertificate(deviceIdentity(kind).der)]));
const certificateOf = (kind: Kind) => certificates.get(kind)!;
const keyOf = (kind: Kind) => testKey(kind).privateKey;
const maxBytes = 100_000;

test('what was encrypted is opened by every recipient, and by nobody else', () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 100 }),
    fc.nat({ max: 40_000 }).map((length) => new Uint8Array(length).fill(7)),
  );
  const naming = fc.constantFrom('issuerAndSerialNumber' as const, 'subjectKeyIdentifier' as const);
  fc.assert(
    fc.property(content, fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 }), naming, (bytes, chosen, by) => {
      const sealed = sealEnvelope(bytes, chosen.map(certificateOf), by);
      const read = (found: Uint8Array) => (Buffer.from(found).equals(bytes) ? found : undefined);
      for (const kind of chosen) {
        for (const form of [sealed, toBer(sealed, { where: 'everywhere' })]) {
          expect(openEnvelope(form, { privateKey: keyOf(kind), maxBytes, read })).toHaveLength(bytes.length);
        }
      }
      for (const kind of kinds.filter((other) => !chosen.includes(other))) {
        expect(() => openEnvelope(sealed, { privateKey: keyOf(kind), maxBytes, read })).toThrow(
          expect.objectContaining({ code: 'ERR_DECRYPTION_FAILED' }),
        );
      }
    }),
    { numRuns: 15 },
  );
});

const profile = new ProfileBuilder().addRootCA(rootCA().der).build();
const whole = sealEnvelope(profile.toBytes(), kinds.map(certificateOf), 'issuerAndSerialNumber');

test('a whole profile in an envelope is opened, in DER and in text', () => {
  for (const input of [whole, pem('PKCS7', whole), pem('CMS', whole)]) {
    const opened = decryptProfile(input, keyOf('p256'));
    expect(opened.dictionary).toEqual(profile.dictionary);
    expect(opened.isEncrypted).toBe(true);
  }
});

/** What everybody can see of an envelope without a key may have an error of its own; the rest has one. */
const publicErrors = /^ERR_(ASN1_MALFORMED|ASN1_LIMIT|CMS_MALFORMED|DECRYPTION_ALGORITHM|DECRYPTION_FAILED)$/;

/** The error of decrypting, or undefined when that ended in a value. */
function errorOf(bytes: Uint8Array, key: KeyObject): string | undefined {
  try {
    decryptProfile(bytes, key);
    return undefined;
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}

function isStillEnvelope(bytes: Uint8Array): boolean {
  try {
    return isContentInfo(bytes) && isEnvelope(bytes);
  } catch (error) {
    if (isProfilewrightError(error)) return false;
    throw error;
  }
}

test('a changed message ends in the one error, in one that the key has no part in, or in a value', () => {
  const position = fc.nat({ max: whole.length - 1 });
  // Most cuts end before a key is asked: octets that are others reach further.
  const cut = fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 50 }) });
  const edit = fc.record({ at: position, to: fc.nat({ max: 255 }), cut });
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('p256' as const, 'rsa-2048' as const),
      (edits, kind) => {
        let bytes = Buffer.from(whole);
        for (const { at, to, cut: length } of edits) {
          if (length !== null) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
          else if (at < bytes.length) bytes[at] = to;
        }
        const code = errorOf(bytes, keyOf(kind));
        if (code === undefined) return;
        // Whoever has another key of that kind learns the same.
        expect(errorOf(bytes, testKey(kind, 1).privateKey)).toBe(code);
        if (isStillEnvelope(bytes)) expect(code).toMatch(publicErrors);
      },
    ),
    { numRuns: 300 },
  );
});
