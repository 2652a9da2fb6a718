import { describe } from 'vitest';
import { extensionCases } from './cases/extension-cases.js';
import { runCases } from './trust-case.js';

describe('the extensions of a chain', () => {
  runCases(extensionCases);
});
