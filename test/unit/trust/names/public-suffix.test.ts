import { statSync } from 'node:fs';
import { join } from 'node:path';
import { getPublicSuffix } from 'tldts';
import { describe, expect, test } from 'vitest';
import { isPublicSuffix } from '../../../../src/trust/names/public-suffix.js';

describe('the rule with the most labels', () => {
  test.each(['com', 'uk', 'co.uk', 'jp', 'ac.jp', 'kyoto.jp', 'ide.kyoto.jp', 'us', 'ak.us', 'k12.ak.us', 'home.arpa'])(
    'makes %s a suffix',
    (domain) => {
      expect(isPublicSuffix(domain)).toBe(true);
      expect(isPublicSuffix(`lab.${domain}`, 'icann')).toBe(false);
    },
  );

  test('is a wildcard for any label in front of ck, and for each of the cities of Japan', () => {
    expect(isPublicSuffix('anything.ck')).toBe(true);
    expect(isPublicSuffix('lab.anything.ck')).toBe(false);
    expect(isPublicSuffix('anything.kobe.jp')).toBe(true);
    expect(isPublicSuffix('kobe.jp')).toBe(false);
  });
});

test('an exception takes one label off', () => {
  expect(isPublicSuffix('www.ck')).toBe(false);
  expect(isPublicSuffix('lab.www.ck')).toBe(false);
  expect(isPublicSuffix('city.kobe.jp')).toBe(false);
});

test('a top-level domain that is not listed is a suffix, what stands before it is none', () => {
  for (const domain of ['local', 'lan', 'test', 'ck']) expect(isPublicSuffix(domain)).toBe(true);
  for (const domain of ['nas.local', 'home.lan']) expect(isPublicSuffix(domain)).toBe(false);
});

test('private rules count unless only those of ICANN are asked for', () => {
  for (const domain of ['github.io', 's3.amazonaws.com', 'anything.compute.amazonaws.com']) {
    expect(isPublicSuffix(domain)).toBe(true);
    expect(isPublicSuffix(domain, 'icann')).toBe(false);
  }
});

test('case, a trailing dot and the script of a label make no difference', () => {
  for (const domain of ['CO.UK', 'co.uk.', '公司.cn', 'xn--55qx5d.cn', '中国', 'xn--fiqs8s']) {
    expect(isPublicSuffix(domain)).toBe(true);
  }
  expect(isPublicSuffix('食狮.公司.cn')).toBe(false);
});

test.each(['', '.', '.com', 'co..uk', '*.ck', '*', '!www.ck', 'com/', 'c om', `${'a.'.repeat(200)}uk`])(
  '%j is no suffix',
  (domain) => {
    expect(isPublicSuffix(domain)).toBe(false);
  },
);

test('another implementation finds the same suffixes', () => {
  // Not asked for are parents of wildcards in the list, which tldts takes for suffixes although the algorithm does not.
  const tops = [
    'com',
    'uk',
    'co.uk',
    'ck',
    'www.ck',
    'x.kobe.jp',
    'city.kobe.jp',
    'no',
    'github.io',
    'x.sch.uk',
    'unlisted',
  ];
  const more = [
    'er',
    'bd',
    'platform.sh',
    'x.ex.futurecms.at',
    'x.nom.br',
    'in-addr.arpa',
    'xn--p1ai',
    'pvt.k12.ma.us',
  ];
  const domains = [...tops, ...more].flatMap((top) => [top, `a.${top}`, `b.a.${top}`, `www.${top}`, `com.${top}`]);
  const found = (allowPrivateDomains: boolean): string[] =>
    domains.filter((domain) => getPublicSuffix(domain, { allowPrivateDomains }) === domain);
  expect(domains.filter((domain) => isPublicSuffix(domain))).toEqual(found(true));
  expect(domains.filter((domain) => isPublicSuffix(domain, 'icann'))).toEqual(found(false));
});

test('the list takes less than 60 kB of the source', () => {
  const module = join(import.meta.dirname, '../../../../src/trust/names/generated/public-suffixes.ts');
  expect(statSync(module).size).toBeLessThan(60_000);
});
