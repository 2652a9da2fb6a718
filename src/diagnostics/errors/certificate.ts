import type { ErrorFacts } from './error-facts.js';

/** Where in the input a thing stood: the line of a text, the index in an array or bundle. */
export interface InputPlace {
  readonly line?: number;
  readonly index?: number;
}

export interface CertificateErrorDetails {
  ERR_INPUT_EMPTY: { readonly what: string };
  ERR_INPUT_TOO_LARGE: { readonly what: string; readonly bytes: number; readonly maxBytes: number };
  ERR_INPUT_IS_PATH: { readonly what: string };
  ERR_PEM_MALFORMED: {
    readonly line: number;
    /** Of the input in an array. */
    readonly index?: number;
    readonly label: string;
    readonly reason: string;
  };
  ERR_CERTIFICATE_UNREADABLE: InputPlace & { readonly reason: string };
  ERR_CERTIFICATE_TRAILING_BYTES: InputPlace & { readonly bytes: number };
  ERR_CERTIFICATE_COUNT: {
    readonly expected: number;
    readonly found: number;
    readonly names: readonly string[];
    /** The option that names one payload, when the call takes any number without it. */
    readonly option?: string;
  };
  ERR_CERTIFICATE_LIMIT: { readonly found: number; readonly maximum: number };
  ERR_CERTIFICATE_IS_KEY: InputPlace & { readonly found: string };
  ERR_CERTIFICATE_IS_PUBLIC_KEY: InputPlace & { readonly found: string };
  ERR_CERTIFICATE_IS_PKCS12: InputPlace;
  ERR_CERTIFICATE_IS_CSR: InputPlace;
  ERR_CERTIFICATE_IS_CRL: InputPlace;
  ERR_CERTIFICATE_IS_OTHER: InputPlace & { readonly found: string };
}

const at = ({ line, index }: InputPlace): string => {
  if (index === undefined) return line === undefined ? '' : ` at line ${String(line)}`;
  return ` at index ${String(index)}${line === undefined ? '' : `, line ${String(line)}`}`;
};

export const certificateErrors: ErrorFacts<CertificateErrorDetails> = {
  ERR_INPUT_EMPTY: {
    about: 'The input holds nothing, or nothing but white space.',
    message: ({ what }) => `${what} is empty`,
    hint: () => 'check that the file was read and that the variable is set',
  },
  ERR_INPUT_TOO_LARGE: {
    about: 'The input is larger than the limit; nothing of it was read.',
    message: ({ what, bytes, maxBytes }) =>
      `${what} has ${String(bytes)} bytes, more than the limit of ${String(maxBytes)}`,
    hint: () => 'check that this is the right file, or raise the limit in the options',
  },
  ERR_INPUT_IS_PATH: {
    about: 'A text that looks like the path of a file was given in place of the content of that file.',
    message: ({ what }) => `${what} looks like the path of a file`,
    hint: () => 'read the file first: `readFileSync(path)` in place of `path`',
  },
  ERR_PEM_MALFORMED: {
    about: 'A PEM block is broken: it never ends, ends with another label, or its body is not base64.',
    message: ({ label, reason, ...place }) => `the PEM block "${label}" that begins${at(place)} ${reason}`,
    hint: () => 'copy the whole block, from its BEGIN line to its END line',
  },
  ERR_CERTIFICATE_UNREADABLE: {
    about: 'The input is neither a certificate nor anything else that is known.',
    message: ({ reason, ...place }) => `expected a certificate${at(place)}: ${reason}`,
    hint: () => 'pass PEM, DER, base64 or PKCS#7; look at the file with `openssl x509 -in FILE -noout -text`',
  },
  ERR_CERTIFICATE_TRAILING_BYTES: {
    about: 'There are bytes behind the end of a DER certificate; a device and a reviewer could read different things.',
    message: ({ bytes, ...place }) => `${String(bytes)} bytes follow the certificate${at(place)}`,
    hint: () => 'write the certificate alone: `openssl x509 -in FILE -outform DER -out clean.cer`',
  },
  ERR_CERTIFICATE_COUNT: {
    about: 'Another number of certificates was found than the call, or one of its options, takes.',
    message: ({ expected, found, names, option }) =>
      `expected ${String(expected)} certificate${expected === 1 ? '' : 's'}${option === undefined ? '' : ` for the option "${option}"`}, found ${String(found)}: ${names.join(', ')}`,
    hint: ({ option }) =>
      option === undefined
        ? 'use readCertificates for a bundle, or pass the one certificate that is meant'
        : `read the bundle with readCertificates, and add its certificates one by one, each with its own "${option}"`,
  },
  ERR_CERTIFICATE_LIMIT: {
    about: 'The input holds more certificates than the limit.',
    message: ({ found, maximum }) => `found ${String(found)} certificates, more than the limit of ${String(maximum)}`,
    hint: () => 'pass the certificates that the profile needs, or raise `maxCertificates`',
  },
  ERR_CERTIFICATE_IS_KEY: {
    about: 'The input holds a private key; in a profile it would reach every device.',
    message: ({ found, ...place }) => `expected a certificate, found "${found}"${at(place)}`,
    hint: () => 'pass the .crt file; a certificate payload never needs the key',
  },
  ERR_CERTIFICATE_IS_PUBLIC_KEY: {
    about: 'The input is a bare public key.',
    message: ({ found, ...place }) => `expected a certificate, found "${found}"${at(place)}`,
    hint: () => 'pass the certificate that was issued for this key',
  },
  ERR_CERTIFICATE_IS_PKCS12: {
    about: 'The input is a PKCS#12 file, which holds a private key.',
    message: (place) => `expected a certificate, found a PKCS#12 file${at(place)}`,
    hint: () =>
      'take the certificates out: `openssl pkcs12 -in FILE -nokeys -out certificates.pem`; which systems import the file is said by `profilewright p12 FILE`',
  },
  ERR_CERTIFICATE_IS_CSR: {
    about: 'The input is a certificate signing request.',
    message: (place) => `expected a certificate, found a certificate signing request${at(place)}`,
    hint: () => 'pass the certificate that the CA issued for this request',
  },
  ERR_CERTIFICATE_IS_CRL: {
    about: 'The input is a certificate revocation list.',
    message: (place) => `expected a certificate, found a certificate revocation list${at(place)}`,
    hint: () => 'pass the certificate of the CA that issued this list',
  },
  ERR_CERTIFICATE_IS_OTHER: {
    about: 'The input is something else that is known but is no certificate.',
    message: ({ found, ...place }) => `expected a certificate, found ${found}${at(place)}`,
    hint: ({ found }) =>
      found.includes('TRUSTED CERTIFICATE')
        ? 'write it without the settings of OpenSSL: `openssl x509 -in FILE -out ca.pem`'
        : 'pass PEM, DER, base64 or PKCS#7 (certificates only)',
  },
};
