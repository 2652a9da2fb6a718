import { describe } from 'vitest';
import { nameCases } from './cases/name-cases.js';
import { runCases } from './trust-case.js';

describe('the names of a chain, and the policies', () => {
  runCases(nameCases);
});
