import { expect, test } from 'vitest';
import { keyPath, ruleKeys } from '../../docs/rule-keys.js';

const rule = { id: 'id', severity: 'error', note: 'note', file: 'file' };

test('a rule is about the deepest keys of its fragments', () => {
  const inner = { properties: { Method: { enum: ['properties', 'required'] } }, required: ['Method', 'Secret'] };
  const premise = { properties: { Kind: { const: 'a' } }, required: ['Kind'] };
  const then = {
    anyOf: [{ required: ['Host'] }, { properties: { Auth: { properties: { List: { items: inner } } } } }],
  };
  expect(ruleKeys({ ...rule, if: premise, then })).toEqual(['Kind', 'Host', 'Auth.List.Method', 'Auth.List.Secret']);
});

test('a rule is about the keys that its check and its references point to', () => {
  const check = { kind: 'disjoint', a: '/A/*', b: '/B/*/C', count: 2, keys: [{ path: '/D', by: '#/E' }] };
  const references = [{ path: '/F', payloadTypes: ['com.apple.security.root'], target: '/PayloadUUID' }];
  expect(ruleKeys({ ...rule, check, references })).toEqual(['A', 'B.C', 'D', 'F']);
  expect(ruleKeys(rule)).toEqual([]);
});

test('a pointer is a path of keys', () => {
  expect(['/A', '/A/*/B', '/A/B.c', ''].map(keyPath)).toEqual(['A', 'A.B', 'A.B.c', '']);
});
