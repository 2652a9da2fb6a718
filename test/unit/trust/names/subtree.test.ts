import { describe, expect, test } from 'vitest';
import type { GeneralNameInput } from '../../../support/general-name.js';
import type { NameInput } from '../../../support/name.js';
import { violationsOf } from './constrained-path.js';

/** What becomes of a leaf with this name when a CA permits, and when it excludes, the subtree. */
function outcome(subtree: GeneralNameInput, name: GeneralNameInput): string {
  const server = { subjectAltName: [name] };
  const permitted = violationsOf({ permitted: [subtree] }, server).length === 0;
  const excluded = violationsOf({ excluded: [subtree] }, server).length > 0;
  if (permitted === excluded) return permitted ? 'inside' : 'outside';
  return permitted ? 'never refused' : 'always refused';
}

describe('a dNSName', () => {
  test.each([
    ['lab.example', 'lab.example', 'inside'],
    ['lab.example', 'LAB.Example', 'inside'],
    ['Lab.EXAMPLE', 'a.lab.example', 'inside'],
    ['lab.example', 'a.b.lab.example', 'inside'],
    ['lab.example', 'badlab.example', 'outside'],
    ['lab.example', 'lab.example.org', 'outside'],
    ['lab.example', 'example', 'outside'],
    ['.lab.example', 'a.lab.example', 'inside'],
    ['.lab.example', 'a.b.lab.example', 'inside'],
    ['.lab.example', 'lab.example', 'outside'],
    ['.lab.example', 'badlab.example', 'outside'],
    ['.lab.example', '.lab.example', 'outside'],
    ['lab.example', '*.lab.example', 'inside'],
    ['.lab.example', '*.lab.example', 'inside'],
    ['b.lab.example', '*.a.lab.example', 'outside'],
    ['b.a.lab.example', '*.lab.example', 'outside'],
    ['xb.lab.example', '*.b.lab.example', 'outside'],
    // Some hosts that the wildcard stands for are in the subtree, others are not.
    ['a.lab.example', '*.lab.example', 'always refused'],
    ['', 'lab.example', 'inside'],
  ])('subtree %j, name %s: %s', (base, name, expected) => {
    expect(outcome({ dNSName: base }, { dNSName: name })).toBe(expected);
  });
});

describe('an iPAddress', () => {
  test.each([
    ['10.0.0.0/255.0.0.0', '10.200.3.4', 'inside'],
    ['10.0.0.0/255.0.0.0', '11.0.0.1', 'outside'],
    ['10.9.9.9/255.0.0.0', '10.0.0.1', 'inside'],
    ['10.0.0.1/255.255.255.255', '10.0.0.1', 'inside'],
    ['10.0.0.1/255.255.255.255', '10.0.0.2', 'outside'],
    ['0.0.0.0/0.0.0.0', '192.0.2.1', 'inside'],
    ['0.0.0.0/0.0.0.0', '2001:db8::1', 'outside'],
    ['192.0.2.16/255.255.255.240', '192.0.2.31', 'inside'],
    ['192.0.2.16/255.255.255.240', '192.0.2.32', 'outside'],
    ['2001:db8::/ffff:ffff::', '2001:db8:1::1', 'inside'],
    ['2001:db8::/ffff:ffff::', '2001:db9::1', 'outside'],
    ['::/::', '10.0.0.1', 'outside'],
    // Without a mask nothing can be compared.
    ['10.0.0.1', '10.0.0.1', 'always refused'],
    ['10.0.0.0/255.0.0.0', '10.0.0.0/255.0.0.0', 'always refused'],
  ])('subtree %s, name %s: %s', (base, name, expected) => {
    expect(outcome({ iPAddress: base }, { iPAddress: name })).toBe(expected);
  });
});

