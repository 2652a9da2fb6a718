import { describe } from 'vitest';
import { switchCases } from './cases/switch-cases.js';
import { runCases } from './trust-case.js';

describe('a root that a person installed', () => {
  runCases(switchCases);
});
