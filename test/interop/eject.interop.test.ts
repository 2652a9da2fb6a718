import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { diffProfiles, ejectProfile, isProfilewrightError, parseProfile, type EjectedProfile } from 'profilewright';
import { needCorpus, readCorpus, type CorpusFile } from '../support/corpus.js';
import { runProgram } from '../support/run-program.js';
import { corpusVerdicts } from '../vectors/corpus-verdicts.js';

function eject({ bytes }: CorpusFile): EjectedProfile | string {
  try {
    return ejectProfile(bytes);
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}

/** What is remarkable about the program that a file is made into; undefined when nothing is. */
function remake(file: CorpusFile): string | undefined {
  const ejected = eject(file);
  if (typeof ejected === 'string') return ejected;
  const made = runProgram(ejected).written.get('profile.mobileconfig') ?? new Uint8Array();
  if (diffProfiles(file.bytes, made).length > 0) return 'is another profile';
  const isSame = isDeepStrictEqual(parseProfile(made).dictionary, parseProfile(file.bytes).dictionary);
  return isSame ? undefined : 'has another value or another order of payloads';
}

test('every profile of the corpus that a device takes is made again by its program, value by value', (context) => {
  needCorpus(context);
  for (const file of readCorpus()) {
    const verdict = corpusVerdicts.get(file.sha256);
    // Of files that nobody has judged, it is known only that nothing else than an error of ours may come out.
    if (verdict === undefined) eject(file);
    else expect(remake(file), file.name).toBe(verdict.refused);
  }
});
