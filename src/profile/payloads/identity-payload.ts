import { createHash } from 'node:crypto';
import { copyBytes } from '../../asn1/der.js';
import { escapeText } from '../../diagnostics/escape-text.js';
import { purposeDigest } from '../identifier.js';
import { identityKind, type Identity } from '../identity.js';
import type { PayloadDraft } from '../payload-draft.js';
import type { CertificatePayloadOptions } from '../profile.js';
import { certificateTitle } from './certificate-payload.js';

/**
 * What is equal in all copies of an identity, however they were made, and in no other one. Whether the password stands in
 * the profile is not part of it: with two payloads, a device would import the same key twice.
 */
export function identityKey(identity: Identity): string {
  const { container, allowAllAppsAccess, keyIsExtractable } = identity;
  const digest = createHash('sha256').update(container.reveal()).digest('hex');
  return [identity[identityKind], digest, String(allowAllAppsAccess), String(keyIsExtractable)].join(' ');
}

/** Drafts the payload of an identity; the file of a PKCS#12 identity goes into it byte for byte. */
export function draftIdentityPayload(
  identity: Identity,
  { fileName, ...options }: CertificatePayloadOptions = {},
): PayloadDraft {
  const { certificate, friendlyName, container, password } = identity;
  return Object.freeze({
    type: 'com.apple.security.pkcs12',
    purpose: `identity.${purposeDigest([certificate])}`,
    content: {
      PayloadCertificateFileName: fileName,
      PayloadContent: copyBytes(container.reveal()),
      Password: password?.reveal(),
      AllowAllAppsAccess: identity.allowAllAppsAccess,
      KeyIsExtractable: identity.keyIsExtractable,
    },
    options: { displayName: friendlyName ? escapeText(friendlyName, 120) : certificateTitle(certificate), ...options },
    identity: Object.freeze({ value: identity, key: identityKey(identity) }),
  });
}
