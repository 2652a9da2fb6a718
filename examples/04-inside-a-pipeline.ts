/**
 * 4. A step of a pipeline: one signed profile a site, and only for the sites whose devices do not have it yet.
 *
 *     SIGNER_PASSPHRASE=... npx tsx examples/04-inside-a-pipeline.ts FOLDER
 *
 * reads from FOLDER
 *
 *     sites.json       [{ "site": "berlin", "roots": ["berlin-root.pem"] }, ...]
 *     deployed.json    [{ "identifier": "...", "uuid": "..." }, ...]: what the MDM server's ProfileList holds; may be missing
 *     signer.key, signer.pem, anchors.pem
 *
 * and writes FOLDER/profiles/SITE.mobileconfig and one JSON document on the standard output. Without a folder a lab is set
 * up in out/04-pipeline; run it twice, and the second run ships nothing.
 *
 * The exit code is that of the command line: 0 fine, 1 every site was refused, 4 the signer is not trusted, 5 some sites were
 * refused. What cannot be gone on with at all, such as a list that is no JSON, ends in 3.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  createSigner,
  isProfilewrightError,
  ProfileBuilder,
  readCertificates,
  signProfile,
  verifyProfile,
} from 'profilewright';
import type { Bytes, Certificate, Profile, ProfilewrightError, Signer } from 'profilewright';
import { createLabRoot, createLabSigner } from './lab-authority.js';
import { runProgram } from './lab-program.js';

export interface Site {
  readonly site: string;
  /** Files in the folder, relative to it. */
  readonly roots: readonly string[];
}

/** One profile on a device, as MDM's ProfileList tells of it. */
export interface DeployedProfile {
  readonly identifier: string;
  readonly uuid: string;
}

export type SiteReport =
  | ({ readonly site: string; readonly action: 'current' } & DeployedProfile)
  | ({ readonly site: string; readonly action: 'ship' } & DeployedProfile & Shipped)
  | { readonly site: string; readonly action: 'refused'; readonly reasons: readonly Reason[] };

interface Shipped {
  readonly file: string;
  readonly sha256: string;
  /** From then on a device shows "Not Verified". Sign again before. */
  readonly signedUntil: string;
}

interface Reason {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export interface PipelineReport {
  readonly exitCode: 0 | 1 | 4 | 5;
  readonly shipped: number;
  readonly sites: readonly SiteReport[];
}

/** Who signs, and the roots that the devices trust already. */
export interface PipelineSigner {
  readonly signer: Signer;
  readonly anchors: readonly Certificate[];
}

export async function runPipeline(folder: string, { signer, anchors }: PipelineSigner): Promise<PipelineReport> {
  const sites = readSites(folder);
  const deployed = readDeployed(folder);
  const reports: SiteReport[] = [];
  for (const site of sites) {
    try {
      const profile = buildProfile(folder, site);
      const { identifier, uuid } = profile;
      // The UUID is derived from identifier and content, so the same list gives the same UUIDs on any machine and day.
      // A new signature alone changes neither: a renewed signer is no reason to ship.
      const isCurrent = deployed.some((known) => known.identifier === identifier && known.uuid === uuid);
      const facts = { site: site.site, identifier, uuid };
      if (isCurrent) reports.push({ ...facts, action: 'current' });
      else reports.push({ ...facts, action: 'ship', ...(await ship(folder, site, profile, { signer, anchors })) });
    } catch (error) {
      // One bad root is no reason to leave the other sites without theirs. Anything else is a bug or a full disk.
      if (!isProfilewrightError(error) && !(error instanceof NotVerified)) throw error;
      reports.push({ site: site.site, action: 'refused', reasons: reasonsOf(error) });
    }
  }
  return {
    exitCode: exitCodeOf(reports),
    shipped: reports.filter(({ action }) => action === 'ship').length,
    sites: reports,
  };
}

function buildProfile(folder: string, { site, roots }: Site): Profile {
  // With an identifier of one's own, the profile stays the same one when the site changes to another CA.
  const builder = new ProfileBuilder({ identifier: `com.example.trust.${site}`, displayName: `Trust for ${site}` });
  for (const root of roots) builder.addRootCA(readFileSync(join(folder, root)));
  return builder.build();
}

class NotVerified extends Error {}

async function ship(
  folder: string,
  { site }: Site,
  profile: Profile,
  { signer, anchors }: PipelineSigner,
): Promise<Shipped> {
  const bytes = await signProfile(profile, signer);
  // Read back the way a device does, before anybody gets to see the file.
  const { shownAs, signedUntil } = verifyProfile(bytes, { anchors });
  if (shownAs !== 'Verified') throw new NotVerified(`${signer.certificate.name} does not lead to an anchor`);
  const file = join(folder, 'profiles', `${site}.mobileconfig`);
  writeWhole(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, sha256, signedUntil: signedUntil.toISOString() };
}

/** Whoever looks sees the old file or the new one, never a part of it. */
function writeWhole(file: string, bytes: Bytes): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const descriptor = openSync(temporary, 'wx', 0o644);
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function reasonsOf(error: ProfilewrightError | NotVerified): Reason[] {
  if (error instanceof NotVerified) return [{ code: 'not-verified', message: error.message }];
  if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) {
    const { code, message, hint } = error;
    return [{ code, message, hint }];
  }
  const errors = error.details.issues.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, message, hint }) => ({ code, message, ...(hint === undefined ? {} : { hint }) }));
}

