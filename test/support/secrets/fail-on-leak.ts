import { afterAll, afterEach, expect } from 'vitest';
import { forgetSecrets, takeLeaks } from './secret-watch.js';

afterEach(() => {
  expect(takeLeaks()).toEqual([]);
});
afterAll(forgetSecrets);
