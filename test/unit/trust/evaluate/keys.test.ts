import { describe } from 'vitest';
import { keyCases } from './cases/key-cases.js';
import { runCases } from './trust-case.js';

describe('the keys of a chain', () => {
  runCases(keyCases);
});
