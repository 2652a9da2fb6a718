import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { makeProject } from './pack.js';
import { run } from './run.js';

const { folder, tarball } = inject('packed');

/** What a reader of the README writes, without any name of Node or the DOM. */
const plain = `
import { ProfileBuilder, definePayloadType, isProfilewrightError, parseProfile, readCertificates, signProfile, validateProfile } from 'profilewright';
import type { Certificate, Identity, Issue, PayloadContent, PayloadInput, Profile, Signer } from 'profilewright';

export async function trust(pem: string, signer: Signer): Promise<Uint8Array<ArrayBuffer>> {
  const certificates: Certificate[] = readCertificates(pem);
  const profile: Profile = new ProfileBuilder({ displayName: 'Lab' }).addRootCA(certificates).build();
  const issues: Issue[] = validateProfile(profile);
  if (issues.some((issue) => issue.severity === 'error')) throw new Error(issues.map((issue) => issue.message).join());
  const signed: Uint8Array<ArrayBuffer> = await signProfile(profile, signer);
  parseProfile(signed);
  return profile.toBytes();
}

export function explain(error: unknown): string | undefined {
  return isProfilewrightError(error, 'ERR_CERTIFICATE_COUNT') ? error.details.names.join() : undefined;
}

// @ts-expect-error: a misspelt option is an error
new ProfileBuilder({ displayname: 'Lab' });

const wifi: PayloadContent<'com.apple.wifi.managed'> = { SSID_STR: 'Lab', EncryptionType: 'WPA3', AutoJoin: undefined };
const lab = definePayloadType('com.example.lab', { type: 'object', properties: { A: { type: 'string' } }, additionalProperties: false });
new ProfileBuilder().addPayload('com.apple.wifi.managed', wifi).addPayload(lab, { A: 'a' }).addPayload('com.example.any', { B: 1 });
// @ts-expect-error: a misspelt key is an error
new ProfileBuilder().addPayload('com.apple.wifi.managed', { SSID_SRT: 'Lab' });
// @ts-expect-error: a misspelt key of a type of one's own is an error
new ProfileBuilder().addPayload(lab, { B: 'a' });

export function eapTls(root: Certificate, identity: Identity): Profile {
  const trust = { AcceptEAPTypes: [13], PayloadCertificateAnchorUUID: [root, '3B0B1E7C-4A0C-4B0E-9D0C-0D6F4C1B2A3D'] } as const;
  const eap: PayloadInput<'com.apple.wifi.managed'> = { SSID_STR: 'Lab', PayloadCertificateUUID: identity, EAPClientConfiguration: trust };
  const builder = new ProfileBuilder().addPayload('com.apple.wifi.managed', eap).addIdentity(identity, { displayName: 'Anna' });
  // @ts-expect-error: an identity is no trust anchor
  builder.addPayload('com.apple.wifi.managed', { EAPClientConfiguration: { AcceptEAPTypes: [13], PayloadCertificateAnchorUUID: [identity] } });
  // @ts-expect-error: a certificate is no identity
  builder.addPayload('com.apple.wifi.managed', { PayloadCertificateUUID: root });
  // @ts-expect-error: a certificate is no identity to add
  builder.addIdentity(root);
  return builder.build();
}

export function office(root: Certificate, identity: Identity): Profile {
  const builder = new ProfileBuilder().addWifi({ ssid: 'Lab', eap: { types: ['tls'], trust: [root], identity } }, { displayName: 'Lab' });
  // @ts-expect-error: an identity is no trust anchor
  builder.addWifi({ ssid: 'Lab', eap: { types: ['tls'], trust: [identity] } });
  // @ts-expect-error: a misspelt restriction
  builder.addRestrictions({ allowCamra: false });
  // @ts-expect-error: a VPN is of one kind
  builder.addVpn({ name: 'Lab', type: 'IPSec', alwaysOn: { tunnels: [] } });
  return builder.addRestrictions({ allowCamera: false, extra: { PayloadEnabled: true } }).build();
}
`;
const web = `
import { ProfileBuilder } from 'profilewright';
export const answer = (pem: string): Response => new Response(new ProfileBuilder().addRootCA(pem).build().toBytes());
`;
const node = `
import { X509Certificate, createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { ProfileBuilder } from 'profilewright';
const profile = new ProfileBuilder().addRootCA(new X509Certificate('')).build();
writeFileSync('x.mobileconfig', profile.toBytes());
createHash('sha256').update(profile.toBytes());
`;

