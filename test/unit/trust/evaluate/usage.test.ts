import { describe } from 'vitest';
import { usageCases } from './cases/usage-cases.js';
import { runCases } from './trust-case.js';

describe('what the certificates of a chain may be used for', () => {
  runCases(usageCases);
});
