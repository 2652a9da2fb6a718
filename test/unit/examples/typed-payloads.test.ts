import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseProfile, type Issue, type ParsedProfile } from 'profilewright';
import { vpnWithCertificates } from '../../../examples/07-vpn-ikev2.js';
import { mailWithPrivateCA } from '../../../examples/08-mail-with-private-ca.js';
import { enrol } from '../../../examples/09-enrolment.js';
import { leaf, rootCA } from '../../support/authorities.js';
import { identityFile } from '../../support/identity-file.js';
import { testKey } from '../../support/test-key.js';
import { temporaryFolder } from './temporary-folder.js';

const root = rootCA();
const { bytes: p12, password } = identityFile('anna');

function write(example: (output: string) => readonly Issue[]): {
  codes: string[];
  text: string;
  profile: ParsedProfile;
} {
  const output = join(temporaryFolder(), 'example.mobileconfig');
  const codes = example(output).map(({ severity, code }) => `${severity} ${code}`);
  const text = readFileSync(output, 'utf8');
  return { codes, text, profile: parseProfile(text) };
}

const typesOf = ({ payloads }: ParsedProfile): string[] => payloads.map(({ type }) => type.replace('com.apple.', ''));

test('07 names the identity of the profile, and the CA that is in it', () => {
  const { codes, text, profile } = write((output) => vpnWithCertificates({ root: root.pem, p12, password }, output));
  expect(codes).toEqual(['info p12-safe-profile']);
  expect(text).not.toContain(password);
  expect(typesOf(profile)).toEqual(['security.pkcs12', 'security.root', 'vpn.managed']);
  expect(profile.payloads[2]?.content).toMatchObject({
    VPNType: 'IKEv2',
    IKEv2: {
      PayloadCertificateUUID: profile.payloads[0]?.uuid,
      ServerCertificateIssuerCommonName: 'Lab Root',
      LocalIdentifier: 'anna',
      OnDemandEnabled: 1,
    },
  });
});

describe('08', () => {
  const server = (options: Parameters<typeof leaf>[1] = {}): string =>
    leaf(root, { subject: 'imap.lab.example', subjectAltName: [{ dNSName: 'imap.lab.example' }], ...options }).pem;

  test('puts the root beside the account', () => {
    const { codes, profile } = write((output) => mailWithPrivateCA({ root: root.pem, chain: server() }, output));
    expect(codes.filter((code) => code.startsWith('error'))).toEqual([]);
    expect(typesOf(profile)).toEqual(['security.root', 'mail.managed']);
    expect(profile.scope).toBe('User');
  });

  test.each<[what: string, chain: string, code: string]>([
    ['is for another name', server({ subjectAltName: [{ dNSName: 'mail.lab.example' }] }), 'san-required'],
    ['is of another CA', leaf(rootCA({ subject: 'Other', key: testKey('p256', 5) })).pem, 'issuer-not-found'],
  ])('writes nothing for a server whose certificate %s', (_, chain, code) => {
    const output = join(temporaryFolder(), 'mail.mobileconfig');
    expect(mailWithPrivateCA({ root: root.pem, chain }, output).map((issue) => issue.code)).toContain(code);
    expect(existsSync(output)).toBe(false);
  });
});

test('09 has the root, then the identity, then management, whose server is pinned to the root', () => {
  const { codes, profile } = write((output) => enrol({ root: root.pem, p12, password }, output));
  expect(codes.filter((code) => code.startsWith('error'))).toEqual([]);
  expect(typesOf(profile)).toEqual(['security.root', 'security.pkcs12', 'mdm']);
  const [anchor, identity, mdm] = profile.payloads;
  expect(identity?.content['Password']).toBe(password);
  expect(mdm?.content).toMatchObject({
    IdentityCertificateUUID: identity?.uuid,
    ServerURLPinningCertificateUUIDs: [anchor?.uuid],
    CheckInURLPinningCertificateUUIDs: [anchor?.uuid],
  });
});
