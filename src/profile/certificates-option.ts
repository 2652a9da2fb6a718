import type { Certificate } from '../pki/certificate.js';
import { readNamedCertificates } from '../pki/read-certificates.js';
import type { OptionReader } from './read-options.js';

/** Certificates in any form in which they come. What is of a wrong type is told under the name of the option. */
export const certificatesOption: OptionReader<readonly Certificate[]> = (value, name) =>
  readNamedCertificates(name, value);
