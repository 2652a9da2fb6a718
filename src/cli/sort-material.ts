import { issue, type Issue } from '../diagnostics/issue.js';
import type { IssueCode } from '../diagnostics/issues/index.js';
import type { ParsedProfile } from '../document/parse-profile.js';
import { readPayloadCertificates } from '../document/payload-certificates.js';
import { validateProfile } from '../document/validate-profile.js';
import type { Certificate } from '../pki/certificate.js';
import { weigh } from '../trust/rules/certificate-context.js';
import type { MaterialFile } from './read-material.js';
import { findServerFiles, isOfServer, namesItself, type CertificateFile } from './server-files.js';

/** What the files are to each other. */
export interface SortedMaterial {
  /** What a server sends, its own certificate first; empty when only roots were named. */
  readonly chain: readonly Certificate[];
  /** What a device would take for roots, fit or not. */
  readonly roots: readonly Certificate[];
  /** Roots that stand behind another certificate, where no device looks. */
  readonly hidden: readonly Certificate[];
  /** Whether the roots were found among what the server sends, and nobody said that they are installed. */
  readonly isAssumed: boolean;
  /** Whether no profile can be made of the files as they are, because a server's certificate stands beside the root. */
  readonly isMixed: boolean;
  /** What is wrong with the file of the server: an error when no server can send it so. */
  readonly chainIssues: readonly Issue[];
  /** What is wrong with the files around the certificates. */
  readonly issues: readonly Issue[];
  readonly profile?: ParsedProfile;
  /** The files from which `root-ca` can make a profile. */
  readonly rootFiles: readonly string[];
}

/**
 * Sorts what was named: a file that begins with the certificate of a server is what a server sends, one that begins with
 * an intermediate goes with it, all others are taken for roots as a device would take them.
 */
export function sortMaterial(
  files: readonly MaterialFile[],
  rootFiles: readonly MaterialFile[],
  hostname?: string,
): SortedMaterial {
  const certificateFiles = files.filter((file) => 'certificates' in file);
  const server = findServerFiles(certificateFiles, {
    hasRootFiles: rootFiles.length > 0,
    hasHostname: hostname !== undefined,
  });
  const roots = files.filter((file) => !server.files.some((one) => one === file));
  return { ...takeRoots(server.chain, [...rootFiles, ...roots]), chainIssues: server.issues };
}

/** The roots of these files, or else those that the server sends along. */
export function takeRoots(chain: readonly Certificate[], files: readonly MaterialFile[]): SortedMaterial {
  const taken = files.map((file) => ('profile' in file ? rootsOfProfile(file.profile) : rootsOfFile(file)));
  const roots = unique(taken.flatMap(({ certificates }) => certificates));
  const assumed = files.length > 0 ? [] : chain.filter(isRoot);
  const profile = files.flatMap((file) => ('profile' in file ? [file.profile] : []))[0];
  return {
    chain,
    roots: [...roots, ...assumed],
    hidden: unique(taken.flatMap(({ hidden }) => hidden)),
    isAssumed: assumed.length > 0,
    isMixed: files.some(
      (file) => 'certificates' in file && namesItself(file.certificates[0]) && file.certificates.some(isOfServer),
    ),
    chainIssues: [],
    issues: taken.flatMap(({ issues }) => issues),
    rootFiles: files.flatMap((file) => ('profile' in file ? [] : [file.name])),
    ...(profile === undefined ? {} : { profile }),
  };
}

interface TakenRoots {
  readonly certificates: readonly Certificate[];
  readonly hidden: readonly Certificate[];
  readonly issues: readonly Issue[];
}

/** Whoever hands the file itself to a device is told when its text cannot be read there. */
function rootsOfFile(file: CertificateFile): TakenRoots {
  const taken = firstOfFile(file);
  const { name, certificates, armorDefect } = file;
  if (armorDefect === undefined) return taken;
  const found = issue('pem-armor', { certificate: certificates[0] }, { reason: armorDefect });
  const message = `devices do not read the PEM text of ${name}: ${armorDefect}`;
  return {
    ...taken,
    issues: [Object.freeze({ ...weigh(found, 'warning'), message, hint: makeProfile }), ...taken.issues],
  };
}

const makeProfile = 'make the profile with `profilewright root-ca`, which writes the certificate in DER';

const makePayloads = 'make the profile with `profilewright root-ca`, which gives each certificate a payload of its own';

/** A device takes the first certificate of a file. Behind a root the others are at least told, before it they hide it. */
function firstOfFile({ name, certificates }: CertificateFile): TakenRoots {
  const [first, ...others] = certificates;
  if (others.length === 0) return { certificates, hidden: [], issues: [] };
  const found = issue(bundleCode, { certificate: first }, { count: certificates.length, first: first.name });
  const message = `${name} holds ${String(certificates.length)} certificates, of which devices read ${first.name} only`;
  if (namesItself(first)) {
    const hint = others.some(isOfServer) ? putFirst(first) : makePayloads;
    const told = Object.freeze({ ...weigh(found, 'warning'), message, hint });
    return { certificates: [first, ...others.filter(namesItself)], hidden: [], issues: [told] };
  }
  const root = others.find(isRoot);
  if (root === undefined) return { certificates: [first], hidden: [], issues: [] };
  return {
    certificates: [],
    hidden: others.filter(isRoot),
    issues: [Object.freeze({ ...weigh(found, 'error'), message, hint: putFirst(root) })],
  };
}

const bundleCode = 'root-one-cert-per-payload';
const formCodes: readonly IssueCode[] = [
  'root-content-is-der-certificate',
  'pkcs1-content-is-der-certificate',
  'pem-content-is-pem-certificate',
  'pem-content-no-private-key',
  'pem-armor',
  bundleCode,
];

function putFirst({ name }: Certificate): string {
  return `write ${name} alone into a file, and make the profile from it with \`profilewright root-ca\``;
}

/** The roots of the payloads, and what is wrong with the payloads as such. */
function rootsOfProfile(profile: ParsedProfile): TakenRoots {
  const embedded = readPayloadCertificates(profile.payloads);
  const hiding = embedded.filter(({ certificate, lost }) => !isRoot(certificate) && lost.some(isRoot));
  const meant = embedded.filter(
    (one) => !hiding.includes(one) && (one.type === 'com.apple.security.root' || isRoot(one.certificate)),
  );
  const issues = validateProfile(profile, { as: 'device' }).filter(({ code }) => formCodes.includes(code));
  const hidden = hiding.flatMap(({ lost }) => lost.filter(isRoot));
  const [root] = hidden;
  const told = issues.map((one) =>
    root !== undefined && one.code === bundleCode
      ? Object.freeze({ ...weigh(one, 'error'), hint: putFirst(root) })
      : one,
  );
  return { certificates: meant.map(({ certificate }) => certificate), hidden, issues: told };
}

const isRoot = ({ role }: Certificate): boolean => role === 'root';

function unique(certificates: readonly Certificate[]): Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.fingerprints.sha256, certificate])).values()];
}
