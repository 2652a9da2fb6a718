import { describe } from 'vitest';
import { lifetimeCases } from './cases/lifetime-cases.js';
import { runCases } from './trust-case.js';

describe('how long the certificates of a chain are valid', () => {
  runCases(lifetimeCases);
});
