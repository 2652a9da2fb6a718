import { describe } from 'vitest';
import { platformCases } from './cases/platform-cases.js';
import { runCases } from './trust-case.js';

describe('where a rule begins', () => {
  runCases(platformCases);
});
