import type { TrustCase } from '../trust-case.js';
import { anchorCases } from './anchor-cases.js';
import { certificateCases } from './certificate-cases.js';
import { eapCases } from './eap-cases.js';
import { extensionCases } from './extension-cases.js';
import { keyCases } from './key-cases.js';
import { lifetimeCases } from './lifetime-cases.js';
import { nameCases } from './name-cases.js';
import { platformCases } from './platform-cases.js';
import { signatureCases } from './signature-cases.js';
import { switchCases } from './switch-cases.js';
import { usageCases } from './usage-cases.js';

/** The tests of the topics see to it that each case yields exactly the issues that it names. */
export const allCases: readonly TrustCase[] = [
  ...anchorCases,
  ...certificateCases,
  ...eapCases,
  ...extensionCases,
  ...keyCases,
  ...lifetimeCases,
  ...nameCases,
  ...platformCases,
  ...signatureCases,
  ...switchCases,
  ...usageCases,
];
