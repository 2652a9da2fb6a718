import { chainHost } from './chain-draft.js';
import { alter, constrained, named, together, type ChainTwist } from './chain-twist.js';
import { subjectAltName } from './extension.js';
import type { GeneralNameInput } from './general-name.js';

const dns = (...names: readonly string[]): GeneralNameInput[] => names.map((dNSName) => ({ dNSName }));
const ip = (address: string): GeneralNameInput[] => [{ iPAddress: address }];
const mail = (rfc822Name: string): GeneralNameInput[] => [{ rfc822Name }];
const uri = (uniformResourceIdentifier: string): GeneralNameInput[] => [{ uniformResourceIdentifier }];
const directory = (...rdns: readonly (readonly ['C' | 'O' | 'CN', string])[]): GeneralNameInput[] => [
  { directoryName: rdns },
];
const lab = directory(['C', 'DE'], ['O', 'Referee Lab']);

const wildcard = named(dns('*.lab.example'));
const address = named(ip('192.0.2.7'), '192.0.2.7');
const address6 = named(ip('2001:db8::7'), '2001:db8::7');
const withMail = named([...dns(chainHost), ...mail('admin@lab.example')]);
const withUri = (text: string): ChainTwist => named([...dns(chainHost), ...uri(text)]);

/** nameConstraints of DNS names. */
export const dnsConstraintTwists = {
  'issuer permits the domain': constrained('issuer', { permitted: dns('lab.example') }),
  'issuer permits the host': constrained('issuer', { permitted: dns(chainHost) }),
  'issuer permits the domain in capitals': constrained('issuer', { permitted: dns('LAB.Example') }),
  'issuer permits the domain with a dot': constrained('issuer', { permitted: dns('.lab.example') }),
  'issuer permits another domain': constrained('issuer', { permitted: dns('other.example') }),
  'issuer permits a domain that ends alike': constrained('issuer', { permitted: dns('b.example') }),
  'issuer permits another domain, not critical': constrained('issuer', {
    permitted: dns('other.example'),
    critical: false,
  }),
  'issuer permits two domains': constrained('issuer', { permitted: dns('other.example', 'lab.example') }),
  'issuer permits hosts below this host': constrained('issuer', { permitted: dns(`.${chainHost}`) }),
  'issuer permits all of DNS': constrained('issuer', { permitted: dns('') }),
  'issuer excludes the host': constrained('issuer', { excluded: dns(chainHost) }),
  'issuer excludes the domain': constrained('issuer', { excluded: dns('lab.example') }),
  'issuer excludes the domain in capitals': constrained('issuer', { excluded: dns('LAB.example') }),
  'issuer excludes another domain': constrained('issuer', { excluded: dns('other.example') }),
  'issuer excludes all of DNS': constrained('issuer', { excluded: dns('') }),
  'issuer excludes a host that a wildcard stands for': constrained('issuer', { excluded: dns(chainHost) }, wildcard),
  'issuer excludes another host than a wildcard stands for': constrained(
    'issuer',
    { excluded: dns('a.b.lab.example') },
    wildcard,
  ),
  'issuer excludes the domain of a wildcard': constrained('issuer', { excluded: dns('lab.example') }, wildcard),
  'issuer permits the domain of a wildcard': constrained('issuer', { permitted: dns('lab.example') }, wildcard),
  'issuer permits one host of a wildcard': constrained('issuer', { permitted: dns(chainHost) }, wildcard),
  'issuer permits the domain but excludes the host': constrained('issuer', {
    permitted: dns('lab.example'),
    excluded: dns(chainHost),
  }),
  'issuer permits one of two hosts': constrained(
    'issuer',
    { permitted: dns('lab.example') },
    named(dns(chainHost, 'www.other.example')),
  ),
  'upper CA permits another domain': constrained('upper', { permitted: dns('other.example') }),
  'root permits the domain': constrained('root', { permitted: dns('lab.example') }),
  'root permits another domain': constrained('root', { permitted: dns('other.example') }),
  'root excludes the domain': constrained('root', { excluded: dns('lab.example') }),
  'upper CA and issuer permit different domains': permitBoth('lab.example', 'other.example'),
  'issuer narrows what the upper CA permits': permitBoth('example', 'lab.example'),
  'issuer widens what the upper CA permits': permitBoth('lab.example', 'example'),
  'upper CA does not permit a name of the issuer': together(
    { ...constrained('upper', { permitted: dns('lab.example') }), depth: 2 },
    alter('issuer', { subjectAltName: dns('ca.other.example') }, 2),
  ),
  'issuer permits a domain, but the leaf has its host as commonName': constrained(
    'issuer',
    { permitted: dns('other.example') },
    alter('leaf', { subjectAltName: 'absent', subject: [['CN', chainHost]] }),
  ),
  'issuer excludes a commonName that is no alternative name': constrained(
    'issuer',
    { excluded: dns('secret.example') },
    alter('leaf', { subject: [['CN', 'secret.example']] }),
  ),
  'issuer excludes a commonName beside an address': constrained(
    'issuer',
    { excluded: dns('secret.example') },
    named(ip('192.0.2.7'), '192.0.2.7', { subject: [['CN', 'secret.example']] }),
  ),
} as const satisfies Record<string, ChainTwist>;

