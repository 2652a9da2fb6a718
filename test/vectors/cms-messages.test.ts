import { describe, expect, test } from 'vitest';
import { isProfilewrightError, parseProfile, readCertificates, verifyProfile } from 'profilewright';
import { allMessages } from './cms-messages/all-messages.js';
import { profile, root, type CmsMessage } from './cms-messages/cms-message.js';

const anchors = readCertificates(root.pem);

/** What was said: `said` of a value, the code of a refusal; anything else that is thrown fails the test. */
function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}

const rows = Object.values(allMessages).flat();

describe.each(Object.entries(allMessages))('%s', (_, messages) => {
  test.for(messages)('$name', (row) => {
    const bytes = row.make();
    const issues: string[] = [];
    const verified = outcome(() => {
      const found = verifyProfile(bytes, { anchors });
      issues.push(...found.issues.map(({ code }) => code));
      expect(Buffer.compare(found.content, profile)).toBe(0);
      if (row.signer !== undefined) expect(Buffer.compare(found.signer.raw, row.signer().der)).toBe(0);
      return found.shownAs;
    });
    expect([verified, ...issues]).toEqual([row.verify, ...(row.issues ?? [])]);
    expect(outcome(() => (parseProfile(bytes), 'opened'))).toBe(row.parse ?? parsedAs(row));
  });
});

const isOpened = (said: string): boolean => said === 'Verified' || said === 'Not Verified';
const parsedAs = ({ verify }: CmsMessage): string => (isOpened(verify) ? 'opened' : verify);

test('the table says why wherever we and openssl disagree, and only there', () => {
  const wrong = rows.filter(({ verify, openssl, why }) => {
    const ours = isOpened(verify) ? verify : 'refused';
    return (ours !== openssl) !== (why !== undefined);
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('no two messages of the table have the same name', () => {
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});
