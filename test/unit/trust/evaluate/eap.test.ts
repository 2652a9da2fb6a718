import { describe } from 'vitest';
import { eapCases } from './cases/eap-cases.js';
import { runCases } from './trust-case.js';

describe('a RADIUS server in 802.1X', () => {
  runCases(eapCases);
});
