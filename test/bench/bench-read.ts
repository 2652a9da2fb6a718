import { execFileSync, spawnSync } from 'node:child_process';
import { verify, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'plist';
import {
  isProfilewrightError,
  parseProfile,
  ProfileBuilder,
  readCertificate,
  signProfile,
  unwrapProfile,
  verifyProfile,
  type Profile,
} from 'profilewright';
import { signerChain } from '../support/authorities.js';
import { testKey, type KeyKind } from '../support/test-key.js';
import { benchRoot, benchSigner } from './material.js';
import { compare, median, type Ratio } from './measure.js';

/** Operations a second beside those of the ceiling: two thirds of them is one and a half times the cost. */
const TARGET = 1 / 1.5;

const documents: readonly (readonly [name: string, target: number, profile: () => Profile])[] = [
  ['1.5 KB', TARGET, smallProfile],
  ['560 payloads', TARGET, manyPayloads],
  ['1 MB of <data>', 1, muchData],
];

/** Reading profiles beside `plist.parse` alone and beside Python's plistlib, and checking a signature beside what it cannot do without. */
export async function* benchRead(): AsyncGenerator<Ratio> {
  for (const [name, target, makeProfile] of documents) {
    const xml = new TextDecoder().decode(makeProfile().toBytes());
    const operation = (): unknown => parseProfile(xml);
    yield compare({ name: `parse ${name}, beside plist.parse`, target, operation, ceiling: () => parse(xml) });
    yield besidePython(name, xml);
  }
  for (const kind of ['rsa-2048', 'p256'] as const) yield* benchVerify(kind);
  yield refusal();
}

function smallProfile(): Profile {
  return new ProfileBuilder({ identifier: 'com.example.lab', displayName: 'Lab' })
    .addPasscode({ minLength: 8 })
    .addWebClip({ label: 'Help desk', url: 'https://help.lab.example/' })
    .build();
}

function manyPayloads(): Profile {
  const builder = new ProfileBuilder({ identifier: 'com.example.lab', displayName: 'Lab' });
  for (let index = 0; index < 560; index += 1) {
    builder.addWebClip({ label: `Clip ${String(index)}`, url: `https://clip-${String(index)}.lab.example/` });
  }
  return builder.build();
}

function muchData(): Profile {
  const bytes = Uint8Array.from({ length: 1 << 20 }, (_, index) => (index * 7919) >> 3);
  return new ProfileBuilder({ identifier: 'com.example.lab' }).addPayload('com.example.blob', { Blob: bytes }).build();
}

/** plistlib runs in a process of its own, which times its rounds itself. */
function besidePython(name: string, xml: string): Ratio {
  const told = { name: `parse ${name}, beside Python's plistlib` };
  if (spawnSync('python3', ['-c', 'import plistlib']).status !== 0) {
    return { ...told, figures: 'not measured: there is no python3', ratio: Number.NaN };
  }
  const folder = mkdtempSync(join(tmpdir(), 'profilewright-bench-'));
  try {
    const file = join(folder, 'document.plist');
    writeFileSync(file, xml);
    const python = Number(execFileSync('python3', ['-c', pythonRounds, file], { encoding: 'utf8' }));
    const own = timeRounds(() => parseProfile(xml));
    const figures = `${own.toFixed(2).padStart(8)} of ${python.toFixed(2)} ms`;
    return { ...told, figures, ratio: python / own };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pythonRounds = `
import plistlib, statistics, sys, time
data = open(sys.argv[1], 'rb').read()
rounds = []
end = time.perf_counter() + 1
while time.perf_counter() < end or len(rounds) < 5:
    start = time.perf_counter()
    plistlib.loads(data)
    rounds.append(time.perf_counter() - start)
print(statistics.median(rounds) * 1000)
`;

function timeRounds(operation: () => unknown): number {
  const rounds: number[] = [];
  const end = performance.now() + 1000;
  while (performance.now() < end || rounds.length < 5) {
    const start = performance.now();
    operation();
    rounds.push(performance.now() - start);
  }
  return median(rounds);
}

/**
 * A file as people have it: the signer, its issuer and the root stand in it. The signature alone (what `unwrapProfile` checks
 * before it gives the content back), and `verifyProfile`, which reads the profile as well: beside the check and the
 * certificates alone, and with that reading.
 */
async function* benchVerify(kind: KeyKind): AsyncGenerator<Ratio> {
  const { name, signer, rawSign } = await benchSigner(kind);
  const { certificate, chain } = signerChain(kind);
  const profile = new ProfileBuilder({ displayName: 'Lab root' }).addRootCA(benchRoot()).build();
  const signed = await signProfile(profile, signer);
  const anchors = chain.slice(-1).map(({ der }) => readCertificate(der));
  if (verifyProfile(signed, { anchors }).shownAs !== 'Verified') throw new Error('the signer is not trusted');
  const check = bareCheck(testKey(kind).publicKey, rawSign());
  const operation = (): unknown => verifyProfile(signed, { anchors: 'none' });
  const ceiling = (): void => {
    check();
    for (const { der } of [certificate, ...chain]) readCertificate(der);
  };
  const wholeCeiling = (): void => {
    ceiling();
    parseProfile(profile.toBytes());
  };
  const unwrap = (): unknown => unwrapProfile(signed);
  yield compare({ name: `unwrap, ${name}, beside check and certificates`, target: TARGET, operation: unwrap, ceiling });
  yield compare({ name: `verify, ${name}, beside check and certificates`, target: TARGET, operation, ceiling });
  yield compare({
    name: `verify, ${name}, with reading the profile`,
    target: TARGET,
    operation,
    ceiling: wholeCeiling,
  });
  const judged = (): unknown => verifyProfile(signed, { anchors });
  yield compare({ name: `verify to an anchor, ${name}`, operation: judged, ceiling: wholeCeiling });
}

function bareCheck(publicKey: KeyObject, signature: Uint8Array): () => void {
  const signedBytes = new Uint8Array(107).fill(7);
  return () => {
    if (!verify('sha256', signedBytes, publicKey, signature)) throw new Error('the bare signature is wrong');
  };
}

/** Refusing needs the length only: no byte of the file is looked at, so a file a thousand times as long costs the same. */
function refusal(): Ratio {
  const file = new Uint8Array(100_000_000);
  const refuse = (bytes: Uint8Array, limits: { readonly maxBytes?: number }): void => {
    try {
      parseProfile(bytes, { limits });
    } catch (error) {
      if (isProfilewrightError(error, 'ERR_PLIST_LIMIT')) return;
      throw error;
    }
    throw new Error('the file was not refused');
  };
  const [large, small] = [
    timeRounds(() => {
      refuse(file, {});
    }),
    timeRounds(() => {
      refuse(file.subarray(0, 100_000), { maxBytes: 99_999 });
    }),
  ];
  return {
    name: 'refuse a file of 100 MB, beside one of 100 KB',
    figures: `${large.toFixed(3).padStart(8)} of ${small.toFixed(3)} ms`,
    ratio: small / large,
  };
}
