import { describe, expect, test } from 'vitest';
import { decodeCertificate, type Certificate } from '../../../../src/pki/certificate.js';
import { matchHostName, readHostName } from '../../../../src/trust/names/host-name.js';
import { issueCertificate, type CertificateOptions } from '../../../support/issue-certificate.js';
import type { GeneralNameInput } from '../../../support/general-name.js';
import type { NameInput } from '../../../support/name.js';

const issue = (options: CertificateOptions): Certificate => decodeCertificate(issueCertificate(options).der);
const dns = (...names: (string | Uint8Array)[]): GeneralNameInput[] => names.map((dNSName) => ({ dNSName }));
const server = (names: GeneralNameInput[], subject: NameInput = []): Certificate =>
  issue({ subject, subjectAltName: names });

describe('the name of a host', () => {
  test.each([
    ['lab.example', 'lab.example'],
    ['LAB.Example.', 'lab.example'],
    ['nas', 'nas'],
    ['my_host.lan', 'my_host.lan'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['10.lab.example', '10.lab.example'],
  ])('%s is a DNS name', (text, name) => {
    expect(readHostName(text)).toEqual({ kind: 'dns', name });
  });

  test('is an address when it looks like one', () => {
    expect(readHostName('10.0.0.1')).toEqual({ kind: 'ip', octets: Uint8Array.of(10, 0, 0, 1) });
    expect(readHostName('[::1]')).toMatchObject({ kind: 'ip', octets: { length: 16 } });
  });

  test.each([
    '',
    '.',
    'lab.example..',
    '*.lab.example',
    'lab.example:443',
    'https://lab.example',
    'a b',
    '10.0.0',
    '１.２.３.４',
  ])('%j is neither', (text) => {
    expect(readHostName(text)).toBeUndefined();
  });
});

describe('a host is matched', () => {
  test.each([
    ['by its own name', 'lab.example', dns('lab.example')],
    ['whatever the case', 'LAB.example', dns('Lab.EXAMPLE')],
    ['with a dot at its end', 'lab.example.', dns('lab.example')],
    ['by the second entry', 'b.example', dns('a.example', 'b.example')],
    ['by a single label', 'nas', dns('nas')],
    ['by a wildcard', 'nas.home.lan', dns('*.home.lan')],
    ['by a wildcard under a private suffix', 'lab.github.io', dns('*.github.io')],
    ['with U-labels, by A-labels', 'bücher.example', dns('xn--bcher-kva.example')],
    ['in spite of entries that are ignored', 'lab.example', dns('-', 'lab.example.', 'lab.example')],
    ['by a name with an underscore', 'a_b.lab.example', dns('a_b.lab.example')],
    ['as IPv4 address', '10.0.0.1', [{ iPAddress: '10.0.0.1' }]],
    ['as IPv6 address in another spelling', '[2001:DB8:0:0::1]', [{ iPAddress: '2001:db8::1' }]],
    ['as link-local address with its zone', 'fe80::1%en0', [{ iPAddress: 'fe80::1' }]],
  ] satisfies [string, string, GeneralNameInput[]][])('%s', (_how, host, names) => {
    expect(matchHostName(server(names), host)).toEqual({ matches: true });
  });
});

describe('a host is not matched', () => {
  test.each([
    [
      'by another name',
      'lab.example',
      dns('other.example', 'a.lab.example'),
      'no-match',
      ['other.example', 'a.lab.example'],
    ],
    ['by a wildcard two labels up', 'a.b.lab.example', dns('*.lab.example'), 'no-match', ['*.lab.example']],
    ['by a wildcard for its subdomains', 'lab.example', dns('*.lab.example'), 'no-match', ['*.lab.example']],
    ['by a wildcard of two labels', 'nas.lan', dns('*.lan', 'a.lan'), 'wildcard-two-labels', ['*.lan']],
    ['by a bare wildcard', 'nas', dns('*'), 'wildcard-two-labels', ['*']],
    ['by a wildcard for a public suffix', 'lab.co.uk', dns('x.uk', '*.co.uk'), 'wildcard-public-suffix', ['*.co.uk']],
    [
      'by a part of a label',
      'nas1.lab.example',
      dns('nas*.lab.example', '*.b.example'),
      'bad-syntax',
      ['nas*.lab.example'],
    ],
    ['by an inner wildcard', 'a.b.lab.example', dns('a.*.lab.example'), 'bad-syntax', ['a.*.lab.example']],
    ['by two wildcards', 'a.b.lab.example', dns('*.*.lab.example'), 'bad-syntax', ['*.*.lab.example']],
    ['by a URL', 'lab.example', dns('https://lab.example/', 'a.example'), 'bad-syntax', ['https://lab.example/']],
    ['by a name with a port', 'lab.example', dns('lab.example:8443'), 'bad-syntax', ['lab.example:8443']],
    ['by a name with a dot at its end', 'lab.example', dns('lab.example.'), 'bad-syntax', ['lab.example.']],
    ['by a name with blanks around', 'lab.example', dns(' lab.example '), 'bad-syntax', [' lab.example ']],
    [
      'by a name that ends in NUL',
      'lab.example',
      dns('lab.example\0.evil.example'),
      'bad-syntax',
      ['lab.example\0.evil.example'],
    ],
    ['by other garbage', 'lab.example', dns('lab example', '-'), 'no-match', ['lab example', '-']],
    ['by an address', 'lab.example', [{ iPAddress: '10.0.0.1' }], 'no-match', ['10.0.0.1']],
    ['by names of other kinds', 'lab.example', [{ rfc822Name: 'root@lab.example' }], 'no-san', []],
    ['as address by a dNSName', '10.0.0.1', dns('a.example', '10.0.0.1'), 'ip-in-dns', ['10.0.0.1']],
    ['as IPv6 address by a dNSName', '::1', dns('0:0:0:0:0:0:0:1'), 'ip-in-dns', ['0:0:0:0:0:0:0:1']],
    ['as address by another one', '10.0.0.1', [{ iPAddress: '10.0.0.2' }], 'no-match', ['10.0.0.2']],
    ['as IPv4 address by its IPv6 form', '10.0.0.1', [{ iPAddress: '::ffff:a00:1' }], 'no-match', ['::ffff:a00:1']],
    ['when it is no host name', 'lab.example:443', dns('lab.example'), 'bad-syntax', []],
  ] satisfies [string, string, GeneralNameInput[], string, string[]][])('%s', (_how, host, names, reason, entries) => {
    expect(matchHostName(server(names), host)).toEqual({ matches: false, reason, entries });
  });

  test('by U-labels, which certificates cannot carry', () => {
    const entry = new Uint8Array(Buffer.from('bücher.example'));
    expect(matchHostName(server(dns(entry)), 'bücher.example')).toMatchObject({ matches: false, reason: 'bad-syntax' });
  });

  test('by any entry when one of them is no UTF-8', () => {
    const broken = Uint8Array.of(0x61, 0xff, 0x62);
    const found = matchHostName(server(dns('lab.example', broken)), 'lab.example');
    expect(found).toEqual({ matches: false, reason: 'bad-syntax', entries: ['a\xffb'] });
  });
});

describe('the commonName', () => {
  const cn = (commonName: string): NameInput => [['CN', commonName]];

  test.each([
    ['lab.example', 'lab.example'],
    ['*.lab.example', 'nas.lab.example'],
  ])('%s is not read, and said to be the only place', (commonName, host) => {
    const expected = { matches: false, reason: 'cn-only', entries: [commonName] };
    expect(matchHostName(issue({ subject: cn(commonName) }), host)).toEqual(expected);
    expect(matchHostName(server(dns('other.example'), cn(commonName)), host)).toEqual(expected);
  });

  test('with an address is not read', () => {
    const expected = { matches: false, reason: 'ip-in-cn', entries: ['10.0.0.1'] };
    expect(matchHostName(issue({ subject: '10.0.0.1' }), '10.0.0.1')).toEqual(expected);
  });

  test('of another host leaves it at the missing subjectAltName', () => {
    const expected = { matches: false, reason: 'no-san', entries: [] };
    expect(matchHostName(issue({ subject: 'other.example' }), 'lab.example')).toEqual(expected);
    expect(matchHostName(issue({ subject: '*.lan' }), 'nas.lan')).toEqual(expected);
    expect(matchHostName(issue({ subject: [] }), '10.0.0.1')).toEqual(expected);
  });

  test('comes behind a near miss in the subjectAltName', () => {
    const certificate = server(dns('*.lan'), cn('nas.lan'));
    expect(matchHostName(certificate, 'nas.lan')).toMatchObject({ reason: 'wildcard-two-labels' });
  });
});
