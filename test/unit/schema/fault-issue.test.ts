import { expect, test } from 'vitest';
import { faultIssue } from '../../../src/schema/fault-issue.js';
import type { SchemaFault } from '../../../src/schema/schema-fault.js';

const place = { pointer: '/Mode', key: 'Mode' };

const cases: [SchemaFault, code: string, message: string, hint: string][] = [
  [
    { ...place, kind: 'type', expected: ['integer'], found: 'a string', coercible: false },
    'schema-type',
    '"Mode" at /PayloadContent/0/Mode must be an integer, found a string',
    'write "Mode" as an integer',
  ],
  [
    { ...place, kind: 'type', expected: ['real'], found: 'an integer', coercible: true },
    'schema-number-type',
    '"Mode" at /PayloadContent/0/Mode must be a real, found an integer',
    'write "Mode" as a real (in code with `real()`)',
  ],
  [
    { pointer: '/List/3', key: '', kind: 'type', expected: ['string', 'data'], found: 'null', coercible: false },
    'schema-type',
    'the item of "List" at /PayloadContent/0/List/3 must be a string or data, found null',
    'write it as a string or data',
  ],
  [
    { pointer: '', key: 'Mode', kind: 'required' },
    'schema-required',
    '"Mode" is missing at /PayloadContent/0',
    'add "Mode"',
  ],
  [
    { ...place, kind: 'unknown-key', known: ['Model', 'Scope'] },
    'schema-unknown-key',
    '"Mode" at /PayloadContent/0/Mode is not a key that Apple documents',
    'did you mean "Model"?',
  ],
  [
    { ...place, kind: 'enum', allowed: ['Manual', 'Auto'], found: '"Manaul"' },
    'schema-enum',
    '"Mode" at /PayloadContent/0/Mode has the value "Manaul" that Apple does not list',
    'did you mean "Manual"? allowed: "Manual", "Auto"',
  ],
  [
    { ...place, kind: 'enum', allowed: ['apple'], found: '"com.example"' },
    'schema-enum',
    '"Mode" at /PayloadContent/0/Mode has the value "com.example" that Apple does not list',
    'write "apple"',
  ],
  [
    { ...place, kind: 'enum', allowed: [0], range: { minimum: 1, maximum: 180 } },
    'schema-enum',
    '"Mode" at /PayloadContent/0/Mode has a value that Apple does not list',
    'choose one of: 0, 1 to 180',
  ],
  [
    { ...place, kind: 'range', range: { minimum: 1 } },
    'schema-range',
    '"Mode" at /PayloadContent/0/Mode is out of range: at least 1',
    'choose a number in the range: at least 1',
  ],
  [
    { ...place, kind: 'range', range: { maximum: 5 }, found: '9' },
    'schema-range',
    '"Mode" at /PayloadContent/0/Mode is 9, out of range: at most 5',
    'choose a number in the range: at most 5',
  ],
  [
    { ...place, kind: 'pattern', pattern: '^a$', found: '"b"' },
    'schema-pattern',
    '"Mode" at /PayloadContent/0/Mode is "b", which has not the form that Apple gives',
    'write a text that matches ^a$',
  ],
  [
    { pointer: '/List', key: 'List', kind: 'length', bound: 'least', limit: 2, unit: 'item', found: '1' },
    'schema-length',
    '"List" at /PayloadContent/0/List must have at least 2 items, has 1',
    'change it to have at least 2 items',
  ],
  [
    { ...place, kind: 'pattern', pattern: '^a$' },
    'schema-pattern',
    '"Mode" at /PayloadContent/0/Mode has not the form that Apple gives',
    'write a text that matches ^a$',
  ],
  [
    { ...place, kind: 'length', bound: 'most', limit: 1, unit: 'item' },
    'schema-length',
    '"Mode" at /PayloadContent/0/Mode must have at most 1 item',
    'change it to have at most 1 item',
  ],
  [
    { ...place, kind: 'other', keyword: 'not' },
    'schema-other',
    '"Mode" at /PayloadContent/0/Mode breaks "not" of the schema',
    'look up "not" at this place of the schema',
  ],
  [
    { pointer: '', key: '', kind: 'omitted', count: 7 },
    'schema-more-faults',
    '/PayloadContent/0 has 7 more faults of this kind',
    'correct the faults above and validate again',
  ],
];

test.each(cases)('$kind $pointer is told in words', (fault, code, message, hint) => {
  expect(faultIssue(fault, '/PayloadContent/0')).toMatchObject({ code, message, hint });
});

test('a fault of the profile itself names the profile', () => {
  const fault: SchemaFault = {
    pointer: '',
    key: '',
    kind: 'type',
    expected: ['dictionary'],
    found: 'an array',
    coercible: false,
  };
  expect(faultIssue(fault).message).toBe('the profile must be a dictionary, found an array');
});

test('a long list of allowed values is cut, and a key with control characters is escaped', () => {
  const allowed = Array.from({ length: 100 }, (_, index) => index);
  const { hint } = faultIssue({ ...place, kind: 'enum', allowed });
  expect(hint).toMatch(/29, 70 more$/);
  const key = `a\u202e${'b'.repeat(500)}`;
  const { message } = faultIssue({ pointer: '/a', key, kind: 'unknown-key', known: [] });
  expect(message).toContain('a\\u{202E}b');
  expect(message.length).toBeLessThan(200);
});
