import type { Certificate } from '../pki/certificate.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { Payload } from '../profile/profile.js';
import { readEmbedded } from '../validation/content/embedded-certificate.js';
import { certificateForm } from '../validation/content/payload-certificates.js';

/** The certificate that a device takes out of a payload: the first one, whatever else is in there. */
export interface PayloadCertificate {
  readonly type: string;
  readonly certificate: Certificate;
  /** What stands behind it, and is lost. */
  readonly lost: readonly Certificate[];
}

/** The certificates of a profile's certificate payloads. A payload that cannot be read adds none, as on a device. */
export function readPayloadCertificates(payloads: readonly Payload[]): PayloadCertificate[] {
  return payloads.flatMap(({ type, content }) => {
    const form = certificateForm(type);
    const bytes = content['PayloadContent'];
    if (form === undefined || !(bytes instanceof Uint8Array)) return [];
    const { certificate, count } = readEmbedded(bytes, form);
    if (certificate === undefined) return [];
    return [{ type, certificate, lost: count > 1 ? readCertificates(bytes).slice(1) : [] }];
  });
}
