import { expect, test } from 'vitest';
import { findArmorDefect } from '../../../src/pki/pem-armor.js';
import { rootCA } from '../../support/authorities.js';

const { pem } = rootCA();
const labelled = (label: string): string => pem.replaceAll('CERTIFICATE', label);

test.each([
  ['as openssl writes it', pem],
  ['with text in front of it', `subject=CN = Lab Root\n\n${pem}`],
  ['with blanks behind the marker', pem.replace('-----\n', '-----  \t\n')],
  ['with the line ends of Windows', pem.replaceAll('\n', '\r\n')],
  ['in front of another block', pem + labelled('X509 CERTIFICATE')],
])('a certificate %s is read', (_, text) => {
  expect(findArmorDefect(text)).toBeUndefined();
});

test.each([
  ['X509 CERTIFICATE', labelled('X509 CERTIFICATE'), 'its label is "X509 CERTIFICATE" and not "CERTIFICATE"'],
  ['TRUSTED CERTIFICATE', labelled('TRUSTED CERTIFICATE'), 'its label is "TRUSTED CERTIFICATE" and not "CERTIFICATE"'],
  ['base64 behind the marker', pem.replace('-----\n', '-----'), 'the base64 begins on the line of the BEGIN marker'],
  ['all in one line', pem.replaceAll('\n', ''), 'the base64 begins on the line of the BEGIN marker'],
])('%s is not', (_, text, reason) => {
  expect(findArmorDefect(text)).toBe(reason);
});

test('what is no certificate, or no PEM, is not judged', () => {
  expect(findArmorDefect(labelled('PKCS7'))).toBeUndefined();
  expect(findArmorDefect('Lab Root')).toBeUndefined();
});
