import { chainHost, chainTime } from './chain-draft.js';
import { alter, together, type ChainTwist } from './chain-twist.js';
import { keyUsage, subjectAltName } from './extension.js';

const past = new Date('2026-02-01T00:00:00Z');
const future = new Date('2026-04-01T00:00:00Z');

/** When the certificates are valid. */
export const validityTwists = {
  'leaf expired': alter('leaf', { notAfter: past }),
  'leaf not yet valid': alter('leaf', { notBefore: future }),
  'leaf valid backwards': alter('leaf', { notBefore: future, notAfter: past }),
  'leaf ends this second': alter('leaf', { notAfter: chainTime }),
  'leaf begins this second': alter('leaf', { notBefore: chainTime }),
  'leaf of 825 days': alter('leaf', {
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2028-04-05T00:00:00Z'),
  }),
  'leaf of 826 days': alter('leaf', {
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2028-04-06T00:00:00Z'),
  }),
  'leaf of 20 years since 2018': alter('leaf', {
    notBefore: new Date('2018-06-01T00:00:00Z'),
    notAfter: new Date('2038-06-01T00:00:00Z'),
  }),
  'leaf outlives its issuer': alter('leaf', { notAfter: new Date('2027-12-01T00:00:00Z') }),
  'issuer expired': alter('issuer', { notAfter: past }),
  'issuer not yet valid': alter('issuer', { notBefore: future }),
  'issuer ends this second': alter('issuer', { notAfter: chainTime }),
  'upper CA expired': alter('upper', { notAfter: past }),
  'root expired': alter('root', { notAfter: past }),
  'root not yet valid': alter('root', { notBefore: future }),
  'root ends this second': alter('root', { notAfter: chainTime }),
  'root until 2060': alter('root', { notAfter: new Date('2060-01-01T00:00:00Z') }),
} as const satisfies Record<string, ChainTwist>;

/** Who may issue. */
export const basicConstraintsTwists = {
  'issuer without basicConstraints': alter('issuer', { basicConstraints: 'absent' }),
  'issuer with cA false': alter('issuer', { basicConstraints: { cA: false } }),
  'issuer with basicConstraints that is not critical': alter('issuer', {
    basicConstraints: { cA: true, critical: false },
  }),
  'issuer with pathlen 0': alter('issuer', { basicConstraints: { cA: true, pathLength: 0 } }),
  'issuer with pathlen 1': alter('issuer', { basicConstraints: { cA: true, pathLength: 1 } }),
  'issuer with pathlen, but cA false': alter('issuer', { basicConstraints: { cA: false, pathLength: 0 } }),
  'upper CA without basicConstraints': alter('upper', { basicConstraints: 'absent' }, 2),
  'upper CA with cA false': alter('upper', { basicConstraints: { cA: false } }, 2),
  'upper CA with pathlen 0': alter('upper', { basicConstraints: { cA: true, pathLength: 0 } }, 2),
  'upper CA with pathlen 1': alter('upper', { basicConstraints: { cA: true, pathLength: 1 } }, 2),
  'upper CA with pathlen 1 above two CAs': alter('upper', { basicConstraints: { cA: true, pathLength: 1 } }, 3),
  'root without basicConstraints': alter('root', { basicConstraints: 'absent' }),
  'root with cA false': alter('root', { basicConstraints: { cA: false } }),
  'root with pathlen 0': alter('root', { basicConstraints: { cA: true, pathLength: 0 } }),
  'root with pathlen 0 above a CA': alter('root', { basicConstraints: { cA: true, pathLength: 0 } }, 1),
  'root with pathlen 1': alter('root', { basicConstraints: { cA: true, pathLength: 1 } }, 1),
  'root with pathlen 1 above two CAs': alter('root', { basicConstraints: { cA: true, pathLength: 1 } }, 2),
  'leaf without basicConstraints': alter('leaf', { basicConstraints: 'absent' }),
  'leaf is a CA': alter('leaf', { basicConstraints: { cA: true } }),
  'leaf is a CA below pathlen 0': together(
    alter('issuer', { basicConstraints: { cA: true, pathLength: 0 } }),
    alter('leaf', { basicConstraints: { cA: true } }),
  ),
  'leaf is a CA without a subject': alter('leaf', {
    basicConstraints: { cA: true },
    subject: [],
    subjectAltName: subjectAltName([{ dNSName: chainHost }], true),
  }),
  'leaf is a CA in all respects': alter('leaf', {
    basicConstraints: { cA: true },
    keyUsage: ['digitalSignature', 'keyCertSign', 'cRLSign'],
  }),
} as const satisfies Record<string, ChainTwist>;

