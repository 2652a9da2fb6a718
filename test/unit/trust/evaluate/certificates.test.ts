import { describe } from 'vitest';
import { certificateCases } from './cases/certificate-cases.js';
import { runCases } from './trust-case.js';

describe('versions, serial numbers, subjects and encodings of a chain', () => {
  runCases(certificateCases);
});
