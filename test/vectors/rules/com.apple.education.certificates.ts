import { leaf, rootCA } from '../../support/authorities.js';
import { pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExample, RuleExamples, WholeProfile } from './rule-example.js';

const password = 'SENTINEL-password';
const school = (more: Dictionary): Dictionary => ({
  OrganizationUUID: '0000ED00-0000-4000-8000-000000000000',
  OrganizationName: 'Lab School',
  UserIdentifier: 'teacher',
  Groups: [],
  Users: [{ Identifier: 'teacher', Name: 'Ada Teacher' }],
  ...more,
});

const key = testKey('p256', 2);
const authority = rootCA({ subject: 'Lab School CA' });
const identityOf = (subject: string, purposes: readonly string[]): Dictionary => ({
  ...identity,
  Password: password,
  PayloadContent: pkcs12File({
    key: key.privateKey,
    certificates: [leaf(authority, { subject, key, extendedKeyUsage: purposes })],
    password,
  }),
});
const both = ['serverAuth', 'clientAuth'];
const anchor = { ...root, PayloadContent: authority.der };
const weakAnchor = { ...root, PayloadContent: rootCA({ algorithm: 'ecdsa-with-SHA1' }).der };

/** A key that names the one or the other payload. */
const reference = (key: string, wrong: Dictionary, right: Dictionary): RuleExample => ({
  fires: { payloads: [school({ [key]: wrong['PayloadUUID'] ?? '' }), wrong] },
  quiet: { payloads: [school({ [key]: right['PayloadUUID'] ?? '' }), right] },
  at: `/${key}`,
});
const anchors = (key: string, ...payloads: Dictionary[]): WholeProfile => ({
  payloads: [school({ [key]: payloads.slice(0, 1).map(({ PayloadUUID = '' }) => PayloadUUID) }), ...payloads],
});
const commonName = (key: string, right: string): RuleExample => ({
  fires: anchors(key, anchor, identityOf('Ada', both)),
  quiet: anchors(key, anchor, identityOf(right, both)),
  at: `/${key}/0`,
});
const usage = (key: string): RuleExample =>
  reference(key, identityOf('member Pat', ['clientAuth']), identityOf('member Pat', both));

export const rules: RuleExamples = {
  'education-identities': reference(
    'PayloadCertificateUUID',
    { ...identity, PayloadType: 'com.apple.security.scep' },
    identity,
  ),
  'education-anchors': {
    fires: anchors('LeaderPayloadCertificateAnchorUUID', identity),
    quiet: anchors('LeaderPayloadCertificateAnchorUUID', root),
    at: '/LeaderPayloadCertificateAnchorUUID/0',
  },
  'education-client-identity-usage': usage('PayloadCertificateUUID'),
  'education-resource-identity-usage': usage('ResourcePayloadCertificateUUID'),
  'education-certificate-strength': {
    fires: anchors('MemberPayloadCertificateAnchorUUID', weakAnchor),
    quiet: anchors('MemberPayloadCertificateAnchorUUID', anchor),
    at: '/MemberPayloadCertificateAnchorUUID/0',
  },
  'education-leader-common-name': commonName('LeaderPayloadCertificateAnchorUUID', 'Leader Ada'),
  'education-member-common-name': commonName('MemberPayloadCertificateAnchorUUID', 'Member Ada'),
};
