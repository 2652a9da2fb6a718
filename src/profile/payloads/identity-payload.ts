import { createHash } from 'node:crypto';
import { copyBytes } from '../../asn1/der.js';
import { escapeText } from '../../diagnostics/escape-text.js';
import { normalizePlist } from '../../plist/normalize.js';
import type { PlistInput } from '../../plist/value.js';
import { acmeContent } from '../acme-identity.js';
import { adCertificateContent } from '../ad-certificate-identity.js';
import { digestContent } from '../content-digest.js';
import { purposeDigest } from '../identifier.js';
import { identityKind } from '../identity-kind.js';
import type { Identity } from '../identity.js';
import type { IdentityDraft, PayloadDraft } from '../payload-draft.js';
import type { Pkcs12Identity } from '../pkcs12-identity.js';
import type { CertificatePayloadOptions } from '../profile.js';
import { requestedCommonName } from '../request-options.js';
import { scepContent } from '../scep-identity.js';
import { certificateTitle } from './certificate-payload.js';

type Described = Pick<PayloadDraft, 'type' | 'content'> & {
  /** What stays the same when the identity is asked for again with other settings. */
  readonly purpose: readonly unknown[];
  readonly displayName: string | undefined;
};

/** Drafts the payload of an identity. */
export function draftIdentityPayload(
  identity: Identity,
  { fileName, ...options }: CertificatePayloadOptions = {},
): IdentityDraft {
  const { type, content, purpose, displayName } = describe(identity);
  const title = displayName ? { displayName: escapeText(displayName, 120) } : {};
  return Object.freeze({
    type,
    purpose: `identity.${sha256(JSON.stringify(purpose)).slice(0, 16)}`,
    content: fileName === undefined ? content : { PayloadCertificateFileName: fileName, ...content },
    options: { ...title, ...options },
    identity: Object.freeze({ value: identity, key: keyOf(type, content) }),
  });
}

/** The payload of an identity, of which a copy has said more. */
export function redraftIdentity(draft: PayloadDraft, identity: Identity): PayloadDraft {
  const { content, identity: drafted } = draftIdentityPayload(identity);
  return Object.freeze({ ...draft, content: { ...draft.content, ...content }, identity: drafted });
}

/**
 * What is equal in all copies of an identity, however they were made, and in no other one. Of a file that is its bytes:
 * with two payloads, a device would import the same key twice.
 */
function keyOf(type: string, content: PayloadDraft['content']): string {
  const isFile = type === 'com.apple.security.pkcs12';
  const others = { ...(isFile ? { PayloadContent: content['PayloadContent'] } : content), PayloadType: type };
  return Buffer.from(digestContent(normalizePlist(others as PlistInput))).toString('hex');
}

function describe(identity: Identity): Described {
  switch (identity[identityKind]) {
    case 'pkcs12':
      return describePkcs12(identity);
    case 'scep': {
      const { url, name, subject } = identity;
      const displayName = requestedCommonName(subject) ?? name;
      return {
        type: 'com.apple.security.scep',
        content: { ...scepContent(identity) },
        purpose: [url, name, subject],
        displayName,
      };
    }
    case 'acme': {
      const { directoryUrl, subject } = identity;
      const displayName = requestedCommonName(subject);
      return {
        type: 'com.apple.security.acme',
        content: { ...acmeContent(identity) },
        purpose: [directoryUrl, subject],
        displayName,
      };
    }
    case 'adCertificate': {
      const { certServer, certificateAuthority, certTemplate, description } = identity;
      const purpose = [certServer, certificateAuthority, certTemplate];
      const displayName = description ?? certTemplate;
      return {
        type: 'com.apple.ADCertificate.managed',
        content: { ...adCertificateContent(identity) },
        purpose,
        displayName,
      };
    }
  }
}

function describePkcs12({ certificate, friendlyName, container, password, ...keys }: Pkcs12Identity): Described {
  return {
    type: 'com.apple.security.pkcs12',
    content: {
      PayloadContent: copyBytes(container.reveal()),
      Password: password?.reveal(),
      AllowAllAppsAccess: keys.allowAllAppsAccess,
      KeyIsExtractable: keys.keyIsExtractable,
    },
    purpose: [purposeDigest([certificate])],
    // An empty label is none.
    displayName: [friendlyName, certificateTitle(certificate)].find(Boolean),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