describe('an rfc822Name', () => {
  test.each([
    ['root@lab.example', 'root@lab.example', 'inside'],
    ['root@lab.example', 'root@LAB.example', 'inside'],
    ['root@lab.example', 'toor@lab.example', 'outside'],
    ['root@lab.example', 'root@a.lab.example', 'outside'],
    // RFC 5280 tells the two apart, Apple's evaluator does not.
    ['root@lab.example', 'ROOT@lab.example', 'always refused'],
    ['lab.example', 'root@lab.example', 'inside'],
    ['LAB.example', 'root@lab.EXAMPLE', 'inside'],
    ['lab.example', 'root@a.lab.example', 'outside'],
    ['.lab.example', 'root@a.lab.example', 'inside'],
    ['.lab.example', 'root@lab.example', 'outside'],
    ['.lab.example', 'root@badlab.example', 'outside'],
    ['lab.example', '"a@b.example"@lab.example', 'inside'],
    ['lab.example', 'lab.example', 'always refused'],
    ['lab.example', '@lab.example', 'always refused'],
    ['lab.example', 'root@', 'always refused'],
    ['.lab.example', 'root@.lab.example', 'always refused'],
    ['', 'root@lab.example', 'always refused'],
  ])('subtree %j, name %s: %s', (base, name, expected) => {
    expect(outcome({ rfc822Name: base }, { rfc822Name: name })).toBe(expected);
  });
});

describe('a uniformResourceIdentifier', () => {
  test.each([
    ['lab.example', 'https://lab.example/path?a#b', 'inside'],
    ['lab.example', 'https://lab.example', 'inside'],
    ['lab.example', 'HTTPS://LAB.example:8443/', 'inside'],
    ['lab.example', 'ldap://user:secret@lab.example/', 'inside'],
    ['lab.example', 'https://lab.example./', 'inside'],
    ['lab.example', 'https://a.lab.example/', 'outside'],
    ['lab.example', 'https://lab.example.evil.example/', 'outside'],
    ['lab.example', 'https://lab.example@evil.example/', 'outside'],
    ['lab.example', 'https://evil.example/lab.example', 'outside'],
    ['lab.example', 'https://evil.example?@lab.example', 'outside'],
    ['.lab.example', 'https://a.lab.example/', 'inside'],
    ['.lab.example', 'https://lab.example/', 'outside'],
    ['.lab.example', 'https://badlab.example/', 'outside'],
    ['lab.example', 'urn:uuid:0', 'always refused'],
    ['lab.example', 'mailto:root@lab.example', 'always refused'],
    ['lab.example', '//lab.example/', 'always refused'],
    ['10.0.0.1', 'https://10.0.0.1/', 'always refused'],
    ['lab.example', 'https://[2001:db8::1]/', 'always refused'],
    ['lab.example', 'https:///path', 'always refused'],
    ['lab.example', 'https://lab.example\\@evil.example/', 'always refused'],
    ['lab.example', 'https://lab%2eexample/', 'always refused'],
  ])('subtree %s, name %s: %s', (base, name, expected) => {
    expect(outcome({ uniformResourceIdentifier: base }, { uniformResourceIdentifier: name })).toBe(expected);
  });
});

describe('a directoryName', () => {
  const lab = [
    ['C', 'DE'],
    ['O', 'Lab'],
  ] as const satisfies NameInput;

  test.each([
    ['with more RDNs', lab, [...lab, ['CN', 'a']], 'inside'],
    ['with the same RDNs', lab, lab, 'inside'],
    [
      'in another case and string type',
      lab,
      [
        ['C', 'de'],
        ['O', 'LAB', 'PrintableString'],
        ['CN', 'a'],
      ],
      'inside',
    ],
    [
      'with blanks compressed',
      lab,
      [
        ['C', 'DE'],
        ['O', ' Lab  '],
        ['CN', 'a'],
      ],
      'inside',
    ],
    ['under the empty name', [], lab, 'inside'],
    ['with fewer RDNs', lab, [['C', 'DE']], 'outside'],
    [
      'in another order',
      lab,
      [
        ['O', 'Lab'],
        ['C', 'DE'],
      ],
      'outside',
    ],
    [
      'with a longer value',
      lab,
      [
        ['C', 'DE'],
        ['O', 'Labor'],
      ],
      'outside',
    ],
    [
      'with another type',
      lab,
      [
        ['C', 'DE'],
        ['OU', 'Lab'],
      ],
      'outside',
    ],
    [
      'with a further attribute in an RDN',
      lab,
      [
        ['C', 'DE'],
        [
          ['O', 'Lab'],
          ['CN', 'a'],
        ],
      ],
      'outside',
    ],
  ] satisfies [string, NameInput, NameInput, string][])('%s', (_how, base, name, expected) => {
    expect(outcome({ directoryName: base }, { directoryName: name })).toBe(expected);
  });
});
