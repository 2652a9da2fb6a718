import { existsSync, readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { poolVariable } from '../../support/key-pool.js';
import { testKey } from '../../support/test-key.js';

const folder = process.env[poolVariable] ?? '';

test('a slow key is put where the other workers of the run find it, and a quick one is not', () => {
  testKey('rsa-1024');
  testKey('p256');
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(folder)).toContain('rsa-1024-0.der');
  expect(readdirSync(folder).filter((name) => !/^(rsa|dsa)/.test(name))).toEqual([]);
});

test('nobody else can read the folder or the keys', () => {
  testKey('rsa-1024');
  const group = [folder, `${folder}/rsa-1024-0.der`].map((path) => statSync(path).mode & 0o077);
  expect(process.platform === 'win32' ? [0, 0] : group).toEqual([0, 0]);
});

test('the folder lies outside of the project', () => {
  expect(folder.startsWith(process.cwd())).toBe(false);
});
