import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import type { GuidedProfile } from '../../../src/guide/guide-facts.js';
import type { Bytes } from '../../support/der.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import type { CertificateOptions } from '../../support/issue-certificate.js';
import { pemBundle } from '../../support/pem.js';

const root = rootCA({ subject: 'Lab Root' });
const intermediate = intermediateCA(root);

/** A profile as somebody else may have made it: this certificate, or text, in a root payload. */
function rootPayload(content: Bytes): GuidedProfile {
  const payload = { type: 'com.apple.security.root', identifier: 'a', uuid: 'a', content: { PayloadContent: content } };
  return { displayName: 'Our Lab', identifier: 'org.example.lab', payloads: [payload] };
}

const unfit = (options: CertificateOptions): GuidedProfile => rootPayload(rootCA(options).der);

/** One profile for each thing that a guide can say of it. */
export const guidedProfiles = {
  sound: new ProfileBuilder({ displayName: 'Our Lab' }).addRootCA(root.der).build(),
  nameless: { payloads: new ProfileBuilder().addRootCA(root.der).build().payloads },
  'without a root': new ProfileBuilder({ displayName: 'Chain' }).addCertificate(intermediate.der).build(),
  'root-ca-flag': unfit({ subject: 'Flagless', basicConstraints: 'absent' }),
  'root-not-self-signed': rootPayload(intermediate.der),
  'root-self-signed-shape': unfit({ authorityKeyIdentifier: 'mismatch' }),
  'root-empty-subject': unfit({ subject: [] }),
  'root-common-name': unfit({ subject: [['O', 'Lab']] }),
  'root-one-cert-per-payload': rootPayload(new TextEncoder().encode(pemBundle(leaf(intermediate), intermediate, root))),
} as const satisfies Readonly<Record<string, GuidedProfile>>;
