import { issueCertificate, type CertificateOptions } from '../../support/issue-certificate.js';
import { pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { certificate, identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExample, RuleExamples } from './rule-example.js';

const password = 'pkcs12 password';
/** An identity that can be opened, since its payload carries the password. */
const openIdentity = (usages: CertificateOptions): Dictionary => {
  const key = testKey('p256');
  const certificates = [issueCertificate({ subject: 'Lab device', key, ...usages })];
  const file = pkcs12File({ key: key.privateKey, certificates, password });
  return { ...identity, PayloadContent: file, Password: password };
};
const keyUsage = ['digitalSignature', 'keyEncipherment', 'dataEncipherment'] as const;
const extendedKeyUsage = ['serverAuth', 'clientAuth'] as const;
const complete = openIdentity({ keyUsage, extendedKeyUsage });

const identityAt = (key: string): RuleExample => ({
  fires: { payloads: [{ [key]: root.PayloadUUID }, root] },
  quiet: { payloads: [{ [key]: identity.PayloadUUID }, identity] },
  at: `/${key}`,
});
const authorityAt = (key: string): RuleExample => ({
  fires: { payloads: [{ [key]: [root.PayloadUUID, identity.PayloadUUID] }, root, identity] },
  quiet: { payloads: [{ [key]: [root.PayloadUUID, certificate.PayloadUUID] }, root, certificate] },
  at: `/${key}/1`,
});
const usageAt = (key: string, usages: CertificateOptions): RuleExample => ({
  fires: { payloads: [{ [key]: identity.PayloadUUID }, openIdentity(usages)] },
  quiet: { payloads: [{ [key]: identity.PayloadUUID }, complete] },
  at: `/${key}`,
});

export const rules: RuleExamples = {
  'lom-device-certificate-ref': identityAt('DeviceCertificateUUID'),
  'lom-controller-certificate-ref': identityAt('ControllerCertificateUUID'),
  'lom-device-certificate-usage': usageAt('DeviceCertificateUUID', {
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage,
  }),
  'lom-controller-certificate-usage': usageAt('ControllerCertificateUUID', {
    keyUsage,
    extendedKeyUsage: ['clientAuth'],
  }),
  'lom-device-ca-ref': authorityAt('DeviceCACertificateUUIDs'),
  'lom-controller-ca-ref': authorityAt('ControllerCACertificateUUIDs'),
};
