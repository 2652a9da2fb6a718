import { sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSigner } from '../../src/cms/create-signer.js';
import { encodeEcdsaSignature } from '../../src/cms/ecdsa-signature.js';
import { openSignedData } from '../../src/cms/open.js';
import { signContent } from '../../src/cms/sign.js';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { leaf, rootCA } from '../support/authorities.js';
import { ascii, integer, sequence } from '../support/der.js';
import { signedMessage } from '../support/signed-message.js';
import { testKey } from '../support/test-key.js';

const kinds = fc.constantFrom('rsa-2048' as const, 'p256' as const, 'p384' as const);
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.integer({ min: 0, max: 70_000 }).map((length) => new Uint8Array(length).fill(0x3c)),
);
/** Names of every shape: up to four RDNs of up to three attributes each, in any script. */
const names = fc.array(
  fc.array(fc.tuple(fc.constantFrom('CN', 'O', 'OU'), fc.string({ unit: 'grapheme', maxLength: 20 })), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 4 },
);
/** Content octets of the INTEGER: below zero and with octets too many as well. */
const serialNumbers = fc.uint8Array({ minLength: 1, maxLength: 20 });
const times = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

test('what was signed is opened, whatever the content, the key, the names and the time', async () => {
  await fc.assert(
    fc.asyncProperty(
      kinds,
      contents,
      names,
      serialNumbers,
      times,
      async (kind, content, subject, serialNumber, time) => {
        const key = testKey(kind);
        const certificate = leaf(rootCA({ subject }), { key, serialNumber, extensions: [] });
        const signer = await createSigner({ key: key.privateKey, certificate: certificate.der });
        const opened = openSignedData(await signContent(content, signer, { signingTime: time }));
        expect(opened.content).toEqual(content);
        expect(opened.signer.raw).toEqual(certificate.der);
        expect(opened.signingTime?.getTime()).toBe(Math.floor(time.getTime() / 1000) * 1000);
        expect(opened.issues).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('P1363 and DER are two spellings of one signature', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(['p256', 32] as const, ['p384', 48] as const),
      fc.uint8Array(),
      ([kind, length], bytes) => {
        const key = testKey(kind).privateKey;
        const raw = sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' });
        const der = encodeEcdsaSignature(raw, length);
        const [r, s] = [raw.subarray(0, length), raw.subarray(length)].map((half) =>
          BigInt(`0x${half.toString('hex')}`),
        );
        expect(Buffer.from(der ?? [])).toEqual(Buffer.from(sequence(integer(r ?? 0n), integer(s ?? 0n))));
        expect(encodeEcdsaSignature(der ?? raw, length)).toEqual(der);
      },
    ),
    { numRuns: 100 },
  );
});

const sound = signedMessage({
  signer: leaf(rootCA(), { extensions: [] }),
  content: ascii('<?xml version="1.0"?><plist version="1.0"><dict/></plist>'),
});
const soundContent = Buffer.from(openSignedData(sound).content);

/** Either the very content, or an error of this package. */
function isHarmless(bytes: Uint8Array): boolean {
  try {
    return soundContent.equals(openSignedData(bytes).content);
  } catch (error) {
    if (isProfilewrightError(error)) return true;
    throw error;
  }
}

test('no changed octet makes other content pass as signed', () => {
  for (let index = 0; index < sound.length; index += 1) {
    for (const change of [0x01, 0x20, 0x80]) {
      const bytes = Uint8Array.from(sound);
      bytes[index] = (bytes[index] ?? 0) ^ change;
      expect(isHarmless(bytes), `octet ${index} xor ${change}`).toBe(true);
    }
  }
});

test('hostile bytes end in the signed content or in an error of this package', () => {
  const position = fc.nat({ max: sound.length - 1 });
  const edits = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('set' as const),
        at: position,
        bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
      }),
      fc.record({
        kind: fc.constant('insert' as const),
        at: position,
        bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
      }),
      fc.record({ kind: fc.constant('copy' as const), at: position, from: position, length: fc.nat({ max: 200 }) }),
      fc.record({ kind: fc.constant('cut' as const), at: position, length: fc.nat({ max: 200 }) }),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(edits, (list) => {
      let bytes: Buffer = Buffer.from(sound);
      for (const edit of list) {
        const [head, tail] = [bytes.subarray(0, edit.at), bytes.subarray(edit.at)];
        if (edit.kind === 'set') bytes = Buffer.concat([head, edit.bytes, tail.subarray(edit.bytes.length)]);
        if (edit.kind === 'insert') bytes = Buffer.concat([head, edit.bytes, tail]);
        if (edit.kind === 'copy')
          bytes = Buffer.concat([head, bytes.subarray(edit.from, edit.from + edit.length), tail]);
        if (edit.kind === 'cut') bytes = Buffer.concat([head, tail.subarray(edit.length)]);
      }
      return isHarmless(bytes);
    }),
    { numRuns: 2000 },
  );
});