function exitCodeOf(reports: readonly SiteReport[]): PipelineReport['exitCode'] {
  const refused = reports.filter((report) => report.action === 'refused');
  if (refused.some(({ reasons }) => reasons.some(({ code }) => code === 'not-verified'))) return 4;
  if (refused.length === 0) return 0;
  return refused.length === reports.length ? 1 : 5;
}

function readSites(folder: string): Site[] {
  const sites: unknown = JSON.parse(readFileSync(join(folder, 'sites.json'), 'utf8'));
  if (Array.isArray(sites) && sites.every(isSite)) return sites;
  throw new Error('sites.json must be a list of { "site", "roots" }; a site is lower-case letters, digits and hyphens');
}

/** The name becomes a part of the identifier and of a path, so not every text will do. */
function isSite(value: unknown): value is Site {
  const { site, roots } = (value ?? {}) as Partial<Site>;
  return typeof site === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(site) && Array.isArray(roots);
}

function readDeployed(folder: string): DeployedProfile[] {
  const file = join(folder, 'deployed.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DeployedProfile[]) : [];
}

async function readSigner(folder: string): Promise<PipelineSigner> {
  const passphrase = process.env['SIGNER_PASSPHRASE'];
  const [key, certificate] = [readFileSync(join(folder, 'signer.key')), readFileSync(join(folder, 'signer.pem'))];
  const signer = await createSigner(passphrase === undefined ? { key, certificate } : { key, certificate, passphrase });
  return { signer, anchors: readCertificates(readFileSync(join(folder, 'anchors.pem'))) };
}

/** Two sites with a root each, which stay for the next run; the signer is a new one every time. */
async function createLab(folder: string): Promise<PipelineSigner> {
  if (!existsSync(join(folder, 'sites.json'))) {
    mkdirSync(folder, { recursive: true });
    const sites: Site[] = ['berlin', 'oslo'].map((site) => ({ site, roots: [`${site}-root.pem`] }));
    for (const { site, roots } of sites) {
      for (const file of roots) writeFileSync(join(folder, file), createLabRoot(`Root of ${site}`).certificate);
    }
    writeFileSync(join(folder, 'sites.json'), JSON.stringify(sites, undefined, 2));
  }
  const root = createLabRoot('Lab Signing Root');
  const { key, certificate } = createLabSigner(root, 'Lab Profile Signer');
  const signer = await createSigner({ key, certificate, chain: root.certificate });
  return { signer, anchors: readCertificates(root.certificate) };
}

/** In a lab nobody installs anything: this stands for the devices' next ProfileList. */
function deployInLab(folder: string, { sites }: PipelineReport): void {
  const deployed = sites.flatMap((site) =>
    site.action === 'refused' ? [] : [{ identifier: site.identifier, uuid: site.uuid }],
  );
  writeFileSync(join(folder, 'deployed.json'), JSON.stringify(deployed, undefined, 2));
}

await runProgram(import.meta.url, async ([given]) => {
  const folder = given ?? join('out', '04-pipeline');
  try {
    const report = await runPipeline(folder, given === undefined ? await createLab(folder) : await readSigner(folder));
    if (given === undefined) deployInLab(folder, report);
    console.log(JSON.stringify(report, undefined, 2));
    return report.exitCode;
  } catch (error) {
    // Whoever called reads JSON, whatever happens.
    console.log(JSON.stringify({ exitCode: 3, error: error instanceof Error ? error.message : String(error) }));
    return 3;
  }
});
