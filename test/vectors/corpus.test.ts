import { describe, expect, test } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { parseProfile, type ParsedProfile } from '../../src/document/parse-profile.js';
import { validateProfile } from '../../src/document/validate-profile.js';
import { verifyProfile } from '../../src/document/verify-profile.js';
import { isCorpusAbsent, needCorpus, readCorpus, type CorpusFile } from '../support/corpus.js';
import { corpusVerdicts, type CorpusVerdict } from './corpus-verdicts.js';

/** All signers are expired, or will be: what is judged must not change with the day. */
const at = new Date('2026-01-01T00:00:00Z');
const corpus = readCorpus();

function outcomeOf<Value>(run: () => Value): Value | string {
  try {
    return run();
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}

const judged = corpus.flatMap((file) => {
  const verdict = corpusVerdicts.get(file.sha256);
  return verdict === undefined ? [] : [{ ...file, verdict, short: file.sha256.slice(0, 12) }];
});

test('every file that has a verdict is there', (context) => {
  needCorpus(context);
  if (isCorpusAbsent) return;
  expect(corpusVerdicts.size).toBe(132);
  expect(judged.map(({ sha256 }) => sha256).sort()).toEqual([...corpusVerdicts.keys()].sort());
});

test('files without a verdict end in a profile or in an error of ours', () => {
  const others = corpus.filter(({ sha256 }) => !corpusVerdicts.has(sha256));
  for (const { name, bytes } of others)
    expect(
      outcomeOf(() => parseProfile(bytes)),
      name,
    ).toBeDefined();
});

describe.each(judged)('$short', ({ bytes, verdict }) => {
  const parsed = outcomeOf(() => parseProfile(bytes));

  if (typeof parsed === 'string' || verdict.refused !== undefined) {
    test('is refused', () => {
      expect(parsed).toBe(verdict.refused);
    });
    return;
  }

  test('is read as it is', () => {
    expect(parsed.container).toBe(verdict.signature === undefined ? 'xml' : 'cms');
    expect(parsed.issues.map(({ code }) => code)).toEqual(verdict.issues ?? []);
    const isStrict = parsed.issues.every(({ severity }) => severity !== 'error');
    expect(outcomeOf(() => parseProfile(bytes, { strict: true })) === 'ERR_PROFILE_INVALID').toBe(!isStrict);
  });

  test('has the signature that it has, and loses it with any byte', () => {
    checkSignature(bytes, verdict);
  });

  test('has no error as a device judges but those that it deserves', () => {
    const { errors = [] } = verdict;
    expect(deviceErrors(parsed)).toEqual(errors.map(({ code, at }) => `${code} ${at}`));
    expect(errors.every(({ reason }) => reason !== '')).toBe(true);
  });
});

/** What is wrong with the content; what is odd about the file has been looked at. */
function deviceErrors(parsed: ParsedProfile): string[] {
  const inFile = new Set(parsed.issues);
  return validateProfile(parsed, { as: 'device', at })
    .filter((issue) => issue.severity === 'error' && !inFile.has(issue))
    .map(({ code, where }) => `${code} ${where.pointer ?? ''}`);
}

function checkSignature(bytes: CorpusFile['bytes'], { signature }: CorpusVerdict): void {
  const verified = outcomeOf(() => verifyProfile(bytes, { anchors: 'none', at }));
  if (signature === undefined || typeof verified === 'string') {
    expect(verified).toBe(signature === undefined ? 'ERR_CMS_NOT_SIGNED' : 'a signature');
    return;
  }
  const { signer, chain, signedUntil, content } = verified;
  expect(signer.fingerprints.sha256.replaceAll(':', '')).toBe(signature.signer);
  expect(chain).toHaveLength(signature.certificates);
  expect(signedUntil <= new Date(signature.signedUntil)).toBe(true);
  expect(signer.notAfter).toEqual(new Date(signature.signedUntil));
  const tampered = Uint8Array.from(bytes);
  const place = bytes.indexOf(content.subarray(0, 64)) + 50;
  tampered[place] = (tampered[place] ?? 0) ^ 1;
  expect(outcomeOf(() => verifyProfile(tampered, { anchors: 'none', at }))).toBe('ERR_CMS_DIGEST_MISMATCH');
}
