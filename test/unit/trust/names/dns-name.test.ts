import { describe, expect, test } from 'vitest';
import { toALabels } from '../../../../src/trust/names/a-labels.js';
import { isDnsName, matchDnsName } from '../../../../src/trust/names/dns-name.js';

const label63 = 'a'.repeat(63);

describe('the syntax of DNS names', () => {
  test.each([
    'lab',
    'lab.example',
    'LAB.Example',
    '127.0.0.1.lab.example',
    '1a.lab.example',
    'lab.xn--80ao21a',
    'my_host.lab.example',
    '_sip.lab.example',
    '*.lab.example',
    '4.a',
    `${label63}.example`,
    `${label63}.${label63}.${label63}.${'a'.repeat(63)}`,
  ])('has room for %s', (text) => {
    expect(isDnsName(text)).toBe(true);
  });

  test.each([
    '',
    '.',
    'lab.example.',
    '.lab.example',
    'lab..example',
    '-a.lab.example',
    'a-.lab.example',
    'lab.example-',
    'lab.1',
    '10.0.0.1',
    'lab example',
    'lab.example:443',
    'https://lab.example',
    'lábor.example',
    'lab.example\0.evil.example',
    `a${label63}.example`,
    `${label63}.${label63}.${label63}.${'a'.repeat(64)}`,
  ])('has none for %j', (text) => {
    expect(isDnsName(text)).toBe(false);
  });
});

describe('a pattern', () => {
  test.each([
    ['lab.example', 'lab.example', 'match'],
    ['lab.example', 'other.example', 'no-match'],
    ['a.lab.example', 'lab.example', 'no-match'],
    ['a.lab.example', '*.lab.example', 'match'],
    ['lab.example', '*.lab.example', 'no-match'],
    ['a.b.lab.example', '*.lab.example', 'no-match'],
    ['a.b.lab.example', '*.*.lab.example', 'no-match'],
    ['a.b.lab.example', 'a.*.lab.example', 'no-match'],
    ['ab.lab.example', 'a*.lab.example', 'no-match'],
    ['ab.lab.example', '*b.lab.example', 'no-match'],
    ['alab.example', '*lab.example', 'no-match'],
    ['nas.lan', '*.lan', 'wildcard-two-labels'],
    ['nas', '*', 'wildcard-two-labels'],
    ['nas.lan', '*', 'no-match'],
    ['nas.home.lan', '*.home.lan', 'match'],
    ['shop.co.uk', '*.co.uk', 'wildcard-public-suffix'],
    ['nas.home.arpa', '*.home.arpa', 'wildcard-public-suffix'],
    ['lab.github.io', '*.github.io', 'match'],
  ])('%s and %s: %s', (name, pattern, expected) => {
    expect(matchDnsName(name, pattern)).toBe(expected);
  });
});

describe('labels in other scripts', () => {
  test.each([
    ['Lab.Example', 'lab.example'],
    ['Bücher.example', 'xn--bcher-kva.example'],
    ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
  ])('%s becomes %s', (name, expected) => {
    expect(toALabels(name)).toBe(expected);
  });

  test.each(['bücher.example/path', 'user@bücher.example', 'bücher.example:443', 'b\ufffdcher.example', 'ü\ud800'])(
    '%j has no A-labels',
    (name) => {
      expect(toALabels(name)).toBeUndefined();
    },
  );
});
