import { describe } from 'vitest';
import { anchorCases } from './cases/anchor-cases.js';
import { runCases } from './trust-case.js';

describe('where a chain ends', () => {
  runCases(anchorCases);
});
