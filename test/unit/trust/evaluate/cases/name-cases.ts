import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import { certificatePolicies, inhibitAnyPolicy, policyConstraints } from '../../../../support/policy-extension.js';
import type { Scenario, TrustCase } from '../trust-case.js';

const dns = (...names: readonly string[]): CertificateOptions => ({
  subjectAltName: names.map((dNSName) => ({ dNSName })),
});
const asked = (hostname: string, leaf: CertificateOptions, others: Scenario = {}): Scenario => ({
  hostname,
  leaf,
  ...others,
});
const address = Uint8Array.of(192, 168, 1, 10);

const hosts: readonly TrustCase[] = [
  ['the host in SubjectAltName', asked('lab.example', dns('lab.example')), 'trusted'],
  ['the host in other letters', asked('LAB.example.', dns('lab.EXAMPLE')), 'trusted'],
  ['another host', asked('other.example', dns('lab.example')), 'refused', 'error host-name leaf'],
  ['a host with an underscore', asked('my_host.lab.example', dns('my_host.lab.example')), 'trusted'],
  [
    'a host that is only the commonName',
    asked('lab.example', { subjectAltName: 'absent' }),
    'refused',
    'error san-required leaf',
  ],
  [
    'a host that is only the commonName, on iOS 12',
    asked('lab.example', { subjectAltName: 'absent' }, { platform: 'iOS 12.5' }),
    'trusted',
    'warning san-required leaf',
  ],
  [
    'no name that is asked for, and none in it',
    { leaf: { subjectAltName: 'absent' } },
    'trusted',
    'warning san-required leaf',
  ],
  ['an entry with a dot at the end', asked('lab.example', dns('lab.example.')), 'refused', 'error san-dns-syntax leaf'],
  [
    'an entry that is no name beside the one that is asked for',
    asked('lab.example', dns('lab.example', 'bad name.example')),
    'trusted',
    'warning san-dns-syntax leaf',
  ],
];

const addresses: readonly TrustCase[] = [
  ['an address as iPAddress', asked('192.168.1.10', { subjectAltName: [{ iPAddress: address }] }), 'trusted'],
  ['an address as dNSName', asked('192.168.1.10', dns('192.168.1.10')), 'refused', 'error san-ip-as-ipaddress leaf'],
  [
    'an address as commonName',
    asked('192.168.1.10', { ...dns('lab.example'), subject: '192.168.1.10' }),
    'refused',
    'error san-ip-as-ipaddress leaf',
  ],
  [
    'another address',
    asked('192.168.1.11', { subjectAltName: [{ iPAddress: address }] }),
    'refused',
    'error host-name leaf',
  ],
];

const wildcards: readonly TrustCase[] = [
  ['*.lan', asked('nas.lan', dns('*.lan')), 'refused', 'error wildcard-shape leaf'],
  ['*.lan, and nobody asks', { leaf: dns('*.lan', 'nas.lan') }, 'trusted', 'warning wildcard-shape leaf'],
  ['*.home.lan, and nobody asks', { leaf: dns('*.home.lan') }, 'trusted'],
  ['*.home.lan', asked('nas.home.lan', dns('*.home.lan')), 'trusted'],
  [
    '*.home.lan for a host two labels below',
    asked('a.nas.home.lan', dns('*.home.lan')),
    'refused',
    'error host-name leaf',
  ],
  ['*.co.uk, a public suffix', asked('lab.co.uk', dns('*.co.uk')), 'refused', 'error wildcard-shape leaf'],
  ['*.home.arpa, a public suffix', asked('nas.home.arpa', dns('*.home.arpa')), 'refused', 'error wildcard-shape leaf'],
  ['*.nas.home.arpa', asked('a.nas.home.arpa', dns('*.nas.home.arpa')), 'trusted'],
];

const eap = (names: readonly string[], leaf: CertificateOptions): Scenario => ({ policy: 'eap-server', names, leaf });

const radius: readonly TrustCase[] = [
  ['a RADIUS server of a listed name', eap(['lab.example'], {}), 'trusted'],
  ['a RADIUS server of another name', eap(['radius.example'], {}), 'refused', 'error eap-server-name leaf'],
  ['a RADIUS server below a wildcard of the list', eap(['*.lab.example'], dns('radius.lab.example')), 'trusted'],
  [
    'a wildcard in the certificate of a RADIUS server, which stands for itself',
    eap(['radius.lab.example'], dns('*.lab.example')),
    'refused',
    'error eap-server-name leaf',
  ],
  ['a RADIUS server with a commonName alone', eap(['lab.example'], { subjectAltName: 'absent' }), 'trusted'],
];

const permitting = (dNSName: string): CertificateOptions => ({ nameConstraints: { permitted: [{ dNSName }] } });

const constraints: readonly TrustCase[] = [
  [
    'an intermediate for another domain',
    { intermediate: permitting('other.example') },
    'refused',
    'error name-constraints leaf',
  ],
  ['an intermediate for this domain', { intermediate: permitting('lab.example') }, 'trusted'],
  ['a root for another domain', { root: permitting('other.example') }, 'refused', 'error name-constraints leaf'],
  ['a root for this domain', { root: permitting('lab.example') }, 'trusted'],
  ['a root for another domain on iOS 12', { root: permitting('other.example'), platform: 'iOS 12.5' }, 'trusted'],
  [
    'a critical constraint of a form that nobody evaluates',
    { intermediate: { nameConstraints: { excluded: [{ registeredID: '1.2.3' }] } } },
    'refused',
    'error name-constraints intermediate',
  ],
];

const policy = certificatePolicies(['1.2.3.4']);
const demand = { extraExtensions: [policyConstraints({ requireExplicitPolicy: 0 }), policy] };

const policies: readonly TrustCase[] = [
  ['a policy that is demanded and missing', { intermediate: demand }, 'refused', 'error certificate-policies leaf'],
  ['a policy that is demanded and there', { intermediate: demand, leaf: { extraExtensions: [policy] } }, 'trusted'],
  ['policies that nobody demands', { leaf: { extraExtensions: [inhibitAnyPolicy(0)] } }, 'trusted'],
];

export const nameCases: readonly TrustCase[] = [
  ...hosts,
  ...addresses,
  ...wildcards,
  ...radius,
  ...constraints,
  ...policies,
];
