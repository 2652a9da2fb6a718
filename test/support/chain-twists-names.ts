import { chainHost } from './chain-draft.js';
import { alter, named, type ChainTwist } from './chain-twist.js';
import { subjectAltName } from './extension.js';
import type { GeneralNameInput } from './general-name.js';

const dns = (...names: readonly string[]): GeneralNameInput[] => names.map((dNSName) => ({ dNSName }));
const ip = (...addresses: readonly string[]): GeneralNameInput[] => addresses.map((iPAddress) => ({ iPAddress }));
const commonName = (text: string): { readonly subject: readonly ['CN', string][] } => ({ subject: [['CN', text]] });

/** Which host the certificate is for, and which one is asked for. */
export const hostNameTwists = {
  'another host': named(dns('mail.lab.example')),
  'many hosts': named(dns('lab.example', 'mail.lab.example', chainHost, 'other.example')),
  'a host above': named(dns('lab.example')),
  'a host below': named(dns(`a.${chainHost}`)),
  'a host in capitals': named(dns('WWW.Lab.EXAMPLE')),
  'asked for in capitals': named(dns(chainHost), 'WWW.Lab.EXAMPLE'),
  'asked for with a dot at the end': named(dns(chainHost), `${chainHost}.`),
  'a dot at the end of the entry': named(dns(`${chainHost}.`)),
  'a dot at the start of the entry': named(dns('.lab.example')),
  'an underscore': named(dns('my_host.lab.example'), 'my_host.lab.example'),
  'a host in A-labels': named(dns('xn--prflabor-n4a.example'), 'xn--prflabor-n4a.example'),
  'a host of digits': named(dns('1.2.3.4.lab.example'), '1.2.3.4.lab.example'),
  'a single label': named(dns('intranet'), 'intranet'),
  'a wildcard': named(dns('*.lab.example')),
  'a wildcard in capitals': named(dns('*.LAB.example')),
  'a wildcard for two labels': named(dns('*.lab.example'), 'a.b.lab.example'),
  'a wildcard for no label': named(dns('*.lab.example'), 'lab.example'),
  'a wildcard in front of one label': named(dns('*.example'), 'lab.example'),
  'a wildcard in front of a public suffix': named(dns('*.co.uk'), 'lab.co.uk'),
  'a wildcard in front of a domain of co.uk': named(dns('*.lab.co.uk'), 'www.lab.co.uk'),
  'a wildcard of part of a label': named(dns('w*.lab.example')),
  'a wildcard that is not the first label': named(dns('www.*.example')),
  'a wildcard alone': named(dns('*'), 'intranet'),
  'two wildcards': named(dns('*.*.example')),
  'a wildcard for an A-label': named(dns('*.lab.example'), 'xn--prflabor-n4a.lab.example'),
  'an address': named(ip('192.0.2.7'), '192.0.2.7'),
  'another address': named(ip('192.0.2.8'), '192.0.2.7'),
  'an address of IPv6': named(ip('2001:db8::7'), '2001:db8::7'),
  'an address of IPv6 written at length': named(ip('2001:db8::7'), '2001:0db8:0:0:0:0:0:7'),
  'another address of IPv6': named(ip('2001:db8::8'), '2001:db8::7'),
  'an address among hosts': named([...dns('lab.example'), ...ip('192.0.2.7')], '192.0.2.7'),
  'an address as dNSName': named(dns('192.0.2.7'), '192.0.2.7'),
  'an address as commonName only': named(dns('lab.example'), '192.0.2.7', commonName('192.0.2.7')),
  'a host where only an address is named': named(ip('192.0.2.7')),
  'an address where only a host is named': named(dns(chainHost), '192.0.2.7'),
  'a host as commonName only': alter('leaf', { subjectAltName: 'absent', ...commonName(chainHost) }),
  'a host as commonName beside another': named(dns('other.example'), undefined, commonName(chainHost)),
  'a host as commonName beside an address': named(ip('192.0.2.7'), undefined, commonName(chainHost)),
  'no name at all': alter('leaf', { subjectAltName: 'absent', subject: [['O', 'Referee Lab']] }),
  'a critical subjectAltName': alter('leaf', { subjectAltName: subjectAltName(dns(chainHost), true) }),
  'an empty subject with a critical subjectAltName': alter('leaf', {
    subject: [],
    subjectAltName: subjectAltName(dns(chainHost), true),
  }),
  'an empty subject with a plain subjectAltName': alter('leaf', { subject: [] }),
  'a mail address beside the host': named([...dns(chainHost), { rfc822Name: 'admin@lab.example' }]),
  'a URI instead of the host': named([{ uniformResourceIdentifier: `https://${chainHost}/` }]),
  'names of all kinds beside the host': named([
    ...dns(chainHost),
    { rfc822Name: 'admin@lab.example' },
    { uniformResourceIdentifier: 'https://lab.example/' },
    { directoryName: 'Lab' },
    { registeredID: '1.2.3.4' },
  ]),
} as const satisfies Record<string, ChainTwist>;
