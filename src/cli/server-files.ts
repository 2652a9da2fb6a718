import { issue, type Issue } from '../diagnostics/issue.js';
import { joinWords } from '../diagnostics/join-words.js';
import { readSignedParts, type Certificate } from '../pki/certificate.js';
import { verifyCertificateSignature } from '../pki/certificate-signature.js';
import { weigh } from '../trust/rules/certificate-context.js';
import { usageError } from './command-error.js';
import type { MaterialFile } from './read-material.js';

export type CertificateFile = Extract<MaterialFile, { certificates: unknown }>;

/** The files of a server among those that were named. */
export interface ServerFiles {
  /** What the server sends, its own certificate first; empty when no file is one of a server. */
  readonly chain: readonly Certificate[];
  readonly files: readonly CertificateFile[];
  /** What is wrong with the file as such; an error when no server can send it so. */
  readonly issues: readonly Issue[];
}

/** What tells the files of a server from those of roots besides what is in them. */
export interface Asked {
  /** Whether the roots were named apart. */
  readonly hasRootFiles: boolean;
  readonly hasHostname: boolean;
}

/**
 * Finds what a server sends: the file that begins with its certificate, and those that begin with an intermediate. Whoever
 * names the roots apart, or asks for a host, may have a file in another order, or one with a CA that serves.
 */
export function findServerFiles(files: readonly CertificateFile[], asked: Asked): ServerFiles {
  const begun = files.filter(({ certificates: [first] }) => isOfServer(first));
  const servers = begun.filter((file) => !begun.some((other) => other !== file && hasIssued(file, other)));
  if (servers.length > 1) {
    const named = joinWords(servers.map(({ name }) => name));
    throw usageError(`${named} are certificates of servers`, 'ask about one at a time');
  }
  const [server] = servers;
  if (server === undefined) return findOtherwise(files, asked);
  const beside = files.filter(
    (file) => file !== server && (begun.includes(file) || !namesItself(file.certificates[0])),
  );
  return {
    chain: [...server.certificates, ...beside.flatMap(({ certificates }) => certificates)],
    files: [server, ...beside],
    issues: [],
  };
}

/** No file begins with the certificate of a server. */
function findOtherwise(files: readonly CertificateFile[], { hasRootFiles, hasHostname }: Asked): ServerFiles {
  const [first] = files;
  const shuffled = files.find(({ certificates }) => certificates.some(isOfServer));
  if (shuffled !== undefined && (hasRootFiles || hasHostname)) return putServerFirst(shuffled);
  if (first === undefined || !hasRootFiles || !hasHostname) return { chain: [], files: [], issues: [] };
  return { chain: first.certificates, files: [first], issues: [] };
}

/** A client takes the first certificate for that of the server, and the key of the server does not belong to another one. */
function putServerFirst(file: CertificateFile): ServerFiles {
  const { name, certificates } = file;
  const server = certificates.find(isOfServer) ?? certificates[0];
  const found = weigh(issue('chain-order', { certificate: server }), 'error');
  const message = `${name} begins with ${certificates[0].name}, not with the certificate of the server, ${server.name}`;
  return {
    chain: [server, ...certificates.filter((one) => one !== server)],
    files: [file],
    issues: [Object.freeze({ ...found, message })],
  };
}

/** A CA with the names of hosts serves, whatever it was made for: `openssl req -x509 -CA` makes CAs unless told otherwise. */
export function isOfServer(certificate: Certificate): boolean {
  const names = certificate.subjectAltName?.names ?? [];
  const hasHosts = names.some(({ kind }) => kind === 'dNSName' || kind === 'iPAddress');
  return (certificate.role === 'leaf' || hasHosts) && isIssuedByAnother(certificate);
}

/** An issuer may have the same name: the answers to the questions of openssl are soon the same for both. */
function isIssuedByAnother(certificate: Certificate): boolean {
  if (certificate.isSelfSigned) return false;
  if (!namesItself(certificate)) return true;
  return verifyCertificateSignature(readSignedParts(certificate), certificate.publicKey.spki) === 'invalid';
}

function hasIssued({ certificates: [issuer] }: CertificateFile, { certificates: [child] }: CertificateFile): boolean {
  return (
    issuer.subject.normalized === child.issuer.normalized && issuer.subject.normalized !== child.subject.normalized
  );
}

export function namesItself({ subject, issuer }: Certificate): boolean {
  return subject.normalized === issuer.normalized;
}
