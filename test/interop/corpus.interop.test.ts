import { describe, expect, test, type TestContext } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { openFile } from '../../src/document/open-file.js';
import { decodePlist } from '../../src/plist/decode.js';
import { encodeNormalized } from '../../src/plist/encode.js';
import type { PlistValue } from '../../src/plist/value.js';
import { needCorpus, readCorpus, type CorpusFile } from '../support/corpus.js';
import { readWithPlistlib } from './plistlib.js';
import { needReferee, run } from './referee.js';
import { inObjectOrder, shapeOf, type Shape } from './typed-shape.js';
import { workFolder } from './work-folder.js';

const { folder, put, take } = workFolder('corpus');

const corpus = readCorpus().map((file) => ({ ...file, content: contentOf(file), value: valueOf(file) }));
type Read = (typeof corpus)[number];

function contentOf({ bytes }: CorpusFile): Uint8Array {
  return openFile(bytes).content as Uint8Array;
}

function valueOf(file: CorpusFile): PlistValue | undefined {
  try {
    return decodePlist(contentOf(file)).value;
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}

/** Where a referee takes a file that we refuse, or the other way round, and who is right. */
const disagreements: Readonly<Record<'plistlib' | 'libplist', Readonly<Record<string, string>>>> = {
  plistlib: {
    ec95770ab55a: 'an empty line in front of the XML declaration: XML refuses it, CFPropertyList.c passes over it',
  },
  libplist: {
    '0771befadefa': 'a <string> that is never closed: libplist takes what stands in it, CFPropertyList.c refuses it',
    '22368fde026c': 'a key without a value: libplist passes over it, CFPropertyList.c refuses it',
  },
};

function compare(referee: 'plistlib' | 'libplist', theirs: (file: Read) => Shape | string | undefined): void {
  const found = corpus.filter((file) => {
    const shape = theirs(file);
    if (typeof shape !== 'object') return file.value !== undefined;
    if (file.value !== undefined) expect(inObjectOrder(shape), file.name).toEqual(shapeOf(file.value));
    return file.value === undefined;
  });
  expect(found.map(({ sha256 }) => sha256.slice(0, 12))).toEqual(
    corpus.length === 0 ? [] : Object.keys(disagreements[referee]),
  );
}

describe('the corpus', () => {
  test('plistlib reads the very values', (context) => {
    needCorpus(context);
    needReferee('python3', context);
    const answers = readWithPlistlib(corpus.map(({ content }) => content));
    const shapes = new Map(corpus.map((file, index) => [file.sha256, answers[index]]));
    compare('plistlib', ({ sha256 }) => shapes.get(sha256));
  });

  test('libplist reads the very values', (context) => {
    needCorpus(context);
    needReferee('python3', context);
    const binary = corpus.map((file) => convert(context, file));
    const answers = readWithPlistlib(binary.map((bytes) => bytes ?? new Uint8Array()));
    const shapes = new Map(corpus.map((file, index) => [file.sha256, binary[index] && answers[index]]));
    compare('libplist', ({ sha256 }) => shapes.get(sha256));
  });

  test('what was read is written as an equivalent list, and read in binary form as well', (context) => {
    needCorpus(context);
    needReferee('python3', context);
    const readable = corpus.filter(({ value }) => value !== undefined);
    const written = readable.map(({ value }) => new TextEncoder().encode(encodeNormalized(value ?? '')));
    const answers = readWithPlistlib(written);
    for (const [index, file] of readable.entries()) {
      expect(answers[index], file.name).toEqual(shapeOf(file.value));
      const binary = convert(context, file);
      if (binary !== undefined) expect(shapeOf(decodePlist(binary).value), file.name).toEqual(shapeOf(file.value));
    }
  });

  test('openssl verifies what we verify, with the same signer, and finds the same content', (context) => {
    needCorpus(context);
    needReferee('openssl', context);
    for (const { name, bytes } of corpus) {
      const { signed } = openFile(bytes);
      if (signed === undefined) continue;
      const argv = ['-inform', 'DER', '-in', put('file.der', bytes), '-out', 'content.bin', '-signer', 'signer.pem'];
      const verdict = run('openssl', ['cms', '-verify', '-noverify', '-binary', ...argv], { cwd: folder });
      expect(verdict.status, `${name}: ${verdict.text}`).toBe(0);
      expect(Buffer.compare(take('content.bin'), signed.content), name).toBe(0);
      const shown = run('openssl', ['x509', '-in', 'signer.pem', '-noout', '-fingerprint', '-sha256'], { cwd: folder });
      expect(shown.text.replaceAll(':', ''), name).toContain(signed.signer.fingerprints.sha256.replaceAll(':', ''));
    }
  });
});

/** What libplist reads it writes in binary, which has types too; undefined when it does not read it. */
function convert(context: TestContext, { content }: Read): Uint8Array | undefined {
  needReferee('plistutil', context);
  const argv = ['-i', put('file.plist', content), '-o', 'file.bin', '-f', 'bin'];
  const { status } = run('plistutil', argv, { cwd: folder });
  return status === 0 ? take('file.bin') : undefined;
}
