import { describe, expect, test } from 'vitest';
import { decodeCertificate } from '../../../../src/pki/certificate.js';
import { matchEapNames } from '../../../../src/trust/names/eap-names.js';
import { issueCertificate } from '../../../support/issue-certificate.js';

const matches = (
  presented: { readonly cn?: string; readonly dns?: readonly string[] },
  names: readonly string[],
): boolean => {
  const { cn, dns } = presented;
  const { der } = issueCertificate({
    subject: cn ?? [],
    ...(dns === undefined ? {} : { subjectAltName: dns.map((dNSName) => ({ dNSName })) }),
  });
  return matchEapNames(decodeCertificate(der), names);
};

describe('a RADIUS server is accepted', () => {
  test.each([
    ['by its dNSName', { dns: ['radius.lab.example'] }, ['radius.lab.example']],
    ['whatever the case', { dns: ['RADIUS.lab.example'] }, ['radius.LAB.example']],
    ['by any name and any entry', { dns: ['a.example', 'b.example'] }, ['c.example', 'b.example']],
    ['by its commonName when there is no dNSName', { cn: 'radius.lab.example' }, ['radius.lab.example']],
    [
      'by its commonName when no dNSName counts',
      { cn: 'radius.lab.example', dns: ['10.0.0.1'] },
      ['radius.lab.example'],
    ],
    ['by a wildcard in the list', { dns: ['radius.lab.example'] }, ['*.lab.example']],
    ['with the wildcard that the list has too', { dns: ['*.lab.example'] }, ['*.lab.example']],
  ])('%s', (_how, presented, names) => {
    expect(matches(presented, names)).toBe(true);
  });
});

describe('a RADIUS server is refused', () => {
  test.each([
    ['by an empty list', { dns: ['radius.lab.example'] }, []],
    ['for another name', { dns: ['radius.lab.example'] }, ['radius.other.example']],
    [
      'for its commonName when there is a dNSName',
      { cn: 'radius.lab.example', dns: ['a.example'] },
      ['radius.lab.example'],
    ],
    ['for a commonName that is no DNS name', { cn: 'Lab Radius' }, ['Lab Radius']],
    ['with a wildcard where the list is exact', { dns: ['*.lab.example'] }, ['radius.lab.example']],
    ['by a wildcard of two labels', { dns: ['radius.lan'] }, ['*.lan']],
    ['by a wildcard for a public suffix', { dns: ['radius.co.uk'] }, ['*.co.uk']],
    ['by an inner wildcard', { dns: ['wpa.a.lab.example'] }, ['wpa.*.lab.example']],
    ['by two wildcards that it bears too', { dns: ['a.*.lab.example'] }, ['*.*.lab.example']],
    ['by a part of a label', { dns: ['radius1.lab.example'] }, ['radius*.lab.example']],
    ['by a wildcard two labels up', { dns: ['a.radius.lab.example'] }, ['*.lab.example']],
    ['by a bare wildcard', { dns: ['radius'] }, ['*']],
    ['by an entry with a dot at its end', { dns: ['radius.lab.example'] }, ['radius.lab.example.']],
    ['by letters that only fold to the same', { dns: ['kilo.lab.example'] }, ['\u212Ailo.lab.example']],
  ])('%s', (_how, presented, names) => {
    expect(matches(presented, names)).toBe(false);
  });
});
