import { escapeText } from '../../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../../diagnostics/issue.js';
import type { Certificate } from '../../../pki/certificate.js';
import { foldAscii } from '../../names/a-labels.js';
import { matchDnsName, readDnsEntries } from '../../names/dns-name.js';
import { matchEapNames } from '../../names/eap-names.js';
import { matchHostName, readHostName, type HostMatch, type HostMismatch } from '../../names/host-name.js';
import { findNameConstraintViolations } from '../../names/name-constraints.js';
import { weigh } from '../../rules/certificate-context.js';
import { serverCommand } from '../../server-command.js';
import type { PathContext } from '../path-context.js';

/** More would tell a reader nothing: a certificate can hold thousands of names. */
const MAX_SHOWN = 5;

/** Names from a certificate, which are anybody's text. */
function quote(names: readonly string[]): string {
  const shown = names.slice(0, MAX_SHOWN).map((name) => `"${escapeText(name, 80)}"`);
  return names.length > MAX_SHOWN
    ? `${shown.join(', ')} and ${String(names.length - MAX_SHOWN)} more`
    : shown.join(', ');
}

/** Since iOS 13 only SubjectAltName counts; older systems looked at the commonName when there was none. */
export function* hostName({ path, policy, generation }: PathContext): Generator<Issue> {
  if (policy.kind !== 'tls-server') return;
  const [certificate] = path;
  if (policy.hostname === undefined) {
    yield* anyHostName(certificate);
    yield* dnsEntries(certificate, []);
    return;
  }
  const match = matchHostName(certificate, policy.hostname);
  if (!match.matches) {
    const found = mismatchIssue(certificate, policy.hostname, match);
    yield generation < 13 && match.reason === 'cn-only' ? weigh(found, 'warning') : found;
  }
  const told = !match.matches && toldEntries.includes(match.reason) ? match.entries : [];
  yield* dnsEntries(certificate, told);
}

/** Why an entry does not count that is the one asked for: told once. */
const toldEntries: readonly HostMismatch[] = ['bad-syntax', 'ip-in-dns'];

/** Nobody asks for a name here, but whoever connects will. */
function* anyHostName(certificate: Certificate): Generator<Issue> {
  const names = certificate.subjectAltName?.names ?? [];
  const command = serverCommand({ kind: 'dns', name: 'HOST' });
  const dead = readDnsEntries(certificate.subjectAltName).counted.filter(isDeadWildcard);
  if (dead.length > 0) {
    yield weigh(
      issue('wildcard-shape', { certificate }, { host: 'any host', entries: quote(dead), command }),
      'warning',
    );
  }
  if (names.some(({ kind }) => kind === 'dNSName' || kind === 'iPAddress')) return;
  yield weigh(issue('san-required', { certificate }, { host: 'any host', command }), 'warning');
}

/** Whether a wildcard matches no name at all, however it begins. */
function isDeadWildcard(entry: string): boolean {
  const pattern = foldAscii(entry);
  return pattern.includes('*') && matchDnsName(pattern.replace('*', 'host'), pattern) !== 'match';
}

/** Entries that no host name can match are passed over in silence by the device. */
function* dnsEntries(certificate: Certificate, told: readonly string[]): Generator<Issue> {
  const known = new Set(told);
  const others = readDnsEntries(certificate.subjectAltName).ignored.filter((entry) => !known.has(entry));
  if (others.length > 0) yield weigh(issue('san-dns-syntax', { certificate }, { entries: quote(others) }), 'warning');
}

function mismatchIssue(
  certificate: Certificate,
  hostname: string,
  { reason, entries }: Extract<HostMatch, { matches: false }>,
): Issue {
  const where = { certificate };
  const host = escapeText(hostname, 100);
  const command = serverCommand(readHostName(hostname) ?? { kind: 'dns', name: 'HOST' });
  switch (reason) {
    case 'no-san':
    case 'cn-only':
      return issue('san-required', where, { host: `"${host}"`, command });
    case 'ip-in-dns':
    case 'ip-in-cn':
      return issue('san-ip-as-ipaddress', where, { host, command });
    case 'wildcard-two-labels':
    case 'wildcard-public-suffix':
      return issue('wildcard-shape', where, { host, entries: quote(entries), command });
    case 'bad-syntax':
      return issue('san-dns-syntax', where, { entries: quote(entries) });
    case 'no-match':
      return issue('host-name', where, { host, entries: quote(entries) });
  }
}

/** The names of TLSTrustedServerNames are patterns, and the certificate gives the names: the other way round than TLS. */
export function* eapName({ path, policy }: PathContext): Generator<Issue> {
  if (policy.kind !== 'eap-server' || policy.names === undefined) return;
  const [certificate] = path;
  if (matchEapNames(certificate, policy.names)) return;
  const dns = (certificate.subjectAltName?.names ?? []).flatMap((name) =>
    name.kind === 'dNSName' ? [name.value] : [],
  );
  const own = dns.length > 0 ? dns : [certificate.commonName ?? ''];
  yield issue('eap-server-name', { certificate }, { names: quote(policy.names), own: quote(own) });
}

/** Those of a trusted root count since iOS 13. */
export function* nameConstraints({ path, source, generation, maxNameComparisons }: PathContext): Generator<Issue> {
  // Reading thousands of names for nothing would cost more than all the rest.
  if (!path.some(({ extensions }) => extensions.some(({ name }) => name === 'nameConstraints'))) return;
  const anchorConstrains = source === undefined || generation >= 13;
  const { violations } = findNameConstraintViolations(path, { anchorConstrains, maxComparisons: maxNameComparisons });
  for (const { by, certificate, name, form, reason } of violations.slice(0, MAX_SHOWN)) {
    const shown = name === '' ? '' : `"${escapeText(name, 80)}"`;
    yield issue('name-constraints', { certificate }, { by: by.name, name: shown, form, reason });
  }
}
