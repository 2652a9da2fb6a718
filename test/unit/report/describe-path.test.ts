import { expect, test } from 'vitest';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { describePath } from '../../../src/report/describe-path.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';

const root = rootCA();
const issuing = intermediateCA(root);
const [top, middle, bottom] = [root, issuing, leaf(issuing)].map(({ der }) => readCertificate(der));
const withoutDays = (text: string): string => text.replace(/\d{4}-\d\d-\d\d/g, 'DAY');

test('each certificate stands below the one that issued it', () => {
  const text = withoutDays(describePath([bottom!, middle!, top!], 'installed'));
  expect(text.split('\n')).toEqual([
    '"Lab Root", root CA, EC P-256, valid until DAY: installed',
    '└─ "Lab Intermediate", intermediate CA, EC P-256, valid until DAY',
    '   └─ "lab.example", not a CA, EC P-256, valid until DAY',
  ]);
});

test('an issuer that is missing is named on top', () => {
  expect(withoutDays(describePath([bottom!])).split('\n')).toEqual([
    '"CN=Lab Intermediate" is missing',
    '└─ "lab.example", not a CA, EC P-256, valid until DAY',
  ]);
});

test('nothing is missing above an anchor that another CA has issued, nor above a root', () => {
  expect(describePath([bottom!, middle!], 'trusted')).not.toContain('is missing');
  expect(describePath([top!])).not.toContain('is missing');
  expect(describePath([])).toBe('');
});