/** A twist of two CAs, so that it needs both. */
function permitBoth(byUpper: string, byIssuer: string): ChainTwist {
  const upper = constrained('upper', { permitted: dns(byUpper) });
  return { ...together(upper, constrained('issuer', { permitted: dns(byIssuer) })), depth: 2 };
}

/** nameConstraints of addresses, mail addresses and URIs. */
export const otherConstraintTwists = {
  'issuer permits the network': constrained('issuer', { permitted: ip('192.0.2.0/255.255.255.0') }, address),
  'issuer permits another network': constrained('issuer', { permitted: ip('198.51.100.0/255.255.255.0') }, address),
  'issuer excludes the network': constrained('issuer', { excluded: ip('192.0.2.0/255.255.255.0') }, address),
  'issuer excludes another network': constrained('issuer', { excluded: ip('198.51.100.0/255.255.255.0') }, address),
  'issuer excludes all of IPv4': constrained('issuer', { excluded: ip('0.0.0.0/0.0.0.0') }, address),
  'issuer permits IPv4 and the leaf has IPv6': constrained('issuer', { permitted: ip('0.0.0.0/0.0.0.0') }, address6),
  'issuer excludes IPv4 and the leaf has IPv6': constrained('issuer', { excluded: ip('0.0.0.0/0.0.0.0') }, address6),
  'issuer permits the network of IPv6': constrained('issuer', { permitted: ip('2001:db8::/ffff:ffff::') }, address6),
  'issuer excludes the network of IPv6': constrained('issuer', { excluded: ip('2001:db8::/ffff:ffff::') }, address6),
  'issuer permits a network and the leaf has a host': constrained('issuer', {
    permitted: ip('198.51.100.0/255.255.255.0'),
  }),
  'issuer permits a domain and the leaf has an address': constrained(
    'issuer',
    { permitted: dns('other.example') },
    address,
  ),
  'issuer permits the mail domain': constrained('issuer', { permitted: mail('lab.example') }, withMail),
  'issuer permits the mailbox': constrained('issuer', { permitted: mail('admin@lab.example') }, withMail),
  'issuer permits another mailbox': constrained('issuer', { permitted: mail('root@lab.example') }, withMail),
  'issuer permits the mailbox in capitals': constrained('issuer', { permitted: mail('ADMIN@lab.example') }, withMail),
  'issuer permits mail domains below': constrained('issuer', { permitted: mail('.lab.example') }, withMail),
  'issuer permits another mail domain': constrained('issuer', { permitted: mail('other.example') }, withMail),
  'issuer excludes the mail domain': constrained('issuer', { excluded: mail('lab.example') }, withMail),
  'issuer excludes the mailbox': constrained('issuer', { excluded: mail('admin@lab.example') }, withMail),
  'issuer excludes the mailbox in capitals': constrained('issuer', { excluded: mail('ADMIN@lab.example') }, withMail),
  'issuer excludes mail domains below': constrained('issuer', { excluded: mail('.lab.example') }, withMail),
  'issuer permits another mail domain than the subject has': constrained(
    'issuer',
    { permitted: mail('other.example') },
    alter('leaf', { subject: [['emailAddress', 'admin@lab.example']] }),
  ),
  'issuer permits the host of the URI': constrained(
    'issuer',
    { permitted: uri('lab.example') },
    withUri('https://lab.example/x'),
  ),
  'issuer permits a URI above its host': constrained(
    'issuer',
    { permitted: uri('lab.example') },
    withUri(`https://${chainHost}/x`),
  ),
  'issuer permits URIs below the domain': constrained(
    'issuer',
    { permitted: uri('.lab.example') },
    withUri(`https://${chainHost}:8443/x`),
  ),
  'issuer permits URIs of another domain': constrained(
    'issuer',
    { permitted: uri('.other.example') },
    withUri(`https://${chainHost}/x`),
  ),
  'issuer excludes the host of the URI': constrained(
    'issuer',
    { excluded: uri(chainHost) },
    withUri(`https://${chainHost}/x`),
  ),
  'issuer excludes URIs of another domain': constrained(
    'issuer',
    { excluded: uri('.other.example') },
    withUri(`https://${chainHost}/x`),
  ),
  'issuer permits URIs, and one has an address': constrained(
    'issuer',
    { permitted: uri('.lab.example') },
    withUri('https://192.0.2.7/x'),
  ),
  'issuer excludes URIs, and one has no host': constrained(
    'issuer',
    { excluded: uri('.other.example') },
    withUri('urn:uuid:0'),
  ),
} as const satisfies Record<string, ChainTwist>;

