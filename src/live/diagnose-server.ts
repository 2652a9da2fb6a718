import { equalBytes } from '../asn1/der.js';
import type { AbortSignalLike } from '../cms/signer.js';
import { iosGeneration, newestPlatform, type PlatformVersion } from '../device/platform.js';
import { assertKnownOptions } from '../diagnostics/assert-known-options.js';
import { issue, type Issue } from '../diagnostics/issue.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeCertificate, type Certificate } from '../pki/certificate.js';
import { isCertificate } from '../pki/is-certificate.js';
import { readCertificates, type CertificateInput } from '../pki/read-certificates.js';
import { evaluateTrust } from '../trust/evaluate-trust.js';
import { weigh } from '../trust/rules/certificate-context.js';
import type { TrustResult } from '../trust/trust-query.js';
import type { ModernFlight } from './modern-handshake.js';
import { obtainFlight } from './obtain-flight.js';
import type { TlsProtocol } from './server-flight.js';
import { readServerTarget, type ServerPlace, type ServerTarget } from './server-target.js';
import { withDeadline } from './with-deadline.js';

export interface DiagnoseServerOptions {
  /** The roots that the device has besides its own. */
  readonly anchors: readonly Certificate[];
  /** How they reach the device: by hand (the default), their switches are still off. */
  readonly install?: 'manual' | 'mdm' | 'configurator';
  /** The newest iOS unless given. */
  readonly platform?: PlatformVersion;
  /** The time at which the chain is judged; now unless given. */
  readonly at?: Date;
  /** For a live server and everything, the look-up of its name included; 10,000 unless given. */
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignalLike;
}

/** What was found at the other end. */
export interface DiagnosedServer extends ServerPlace {
  /** What a client of today gets. */
  readonly protocol: TlsProtocol;
  /** The IANA name of the cipher suite, when it is known. */
  readonly cipher?: string;
  /** What the server sends, in its order, with duplicates and strangers, unless an issue says that this is not known. */
  readonly sent: readonly Certificate[];
}

export interface ServerDiagnosis extends TrustResult {
  readonly server: DiagnosedServer;
}

/** What a server sends, from its file: its own certificate first. */
export interface ServerFile {
  readonly chain: CertificateInput;
  /** The name or address by which the server is reached; without it no name is asked for. */
  readonly hostname?: string;
}

export interface FileDiagnosis extends TrustResult {
  readonly server: Pick<DiagnosedServer, 'sent'> & Pick<ServerFile, 'hostname'>;
}

/**
 * Says what a device decides about a server: whether it trusts the chain that the server sends, for the name by which it was
 * asked, and whether it speaks a protocol that the device takes. The server is a live one, or the file with its certificates.
 *
 * Of a live server, one handshake offers TLS 1.2 and older versions, in which certificates are not encrypted; a second one,
 * which is recorded and opened, tells the version that clients of today get and what is sent to them, in its order. Of a
 * server with an ECDSA and an RSA certificate ECDSA is asked for first, as Apple's clients do; the other one is not looked
 * at. With `servername` the server is asked for that name, and its certificate judged by it, whatever the host is. Nothing
 * else is fetched: neither missing issuers nor revocation.
 *
 * @throws ProfilewrightError `ERR_SERVER_*`, when the server cannot be reached or shows no certificate; for a file what
 * `readCertificates` throws
 * @throws TypeError when an argument is of another type
 * @throws the reason of `signal`, when it fires
 * @example
 * const { verdict, issues, server } = await diagnoseServer('intranet.example', { anchors: [root], install: 'mdm' });
 * console.log(verdict, server.protocol, server.sent.map(({ name }) => name));
 * await diagnoseServer({ chain: readFileSync('fullchain.pem'), hostname: 'intranet.example' }, { anchors: [root] });
 */
export async function diagnoseServer(target: ServerTarget, options: DiagnoseServerOptions): Promise<ServerDiagnosis>;
export async function diagnoseServer(target: ServerFile, options: DiagnoseServerOptions): Promise<FileDiagnosis>;
export async function diagnoseServer(
  target: ServerTarget | ServerFile,
  options: DiagnoseServerOptions,
): Promise<ServerDiagnosis | FileDiagnosis> {
  assertOptions(options);
  const { timeoutMilliseconds: milliseconds = 10_000, signal } = options;
  if (isServerFile(target)) return diagnoseFile(target, options);
  const place = await readServerTarget(target);
  const { host, port } = place;
  const flight = await withDeadline((ended) => obtainFlight(place, ended), {
    milliseconds,
    expired: () => new ProfilewrightError('ERR_SERVER_TIMEOUT', { host, port, milliseconds }),
    signal,
  });
  return judgeFlight(place, flight, options);
}

function isServerFile(target: unknown): target is ServerFile {
  return typeof target === 'object' && target !== null && 'chain' in target;
}

function diagnoseFile({ chain, hostname }: ServerFile, options: DiagnoseServerOptions): FileDiagnosis {
  if (hostname !== undefined && typeof (hostname as unknown) !== 'string') {
    throw new TypeError('target.hostname must be a string');
  }
  if (options.signal?.aborted === true) throw options.signal.reason;
  const sent = readCertificates(chain);
  const result = judgeSent(sent, hostname, options);
  return Object.freeze({
    ...result,
    issues: Object.freeze([...result.issues, ...rootIssues(sent)]),
    server: Object.freeze({ ...(hostname === undefined ? {} : { hostname }), sent: Object.freeze(sent) }),
  });
}

