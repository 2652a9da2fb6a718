import { bitString, context, integer, oid, sequence, set, type Bytes } from './der.js';
import { encodeExtension, subjectAltName, type ExtensionInput } from './extension.js';
import { encodeName, type NameInput } from './name.js';
import { signatureIdentifier, signBytes, usualSignature, type AnyKey } from './signature.js';
import { testKey } from './test-key.js';

export interface CertificateRequestOptions {
  readonly subject?: NameInput;
  readonly key?: AnyKey;
  readonly extensions?: readonly ExtensionInput[];
}

/** `CertificationRequestInfo ::= SEQUENCE { version 0, subject, subjectPKInfo, attributes [0] IMPLICIT SET }` (RFC 2986), signed. */
export function certificateRequest(options: CertificateRequestOptions = {}): Bytes {
  const { subject = 'Lab Request', key = testKey('p256') } = options;
  const { extensions = [subjectAltName([{ dNSName: 'lab.example' }])] } = options;
  const extensionRequest = sequence(
    oid('1.2.840.113549.1.9.14'),
    set(sequence(...extensions.map((extension) => encodeExtension(extension)))),
  );
  const info = sequence(integer(0), encodeName(subject), key.spki, context(0, extensionRequest));
  const algorithm = signatureIdentifier(usualSignature(key));
  return sequence(info, algorithm, bitString(signBytes(info, key)));
}
