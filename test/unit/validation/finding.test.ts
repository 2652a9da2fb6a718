import { describe, expect, test } from 'vitest';
import { real } from '../../../src/plist/value.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { type Dictionary } from './profile-dictionaries.js';
import { brief, judge, schemaOn, told } from './run-rules-lab.js';

describe('one fact has one code', () => {
  const acme = 'com.apple.security.acme';
  const judgeAcme = (content: Dictionary, properties: JsonSchemaObject['properties']): string[] =>
    told(
      { PayloadType: acme, ...content },
      {},
      { payloadTypes: [{ type: acme, schema: { properties: properties ?? {} } }] },
    );

  test('that of the rule, where the schema says the same', () => {
    const schema = { DirectoryURL: { type: 'string', plist: 'string', pattern: '^https' } } as const;
    expect(judgeAcme({ DirectoryURL: 'http://a' }, schema)).toEqual(['error acme-directory-url-https /DirectoryURL']);
  });

  test('that of the schema, where it weighs more', () => {
    const schema = { UsageFlags: { type: 'integer', plist: 'integer', enum: [0, 1, 4, 5] } } as const;
    expect(judgeAcme({ UsageFlags: 2 }, schema)).toEqual(['error schema-enum /UsageFlags']);
    expect(judgeAcme({ UsageFlags: 2 }, {})).toEqual(['warning acme-usage-flags-bits /UsageFlags']);
  });

  test('that of the schema, where the type is wrong', () => {
    const schema = { DirectoryURL: { type: 'integer', plist: 'integer' } } as const;
    expect(judgeAcme({ DirectoryURL: 'http://a' }, schema)).toEqual(['error schema-type /DirectoryURL']);
  });

  test('that of the rule, where the table of systems says the same', () => {
    const type = 'com.apple.shareddeviceconfiguration';
    const iOS = { introduced: '9.3', deprecated: '9.3.1' };
    const schema = schemaOn(
      { iOS: { introduced: '9.3' } },
      { IfLostReturnToMessage: { 'x-apple': { supportedOS: { iOS } } } },
    );
    const context = { platforms: { iOS: { from: '17' } } };
    expect(
      told({ PayloadType: type, IfLostReturnToMessage: 'a' }, context, { payloadTypes: [{ type, schema }] }),
    ).toEqual(['warning lock-screen-message-replacement /IfLostReturnToMessage']);
  });

  test('one each, where a rule says something else of a payload that the systems do not have yet', () => {
    const type = 'com.apple.security.certificatepreference';
    const schema = schemaOn({ macOS: { introduced: '10.12' } });
    const context = { platforms: { macOS: { from: '10.11', to: '10.11' } } };
    expect(brief(judge({ PayloadType: type }, { context, payloadTypes: [{ type, schema }] })).sort()).toEqual([
      'error certpref-user-profile-only ',
      'error support-introduced ',
    ]);
  });

  test('that of a rule that removes a key, where the table of systems removes it too', () => {
    const type = 'com.apple.SoftwareUpdate';
    const macOS = { introduced: '10.7', deprecated: '10.15', removed: '11.0' };
    const schema = schemaOn(
      { macOS: { introduced: '10.7' } },
      { CatalogURL: { 'x-apple': { supportedOS: { macOS } } } },
    );
    const context = { platforms: { macOS: { from: '11', to: '12' } } };
    expect(brief(judge({ PayloadType: type, CatalogURL: 'a' }, { context, payloadTypes: [{ type, schema }] }))).toEqual(
      ['warning software-update-catalog-unsupported /CatalogURL'],
    );
  });

  test.each<[rule: string, content: Dictionary, at: string]>([
    [
      'screensaver-idle-time-renamed',
      { PayloadType: 'com.apple.screensaver', loginWindowIdleTime: 5 },
      '/loginWindowIdleTime',
    ],
    [
      'tcc-known-services-only',
      { PayloadType: 'com.apple.TCC.configuration-profile-policy', Services: { Cameras: [] } },
      '/Services/Cameras',
    ],
    [
      'dns-certificate-uuid-not-top-level',
      { PayloadType: 'com.apple.dnsSettings.managed', PayloadCertificateUUID: 'A' },
      '/PayloadCertificateUUID',
    ],
  ])('that of the rule %s, which is about the very key that Apple does not document', (rule, content, place) => {
    const issues = told(content).filter((one) => one.endsWith(` ${place}`));
    expect(issues).toEqual([expect.stringContaining(rule)]);
  });

  test('that of the first of two rules with one and the same sentence', () => {
    const type = 'com.apple.ADCertificate.managed';
    const context = { platforms: { macOS: { from: '14' } }, channel: 'device', install: 'mdm' } as const;
    const issues = told({ PayloadType: type, CertServer: 'a', CertTemplate: 'b', PromptForCredentials: true }, context);
    expect(issues.filter((issue) => issue.endsWith('/PromptForCredentials'))).toEqual([
      'warning adcertificate-no-prompt-device-channel /PromptForCredentials',
    ]);
  });

  test('also for the version of a payload', () => {
    for (const PayloadVersion of [2, real(2)]) {
      const issues = told({ PayloadType: 'com.apple.mdm', PayloadVersion });
      expect(issues.filter((issue) => issue.endsWith('/PayloadVersion'))).toEqual([
        'error mdm-payload-version-is-one /PayloadVersion',
      ]);
    }
  });
});