/** keyUsage and extendedKeyUsage. */
export const usageTwists = {
  'issuer without keyUsage': alter('issuer', { keyUsage: 'absent' }),
  'issuer with keyUsage that is not critical': alter('issuer', { keyUsage: keyUsage(['keyCertSign'], false) }),
  'issuer without keyCertSign': alter('issuer', { keyUsage: ['digitalSignature', 'cRLSign'] }),
  'upper CA without keyCertSign': alter('upper', { keyUsage: ['cRLSign'] }),
  'root without keyUsage': alter('root', { keyUsage: 'absent' }),
  'root without keyCertSign': alter('root', { keyUsage: ['digitalSignature', 'cRLSign'] }),
  'leaf without keyUsage': alter('leaf', { keyUsage: 'absent' }),
  'leaf for key encipherment': alter('leaf', { keyUsage: ['keyEncipherment'] }),
  'leaf for signatures and key encipherment': alter('leaf', { keyUsage: ['digitalSignature', 'keyEncipherment'] }),
  'leaf for non-repudiation only': alter('leaf', { keyUsage: ['contentCommitment'] }),
  'leaf without extendedKeyUsage': alter('leaf', { extendedKeyUsage: 'absent' }),
  'leaf for clients': alter('leaf', { extendedKeyUsage: ['clientAuth'] }),
  'leaf for servers and clients': alter('leaf', { extendedKeyUsage: ['serverAuth', 'clientAuth'] }),
  'leaf for any purpose': alter('leaf', { extendedKeyUsage: ['any'] }),
  'leaf for servers and any purpose': alter('leaf', { extendedKeyUsage: ['any', 'serverAuth'] }),
  'leaf for code signing': alter('leaf', { extendedKeyUsage: ['codeSigning', 'emailProtection'] }),
  'leaf for gated cryptography': alter('leaf', {
    extendedKeyUsage: ['2.16.840.1.113730.4.1', '1.3.6.1.4.1.311.10.3.3'],
  }),
  'leaf for a purpose that nobody knows': alter('leaf', { extendedKeyUsage: ['1.3.6.1.4.1.99999.7'] }),
  'issuer for servers': alter('issuer', { extendedKeyUsage: ['serverAuth'] }),
  'issuer for servers and clients': alter('issuer', { extendedKeyUsage: ['serverAuth', 'clientAuth'] }),
  'issuer for clients': alter('issuer', { extendedKeyUsage: ['clientAuth'] }),
  'issuer for code signing': alter('issuer', { extendedKeyUsage: ['codeSigning'] }),
  'issuer for any purpose': alter('issuer', { extendedKeyUsage: ['any'] }),
  'upper CA for e-mail': alter('upper', { extendedKeyUsage: ['emailProtection'] }),
  'root for servers': alter('root', { extendedKeyUsage: ['serverAuth'] }),
  'root for clients': alter('root', { extendedKeyUsage: ['clientAuth'] }),
} as const satisfies Record<string, ChainTwist>;

/** The version of X.509: before 3 there are no extensions. */
export const versionTwists = {
  'leaf of version 1': alter('leaf', { version: 1, extensions: [] }),
  'issuer of version 1': alter('issuer', { version: 1, extensions: [] }),
  'issuer of version 2': alter('issuer', { version: 2, extensions: [] }),
  'root of version 1': alter('root', { version: 1, extensions: [] }),
  'root of version 3 without extensions': alter('root', { extensions: [] }),
  'root of version 1 that is expired': alter('root', { version: 1, extensions: [], notAfter: past }),
  'issuer of version 1 with extensions': alter('issuer', { version: 1 }),
} as const satisfies Record<string, ChainTwist>;
