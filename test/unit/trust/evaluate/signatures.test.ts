import { describe } from 'vitest';
import { signatureCases } from './cases/signature-cases.js';
import { runCases } from './trust-case.js';

describe('the signatures of a chain', () => {
  runCases(signatureCases);
});
