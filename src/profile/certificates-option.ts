import type { Certificate } from '../pki/certificate.js';
import { readCertificates, type CertificateInput } from '../pki/read-certificates.js';
import type { OptionReader } from './read-options.js';

/** Certificates in any form in which they come. What is of a wrong type is told under the name of the option. */
export const certificatesOption: OptionReader<readonly Certificate[]> = (value, name) => {
  try {
    return readCertificates(value as CertificateInput);
  } catch (error) {
    if (error instanceof TypeError)
      throw new TypeError(
        error.message.replace(/^input/, () => name),
        { cause: error },
      );
    throw error;
  }
};