/** nameConstraints of directory names, and of what nobody constrains. */
export const directoryConstraintTwists = {
  'issuer permits the organization': constrained('issuer', { permitted: lab }),
  'issuer permits the organization in other letters': constrained('issuer', {
    permitted: directory(['C', 'de'], ['O', 'REFEREE  lab']),
  }),
  'issuer permits the organization, not critical': constrained('issuer', { permitted: lab, critical: false }),
  'issuer permits another organization': constrained('issuer', { permitted: directory(['C', 'DE'], ['O', 'Other']) }),
  'issuer permits another organization, not critical': constrained('issuer', {
    permitted: directory(['C', 'DE'], ['O', 'Other']),
    critical: false,
  }),
  'issuer excludes the organization': constrained('issuer', { excluded: lab }),
  'issuer excludes the organization, not critical': constrained('issuer', { excluded: lab, critical: false }),
  'issuer excludes another organization': constrained('issuer', { excluded: directory(['O', 'Other']) }),
  'root permits the organization': constrained('root', { permitted: lab }),
  'root permits another organization': constrained('root', { permitted: directory(['O', 'Other']) }),
  'issuer permits the domain and the organization': constrained('issuer', {
    permitted: [...dns('lab.example'), ...lab],
  }),
  'issuer permits an organization other than the alternative name': constrained(
    'issuer',
    { permitted: lab },
    named([...dns(chainHost), { directoryName: [['O', 'Other']] }]),
  ),
  'issuer permits the organization, and the subject is empty': constrained(
    'issuer',
    { permitted: directory(['O', 'Other']) },
    alter('leaf', { subject: [], subjectAltName: subjectAltName(dns(chainHost), true) }),
  ),
  'upper CA permits another name than the issuer has': together(
    { ...constrained('upper', { permitted: lab }), depth: 2 },
    alter('issuer', { subject: [['O', 'Other']] }, 2),
  ),
  'issuer permits registered numbers': constrained('issuer', { permitted: [{ registeredID: '1.2.3' }] }),
  'issuer permits registered numbers, not critical': constrained('issuer', {
    permitted: [{ registeredID: '1.2.3' }],
    critical: false,
  }),
} as const satisfies Record<string, ChainTwist>;