/** The type tests of this repository, which import the package by its name, with as much of vitest as they use. */
const typeTests = join(import.meta.dirname, '../types');
const expectType = join(import.meta.dirname, '../../node_modules/expect-type/dist/index.js');
const vitest = `
export { expectTypeOf } from '${expectType}';
export declare const describe: (name: string, run: () => void) => void;
export declare const test: typeof describe;
`;
const misuses = Object.fromEntries([
  ['vitest', vitest],
  ...readdirSync(typeTests).map((file) => [
    basename(file, '.ts').replaceAll('.', '-'),
    readFileSync(join(typeTests, file), 'utf8').replace("from 'vitest'", "from './vitest.mjs'"),
  ]),
]) as Readonly<Record<string, string>>;

const variants = {
  'neither Node nor DOM types': { lib: ['es2023'], types: [], sources: { plain } },
  'DOM types': { lib: ['es2023', 'dom'], types: [], sources: { plain, web } },
  '@types/node': { lib: ['es2023'], types: ['node'], sources: { plain, web, node } },
  'every misuse': { lib: ['es2023'], types: ['node'], sources: misuses },
};
const compilers = ['typescript59', 'typescript6', 'typescript7'] as const;
const projects: Record<'bare' | 'node', string> = { bare: '', node: '' };
let tools = '';

beforeAll(() => {
  tools = makeProject(folder, 'compilers', [
    'typescript59@npm:typescript@~5.9',
    'typescript6@npm:typescript@~6.0',
    'typescript7@npm:typescript@^7.0',
  ]);
  projects.bare = makeProject(folder, 'consumer-bare', [tarball]);
  projects.node = makeProject(folder, 'consumer-node', [tarball, '@types/node@20']);
});

const compilerPath = (compiler: string): string => {
  const home = join(tools, 'node_modules', compiler);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { bin: { tsc: string } };
  return join(home, bin.tsc);
};

/** Compiles `sources` in a folder of their own, every declaration file of the package included in the check. */
function compile(compiler: string, name: keyof typeof variants, options: object = {}) {
  const { lib, types, sources } = variants[name];
  const project = types.length > 0 ? projects.node : projects.bare;
  const home = join(project, `${compiler}-${Object.keys(variants).indexOf(name)}-${Object.keys(options).join('-')}`);
  mkdirSync(home, { recursive: true });
  for (const [file, source] of Object.entries(sources)) writeFileSync(join(home, `${file}.mts`), source);
  const strict = {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    target: 'es2023',
    exactOptionalPropertyTypes: true,
  };
  const compilerOptions = { ...strict, module: 'nodenext', moduleResolution: 'nodenext', lib, types, ...options };
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const { status, stdout, stderr } = run(process.execPath, [compilerPath(compiler), '-p', home], home);
  return { status, output: `${stdout}${stderr}`.trim() };
}

describe.each(compilers)('a caller compiles with %s', (compiler) => {
  test('which is the version that its name says', () => {
    const { stdout } = run(process.execPath, [compilerPath(compiler), '--version'], tools);
    expect(stdout.replaceAll('.', '')).toContain(` ${compiler.slice('typescript'.length)}`);
  });

  test.each(Object.keys(variants) as (keyof typeof variants)[])('and %s', (variant) => {
    expect(compile(compiler, variant)).toEqual({ status: 0, output: '' });
  });

  test('and a bundler’s module resolution', () => {
    const bundler = { module: 'preserve', moduleResolution: 'bundler' };
    expect(compile(compiler, 'DOM types', bundler)).toEqual({ status: 0, output: '' });
  });
});

test('a caller from CommonJS compiles too', () => {
  const home = join(projects.bare, 'commonjs');
  mkdirSync(home);
  writeFileSync(
    join(home, 'caller.cts'),
    "import p = require('profilewright');\nexport const builder = new p.ProfileBuilder();\n",
  );
  const argv = [
    '--strict',
    '--noEmit',
    '--skipLibCheck',
    'false',
    '--target',
    'es2023',
    '--lib',
    'es2023',
    '--module',
    'nodenext',
  ];
  const { status, stdout } = run(process.execPath, [compilerPath('typescript59'), ...argv, 'caller.cts'], home);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