function judgeSent(
  sent: readonly Certificate[],
  hostname: string | undefined,
  { anchors, install = 'manual', platform = newestPlatform, at }: DiagnoseServerOptions,
): TrustResult {
  const source = install === 'manual' ? 'installed' : 'user';
  return evaluateTrust({
    chain: sent,
    anchors: anchors.map((certificate) => ({ certificate, source })),
    policy: { kind: 'tls-server', ...(hostname === undefined ? {} : { hostname }) },
    platform,
    ...(at === undefined ? {} : { at }),
  });
}

function judgeFlight(place: ServerPlace, flight: ModernFlight, options: DiagnoseServerOptions): ServerDiagnosis {
  const sent = flight.certificates.map((der, index) => decodeSent(der, index, place));
  const result = judgeSent(sent, place.servername ?? place.host.replace(/%.*$/, ''), options);
  const refusals = [...protocolIssues(flight, sent, options.platform ?? newestPlatform)];
  const known = flight.isAsSent ? result.issues : result.issues.filter(({ code }) => code !== 'chain-order');
  const { protocol, cipher } = flight;
  return Object.freeze({
    ...result,
    verdict: refusals.some(({ severity }) => severity === 'error') ? 'refused' : result.verdict,
    issues: Object.freeze([...refusals, ...known, ...rootIssues(sent), ...orderIssues(flight, sent)]),
    server: Object.freeze({
      ...place,
      protocol,
      ...(cipher === undefined ? {} : { cipher }),
      sent: Object.freeze(sent),
    }),
  });
}

function decodeSent(der: Uint8Array, index: number, { host, port }: ServerPlace): Certificate {
  try {
    return decodeCertificate(der);
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    throw new ProfilewrightError('ERR_SERVER_CERTIFICATE', { host, port, index }, { cause: error });
  }
}

/** The cipher suites of App Transport Security: elliptic curves for a new key each time, and no old cipher. */
const suiteForApps = /^TLS_ECDHE_(?:ECDSA|RSA)_WITH_(?:AES|CHACHA20)_/;

/** Systems before iOS 13.4 spoke the old versions too. */
function* protocolIssues(
  { protocol, cipher }: ModernFlight,
  [certificate]: readonly Certificate[],
  platform: PlatformVersion,
): Generator<Issue> {
  const generation = iosGeneration(platform);
  if (certificate === undefined || protocol === 'TLSv1.3') return;
  if (protocol !== 'TLSv1.2') {
    const found = issue('tls-min-12', { certificate }, { protocol });
    yield generation < 13 ? weigh(found, 'warning') : found;
  } else if (cipher !== undefined && !suiteForApps.test(cipher)) {
    yield issue('ats-apps', { certificate }, { cipher });
    if (generation >= 27) yield issue('os27-system-tls', { certificate }, { cipher });
  }
}

function* rootIssues([leaf, ...others]: readonly Certificate[]): Generator<Issue> {
  for (const [index, certificate] of others.entries()) {
    const isFirst = others.findIndex(({ raw }) => equalBytes(raw, certificate.raw)) === index;
    const isLeaf = leaf !== undefined && equalBytes(leaf.raw, certificate.raw);
    if (certificate.isSelfSigned && certificate.isCA && isFirst && !isLeaf) {
      yield issue('server-sends-root', { certificate });
    }
  }
}

function* orderIssues({ isAsSent }: ModernFlight, [leaf]: readonly Certificate[]): Generator<Issue> {
  if (!isAsSent && leaf !== undefined) yield issue('chain-order-unknown', { certificate: leaf });
}

const installs: readonly unknown[] = [undefined, 'manual', 'mdm', 'configurator'];
const knownOptions: Readonly<Record<keyof DiagnoseServerOptions, true>> = {
  anchors: true,
  install: true,
  platform: true,
  at: true,
  timeoutMilliseconds: true,
  signal: true,
};
const MAX_TIMER_MILLISECONDS = 2 ** 31 - 1;

/** Before anything is sent: a slip of the caller must not cost a connection. */
function assertOptions(options: DiagnoseServerOptions): void {
  const given = (options as Partial<DiagnoseServerOptions> | undefined) ?? {};
  const { install, at, timeoutMilliseconds: time = 1, platform = newestPlatform } = given;
  const anchors: unknown = given.anchors;
  if (!Array.isArray(anchors) || !anchors.every(isCertificate)) {
    throw new TypeError('options.anchors must be an array of certificates, as readCertificates gives them');
  }
  assertKnownOptions('options', given, knownOptions);
  if (!installs.includes(install)) throw new TypeError("options.install must be 'manual', 'mdm' or 'configurator'");
  if (at !== undefined && Number.isNaN(at.getTime())) throw new TypeError('options.at must be a valid Date');
  if (!Number.isInteger(time) || time < 1 || time > MAX_TIMER_MILLISECONDS) {
    throw new TypeError('options.timeoutMilliseconds must be a whole number of milliseconds, from 1 on');
  }
  iosGeneration(platform);
}
