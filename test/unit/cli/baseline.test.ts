import { expect, test } from 'vitest';
import { knownIssue, stableNames } from '../../../src/cli/baseline.js';

const places = (identifiers: readonly (string | undefined)[]): string[] => {
  const payloads = identifiers.map((PayloadIdentifier) =>
    PayloadIdentifier === undefined ? {} : { PayloadIdentifier },
  );
  const names = stableNames({ PayloadContent: payloads });
  const pointers = identifiers.map((_, index) => `/PayloadContent/${String(index)}/Key`);
  return pointers.map((pointer) => knownIssue('a', { code: 'profile-uuid', where: { pointer } }, names).place);
};

test('a payload is named by its identifier unless another one has it, too', () => {
  expect(places(['a', 'b', 'a', undefined])).toEqual([
    '/PayloadContent/0/Key',
    '/PayloadContent[b]/Key',
    '/PayloadContent/2/Key',
    '/PayloadContent/3/Key',
  ]);
  expect(knownIssue('a', { code: 'profile-uuid', where: { pointer: '/Key' } }, new Map()).place).toBe('/Key');
});

test('the identifier of each payload is read once, however many issues there are', () => {
  let reads = 0;
  const payload = (index: number) => ({
    get PayloadIdentifier() {
      reads += 1;
      return String(index);
    },
  });
  const names = stableNames({ PayloadContent: Array.from({ length: 50 }, (_, index) => payload(index)) });
  for (let index = 0; index < 50; index += 1) {
    const where = { pointer: `/PayloadContent/${String(index)}` };
    const { place } = knownIssue('a', { code: 'profile-uuid', where }, names);
    expect(place).toBe(`/PayloadContent[${String(index)}]`);
  }
  expect(reads).toBe(50);
});
