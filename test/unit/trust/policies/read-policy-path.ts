import { readBer } from '../../../../src/asn1/ber.js';
import { decodeCertificate } from '../../../../src/pki/certificate.js';
import { policyDecoders, type PolicyFacts } from '../../../../src/pki/policy-extensions.js';
import type { PolicyCertificate } from '../../../../src/trust/policies/policy-graph.js';

/** Reads the certificates with what they say about policies. */
export function readPolicyPath(issued: readonly { readonly der: Uint8Array }[]): readonly PolicyCertificate[] {
  return issued.map(({ der }) => {
    const certificate = decodeCertificate(der);
    const facts: PolicyFacts = {};
    const extensions = certificate.extensions.map((extension) => {
      const { name, value, critical } = extension;
      const fact = policyDecoders[name]?.(readBer(value, { what: name }), critical) ?? {};
      if (typeof fact === 'string') return { ...extension, defect: fact };
      Object.assign(facts, fact);
      return extension;
    });
    return { ...certificate, ...facts, extensions };
  });
}
