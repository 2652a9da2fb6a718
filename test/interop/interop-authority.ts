import { derOid, derSequence, derSetOf, derUtf8String } from '../../src/asn1/der.js';
import { encodePem } from '../../src/pki/pem.js';
import {
  basicConstraints,
  commonName,
  extension,
  issue,
  keyUsage,
  name,
  subjectKeyIdentifier,
  type Issued,
  type KeyKind,
} from '../unit/trust/lab.js';

/** With line ends of every kind, and a letter beyond ASCII. */
export const content = new TextEncoder().encode(
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<plist version="1.0">\n<dict><key>Übung</key><true/></dict>\r</plist>\n',
);

const id = (text: string): Uint8Array => subjectKeyIdentifier(new TextEncoder().encode(text));
const emailProtection = extension('2.5.29.37', derSequence(derOid('1.3.6.1.5.5.7.3.4')));
const pair = (oid: string, text: string): Uint8Array => derSequence(derOid(oid), derUtf8String(text));
const twoInOne = derSequence(derSetOf(pair('2.5.4.3', 'Zwischen'), pair('2.5.4.11', 'Übertragung')));

export const root = issue({
  subject: commonName('Interop Root'),
  extensions: [basicConstraints(true), keyUsage(0x06), id('root')],
});
export const issuers = {
  'a plain name': issueCa(commonName('Interop Issuing')),
  umlauts: issueCa(name(['2.5.4.10', 'Größe & Söhne'], ['2.5.4.3', 'Äußere CA'])),
  'two attributes in one RDN': issueCa(twoInOne),
};
export type IssuerName = keyof typeof issuers;

function issueCa(subject: Uint8Array): Issued {
  return issue({
    subject,
    issuer: root,
    key: 'P-384',
    extensions: [basicConstraints(true), keyUsage(0x06), id('issuing')],
  });
}

export function issueLeaf(issuer: IssuerName, key: KeyKind): Issued {
  const extensions = [keyUsage(0x80), emailProtection, id('leaf')];
  return issue({ subject: commonName('Interop Signer'), issuer: issuers[issuer], key, extensions });
}

export const pem = (...issued: Issued[]): string =>
  issued.map(({ certificate }) => encodePem('CERTIFICATE', certificate.raw)).join('');
