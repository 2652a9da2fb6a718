import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSigner, readCertificate, readCertificates, verifyProfile } from 'profilewright';
import {
  runPipeline,
  type DeployedProfile,
  type PipelineReport,
  type PipelineSigner,
} from '../../../examples/04-inside-a-pipeline.js';
import { leaf, rootCA, signerChain } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { temporaryFolder } from './temporary-folder.js';

const { key, certificate, chain } = signerChain('p256');
const roots = { berlin: rootCA({ subject: 'Berlin' }), oslo: rootCA({ subject: 'Oslo', key: testKey('p256', 4) }) };
let signing: PipelineSigner;

beforeAll(async () => {
  const signer = await createSigner({ key, certificate: certificate.der, chain: chain.map(({ der }) => der) });
  signing = { signer, anchors: [readCertificate(chain[1].der)] };
});

/** A folder with a list of sites, each with one root in a file of its own. */
function writeSites(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  const sites = Object.keys(files).map((site) => ({ site, roots: [`${site}.pem`] }));
  writeFileSync(join(folder, 'sites.json'), JSON.stringify(sites));
  for (const [site, text] of Object.entries(files)) writeFileSync(join(folder, `${site}.pem`), text);
  return folder;
}

const twoSites = () => writeSites({ berlin: roots.berlin.pem, oslo: roots.oslo.pem });
const actionsOf = ({ sites }: PipelineReport) => sites.map(({ site, action }) => `${site}: ${action}`);

function deploy(folder: string, { sites }: PipelineReport): void {
  const deployed: DeployedProfile[] = sites.flatMap((report) =>
    report.action === 'refused' ? [] : [{ identifier: report.identifier, uuid: report.uuid }],
  );
  writeFileSync(join(folder, 'deployed.json'), JSON.stringify(deployed));
}

describe('a pipeline', () => {
  test('ships a signed profile to every site that has none', async () => {
    const folder = twoSites();
    const report = await runPipeline(folder, signing);
    expect(report).toMatchObject({ exitCode: 0, shipped: 2 });
    expect(readdirSync(join(folder, 'profiles'))).toEqual(['berlin.mobileconfig', 'oslo.mobileconfig']);
    for (const site of report.sites) {
      if (site.action !== 'ship') throw new Error(site.action);
      const bytes = readFileSync(site.file);
      const { profile, shownAs } = verifyProfile(bytes, { anchors: signing.anchors });
      expect(shownAs).toBe('Verified');
      expect({ identifier: profile.identifier, uuid: profile.uuid }).toEqual({
        identifier: site.identifier,
        uuid: site.uuid,
      });
      expect(site.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      const root = roots[site.site as keyof typeof roots];
      expect(profile.payloads[0]?.content['PayloadContent']).toEqual(new Uint8Array(root.der));
    }
  });

  test('ships nothing the second time', async () => {
    const folder = twoSites();
    deploy(folder, await runPipeline(folder, signing));
    const files = () =>
      readdirSync(join(folder, 'profiles')).map((file) => readFileSync(join(folder, 'profiles', file)));
    const before = files();
    const report = await runPipeline(folder, signing);
    expect(report).toMatchObject({ exitCode: 0, shipped: 0 });
    expect(actionsOf(report)).toEqual(['berlin: current', 'oslo: current']);
    expect(files()).toEqual(before);
  });

  test('ships a renewed root to its own site, in place of the profile that is there', async () => {
    const folder = twoSites();
    const first = await runPipeline(folder, signing);
    deploy(folder, first);
    writeFileSync(join(folder, 'oslo.pem'), rootCA({ subject: 'Oslo', key: testKey('p256', 4) }).pem);
    const second = await runPipeline(folder, signing);
    expect(actionsOf(second)).toEqual(['berlin: current', 'oslo: ship']);
    const [before, after] = [first, second].map(({ sites }) => sites[1]);
    if (before?.action !== 'ship' || after?.action !== 'ship') throw new Error('not shipped');
    expect(after.identifier).toBe(before.identifier);
    expect(after.uuid).not.toBe(before.uuid);
  });

  test('tells why a site is refused, and ships to the others', async () => {
    const folder = writeSites({ berlin: roots.berlin.pem, oslo: leaf(roots.oslo).pem, rome: 'no certificate' });
    const report = await runPipeline(folder, signing);
    expect(actionsOf(report)).toEqual(['berlin: ship', 'oslo: refused', 'rome: refused']);
    expect(report.exitCode).toBe(5);
    const codes = report.sites.map((site) => (site.action === 'refused' ? site.reasons.map(({ code }) => code) : []));
    expect(codes[1]).toContain('root-ca-flag');
    expect(codes[2]).toEqual(['ERR_CERTIFICATE_UNREADABLE']);
    expect(existsSync(join(folder, 'profiles', 'oslo.mobileconfig'))).toBe(false);
  });

  test('ends in 1 when every site is refused', async () => {
    const folder = writeSites({ oslo: leaf(roots.oslo).pem });
    expect((await runPipeline(folder, signing)).exitCode).toBe(1);
  });

  test('writes nothing that a device would show as "Not Verified"', async () => {
    const folder = twoSites();
    const report = await runPipeline(folder, { ...signing, anchors: readCertificates(roots.oslo.der) });
    expect(report).toMatchObject({ exitCode: 4, shipped: 0 });
    expect(existsSync(join(folder, 'profiles'))).toBe(false);
  });

  test('takes no name of a site that leads out of the folder', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'sites.json'), JSON.stringify([{ site: '../oslo', roots: [] }]));
    await expect(runPipeline(folder, signing)).rejects.toThrow('a site is lower-case letters, digits and hyphens');
  });
});
