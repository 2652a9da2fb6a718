import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { diagnoseServer } from '../../src/live/diagnose-server.js';
import { FlightReader } from '../../src/live/flight-reader.js';
import type { FlightOutcome } from '../../src/live/server-flight.js';
import { readCertificate } from '../../src/pki/read-certificates.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import { closeServers, listen, rawServer } from '../unit/live/loopback.js';
import { flight } from '../unit/live/tls-bytes.js';

const root = rootCA();
const issuingCA = intermediateCA(root);
const sound = flight([leaf(issuingCA).der, issuingCA.der]);

afterAll(closeServers);

/** A sound flight in which some bytes are others, and some are cut out. */
const damaged = fc
  .record({
    changes: fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 4 }),
    cut: fc.tuple(fc.nat(sound.length), fc.nat(6)),
  })
  .map(({ changes, cut: [from, count] }) => {
    const bytes = sound.slice();
    for (const [place, byte] of changes) bytes[place] = byte;
    return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(from + count)]);
  });

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.from([22, 3, 3, 0, rest.length, ...rest])),
  damaged,
);

function read(bytes: Uint8Array, sizes: readonly number[]): FlightOutcome {
  const reader = new FlightReader();
  for (let offset = 0, turn = 0; offset < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    const outcome = reader.push(bytes.subarray(offset, offset + size));
    if (outcome !== undefined) return outcome;
    offset += size;
  }
  return reader.end();
}

test('any bytes have an outcome, and the same one however they are cut into pieces', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(anyBytes, sizes, (bytes, pieces) => {
      expect(read(bytes, pieces)).toEqual(read(bytes, [bytes.length + 1]));
    }),
    { numRuns: 500 },
  );
});

test('whatever a server sends ends in a diagnosis or in an error of this package', async () => {
  let answer: Uint8Array = new Uint8Array();
  const port = await listen(rawServer((socket) => void socket.once('data', () => socket.end(answer))));
  const anchors = [readCertificate(root.pem)];
  const target = { host: '127.0.0.1', port, servername: 'lab.example' };
  const seen = { diagnoses: 0, errors: 0 };
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      answer = bytes;
      try {
        const { verdict } = await diagnoseServer(target, { anchors });
        expect(['after-switch', 'refused']).toContain(verdict);
        seen.diagnoses += 1;
      } catch (error) {
        if (!isProfilewrightError(error) || !error.code.startsWith('ERR_SERVER_')) throw error;
        seen.errors += 1;
      }
    }),
    { numRuns: 120 },
  );
  expect(Math.min(seen.diagnoses, seen.errors)).toBeGreaterThan(0);
});
