import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../../src/builder/profile-builder.js';
import { ejectProfile, type EjectedProfile } from '../../../../src/document/eject-profile.js';
import { real, type PlistInput } from '../../../../src/plist/value.js';
import { rootCA } from '../../../support/authorities.js';
import { identityFile } from '../../../support/identity-file.js';
import { daysFromToday } from '../../../support/time-value.js';
import { profileFile, uuidOf, wifi } from '../profile-file.js';
import { namesOf, notesOf, remake } from './ejected-profile.js';

const root = rootCA({ subject: 'Lab Root' });
const p12 = identityFile('Anna');

describe('what the builder alone does not write', () => {
  const remade = (file: string): EjectedProfile => {
    const ejected = ejectProfile(file);
    expect(remake(ejected, file).changes).toEqual([]);
    return ejected;
  };

  test('is edited behind it: unknown keys, missing ones, values of another type', () => {
    const keys = {
      PayloadEnabled: true,
      PayloadScope: undefined,
      PayloadVersion: real(1),
      DurationUntilRemoval: 86_400,
    };
    const ejected = remade(profileFile([wifi({ PayloadVersion: 2, PayloadIdentifier: undefined })], keys));
    expect(ejected.notes.find(({ kind }) => kind === 'edits')?.message).toMatch(/PayloadEnabled.*PayloadScope/);
    expect(ejected.program).toContain("import { editProfile, ProfileBuilder, real } from 'profilewright';");
  });

  test('is told to be a warning where it is an error', () => {
    const expired = rootCA({ subject: 'Old Root', notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) });
    const payload = { PayloadType: 'com.apple.security.root', PayloadDisplayName: 'Old', PayloadContent: expired.der };
    const ejected = remade(profileFile([payload]));
    expect(ejected.program).toContain(".build({ rules: { 'root-expired': 'warning' } });");
    expect(notesOf(ejected)).toEqual(['rules']);
    // When the certificate was valid, the program needed no leave; that it is run later is not foreseen.
    expect(ejectProfile(profileFile([payload]), { at: daysFromToday(-15) }).program).not.toContain('rules');
  });

  test('is added by addPayload: certificates with more keys, twice, or in another form', () => {
    const root1 = { PayloadType: 'com.apple.security.root', PayloadDisplayName: 'Root', PayloadContent: root.der };
    const ejected = remade(
      profileFile([
        root1,
        { ...root1, PayloadEnabled: true },
        { ...root1, PayloadContent: new TextEncoder().encode(root.pem) },
        { PayloadType: 'com.apple.security.root', PayloadContent: root.der },
      ]),
    );
    expect(ejected.program.match(/\.add\w+/g)).toEqual(['.addRootCA', '.addPayload', '.addPayload', '.addPayload']);
    expect(ejected.program).toContain('PayloadContent: labRootCertificate2.raw');
  });

  test('is added by addPayload: a certificate with a key that the method has no option for', () => {
    const payload = { PayloadType: 'com.apple.security.pkcs1', PayloadDisplayName: 'Root', PayloadContent: root.der };
    const added = (keys: object): string[] | null =>
      remade(profileFile([{ ...payload, ...keys }])).program.match(/\.add\w+/g);
    expect(added({})).toEqual(['.addCertificate']);
    expect(added({ PayloadEnabled: true })).toEqual(['.addPayload']);
    expect(added({ PayloadDisplayName: undefined })).toEqual(['.addPayload']);
    const pem = { PayloadType: 'com.apple.security.pem', PayloadContent: new TextEncoder().encode(root.pem) };
    expect(added(pem)).toEqual(['.addCertificate']);
  });

  test('is added twice, although the builder takes a certificate once', () => {
    const payload = { PayloadType: 'com.apple.security.root', PayloadDisplayName: 'Root', PayloadContent: root.der };
    expect(remade(profileFile([payload, payload])).program.match(/\.add\w+/g)).toEqual(['.addRootCA', '.addPayload']);
  });

  test('keeps UUIDs that were derived from something else', () => {
    const profile = new ProfileBuilder({ identifier: 'com.example.office' }).addRootCA(root.der).build();
    remade(
      profile.toXml().replace('<key>PayloadScope</key>', '<key>PayloadEnabled</key><true/><key>PayloadScope</key>'),
    );
  });

  test('an identity that its function would make with another key is added by addPayload', () => {
    const scep = {
      PayloadType: 'com.apple.security.scep',
      PayloadContent: { URL: 'https://ca.example.com', Keysize: 2048 },
    };
    const withWifi = (payload: Record<string, PlistInput>): EjectedProfile =>
      remade(profileFile([payload, wifi({ PayloadCertificateUUID: uuidOf(1) })]));
    // It has no name, which an edit takes out again.
    expect(withWifi(scep).program).toContain('PayloadCertificateUUID: identity,');
    const { PayloadContent, ...others } = scep;
    expect(withWifi({ ...others, PayloadContent: { URL: PayloadContent.URL } }).program).toContain(
      `PayloadCertificateUUID: '${uuidOf(1)}'`,
    );
  });

  test('files and variables have names that nothing else has', () => {
    const roots = ['CON', 'Read', '12 Lab', 'Lab', '!'].map((subject) => ({
      PayloadType: 'com.apple.security.root',
      PayloadDisplayName: subject,
      PayloadContent: rootCA({ subject }).der,
    }));
    const ejected = remade(profileFile(roots));
    expect(namesOf(ejected)).toEqual(['con-file.cer', 'read.cer', '12-lab.cer', 'lab.cer', 'file.cer']);
    expect(ejected.program.match(/(?<=const )\w+(?= = readC)/g)).toEqual([
      ...['conCertificate', 'readCertificate2', 'labCertificate', 'labCertificate2', 'certificate'],
    ]);
  });

  test('keeps the UUID where no value stands for one payload alone', () => {
    const certificate = {
      PayloadType: 'com.apple.security.pkcs1',
      PayloadDisplayName: 'Root',
      PayloadContent: root.der,
    };
    const eap = { EAPClientConfiguration: { AcceptEAPTypes: [25], PayloadCertificateAnchorUUID: [uuidOf(2)] } };
    const ejected = remade(
      profileFile([{ ...certificate, PayloadType: 'com.apple.security.root' }, certificate, wifi(eap)]),
    );
    expect(notesOf(ejected)).toContain(
      'reference /PayloadContent/2/EAPClientConfiguration/PayloadCertificateAnchorUUID/0',
    );
    expect(ejected.program).toContain(`PayloadCertificateAnchorUUID: ['${uuidOf(2)}']`);
  });

  test('an identity without its password is added as a file, and named by its UUID', () => {
    const payload = { PayloadType: 'com.apple.security.pkcs12', PayloadDisplayName: 'Anna', PayloadContent: p12.bytes };
    const ejected = remade(profileFile([payload, wifi({ PayloadCertificateUUID: uuidOf(1) })]));
    expect(notesOf(ejected)).toContain('reference /PayloadContent/1/PayloadCertificateUUID');
    expect(namesOf(ejected)).toContain('pkcs12-payload-content.bin (secret)');
  });

  test('payloads of an enrolment are ordered as devices need them, and a note says so', () => {
    const mdm = {
      PayloadType: 'com.apple.mdm',
      ServerURL: 'https://mdm.example.com',
      Topic: 'com.apple.mgmt.External.1',
    };
    const certificate = {
      PayloadType: 'com.apple.security.root',
      PayloadDisplayName: 'Root',
      PayloadContent: root.der,
    };
    const keys = { PayloadEnabled: true };
    expect(
      notesOf(
        remade(
          profileFile([
            { ...mdm, ...keys },
            { ...certificate, ...keys },
          ]),
        ),
      ),
    ).toContain('order /PayloadContent');
    expect(notesOf(remade(profileFile([certificate, mdm])))).not.toContain('order /PayloadContent');
  });
});
