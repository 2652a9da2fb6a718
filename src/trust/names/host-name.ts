import type { Bytes } from '../../diagnostics/bytes.js';
import { equalBytes } from '../../asn1/der.js';
import type { Certificate } from '../../pki/certificate.js';
import { foldAscii, toALabels } from './a-labels.js';
import { isDnsName, matchDnsName, readDnsEntries } from './dns-name.js';
import { readIpAddress } from './ip-address.js';

/** What a client asks for: a DNS name in lower case, without the trailing dot, with A-labels; or an address. */
export type HostName =
  { readonly kind: 'dns'; readonly name: string } | { readonly kind: 'ip'; readonly octets: Bytes };

/** Why no entry of a certificate stands for a host. The most helpful reason is given: a near miss before a plain one. */
export type HostMismatch =
  /** There is no subjectAltName, or it names neither DNS names nor addresses. */
  | 'no-san'
  | 'no-match'
  /** The address is there, but as a dNSName. */
  | 'ip-in-dns'
  /** The address is there, but only as commonName. */
  | 'ip-in-cn'
  | 'wildcard-two-labels'
  | 'wildcard-public-suffix'
  /** The name is there, but written so that the entry does not count; without entries: the host is no host name. */
  | 'bad-syntax'
  /** The name is there, but only as commonName. */
  | 'cn-only';

/** `entries` are the texts of the certificate that the reason is about; they are untrusted and may be long. */
export type HostMatch =
  | { readonly matches: true }
  | { readonly matches: false; readonly reason: HostMismatch; readonly entries: readonly string[] };

type NamedCertificate = Pick<Certificate, 'subjectAltName' | 'commonName'>;

/** Reads the name of a host, as it stands between `https://` and the port. Undefined when it is neither a DNS name nor an address. */
export function readHostName(text: string): HostName | undefined {
  const octets = readIpAddress(text);
  if (octets !== undefined) return { kind: 'ip', octets };
  const name = toALabels(text)?.replace(/\.$/, '');
  return name !== undefined && !name.includes('*') && isDnsName(name) ? { kind: 'dns', name } : undefined;
}

/**
 * Whether a TLS server certificate stands for a host, by the rule of Apple's evaluator since iOS 13 and macOS 10.15: only
 * subjectAltName counts, addresses match iPAddress entries octet by octet, DNS names match dNSName entries.
 */
export function matchHostName(certificate: NamedCertificate, hostname: string): HostMatch {
  const host = readHostName(hostname);
  if (host === undefined) return mismatch('bad-syntax', []);
  return host.kind === 'ip' ? matchAddress(certificate, host.octets) : matchName(certificate, host.name);
}

const mismatch = (reason: HostMismatch, entries: readonly string[]): HostMatch => ({ matches: false, reason, entries });

function matchAddress(certificate: NamedCertificate, octets: Bytes): HostMatch {
  const names = certificate.subjectAltName?.names ?? [];
  if (names.some((name) => name.kind === 'iPAddress' && equalBytes(name.raw, octets))) return { matches: true };
  const isAddress = (text: string): boolean => {
    const address = readIpAddress(text);
    return address !== undefined && equalBytes(address, octets);
  };
  const written = names.flatMap((name) => (name.kind === 'dNSName' && isAddress(name.value) ? [name.value] : []));
  if (written.length > 0) return mismatch('ip-in-dns', written);
  const { commonName } = certificate;
  if (commonName !== undefined && isAddress(commonName)) return mismatch('ip-in-cn', [commonName]);
  return plainMismatch(certificate);
}

function matchName(certificate: NamedCertificate, host: string): HostMatch {
  const { counted, ignored, undecodable } = readDnsEntries(certificate.subjectAltName);
  if (undecodable.length > 0) return mismatch('bad-syntax', undecodable);
  const matches = counted.map((entry) => ({ entry, match: matchDnsName(host, foldAscii(entry)) }));
  if (matches.some(({ match }) => match === 'match')) return { matches: true };
  for (const reason of ['wildcard-public-suffix', 'wildcard-two-labels'] as const) {
    const near = matches.filter(({ match }) => match === reason);
    if (near.length > 0)
      return mismatch(
        reason,
        near.map(({ entry }) => entry),
      );
  }
  const misspelt = [...ignored, ...counted].filter((entry) => isMeantFor(host, entry));
  if (misspelt.length > 0) return mismatch('bad-syntax', misspelt);
  const { commonName } = certificate;
  const isInCn = commonName !== undefined && matchDnsName(host, foldAscii(commonName)) === 'match';
  return isInCn ? mismatch('cn-only', [commonName]) : plainMismatch(certificate);
}

function plainMismatch({ subjectAltName }: NamedCertificate): HostMatch {
  const entries = (subjectAltName?.names ?? []).flatMap((name) =>
    name.kind === 'dNSName' || name.kind === 'iPAddress' ? [name.value] : [],
  );
  return mismatch(entries.length === 0 ? 'no-san' : 'no-match', entries);
}

/** Whether an entry that does not count was written for this host: as a URL, with a port, a dot too many, U-labels, `*` elsewhere. */
function isMeantFor(host: string, entry: string): boolean {
  if (entry.length > 1000) return false;
  const text = Buffer.from(entry, 'latin1').toString().trim();
  const [, name = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?([^/?#:\0]*)/i.exec(text) ?? [];
  const written = toALabels(name.replace(/\.+$/, ''))?.split('.') ?? [];
  const labels = host.split('.');
  return (
    written.length === labels.length && written.every((label, index) => isMeantForLabel(labels[index] ?? '', label))
  );
}

function isMeantForLabel(label: string, written: string): boolean {
  const [start = '', ...ends] = written.split('*');
  const end = ends.at(-1);
  if (end === undefined) return label === start;
  return label.startsWith(start) && label.slice(start.length).endsWith(end);
}
