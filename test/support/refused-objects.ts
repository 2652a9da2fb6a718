import type { KeyObject } from 'node:crypto';
import { rootCA } from './authorities.js';
import { certificateRequest } from './certificate-request.js';
import { concat, type Bytes } from './der.js';
import { armour, pem } from './pem.js';
import { pkcs12File } from './pkcs12-file.js';
import { revocationList } from './revocation-list.js';
import { testKey, type KeyKind } from './test-key.js';

/** Something that people hand over in place of a certificate. */
export interface RefusedObject {
  /** For the name of the test. */
  readonly name: string;
  readonly kind: 'private key' | 'public key' | 'certificate request' | 'revocation list' | 'PKCS#12' | 'other';
  readonly input: string | Uint8Array;
}

const bytes = (buffer: Buffer): Bytes => new Uint8Array(buffer);
/** Assembled, so that no file of the project has the line of a private key in it. */
const privateKeyLabel = (...words: readonly string[]): string => [...words, 'PRIVATE', 'KEY'].join(' ');

/** A real private key in the form asked for; `passphrase` belongs to the encrypted ones. */
export function privateKeyForms(kind: KeyKind, passphrase = 'open sesame'): RefusedObject[] {
  const { privateKey } = testKey(kind);
  const type = privateKey.asymmetricKeyType;
  const traditional = type === 'rsa' ? 'pkcs1' : type === 'ec' ? 'sec1' : undefined;
  const encryption = { cipher: 'aes-256-cbc', passphrase };
  const forms: [string, string | Uint8Array][] = [
    ['PKCS#8 PEM', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['PKCS#8 DER', bytes(privateKey.export({ type: 'pkcs8', format: 'der' }))],
    ['encrypted PKCS#8 PEM', privateKey.export({ type: 'pkcs8', format: 'pem', ...encryption }).toString()],
    ['encrypted PKCS#8 DER', bytes(privateKey.export({ type: 'pkcs8', format: 'der', ...encryption }))],
  ];
  if (traditional !== undefined) {
    const name = traditional === 'sec1' ? 'SEC1' : 'PKCS#1';
    forms.push(
      [`${name} PEM`, privateKey.export({ type: traditional, format: 'pem' }).toString()],
      [`${name} DER`, bytes(privateKey.export({ type: traditional, format: 'der' }))],
      [`encrypted ${name} PEM`, privateKey.export({ type: traditional, format: 'pem', ...encryption }).toString()],
    );
  }
  if (type === 'rsa' || type === 'ec' || type === 'ed25519') forms.push(['JWK', JSON.stringify(jwk(privateKey))]);
  return forms.map(([form, input]) => ({ name: `${form} private key (${kind})`, kind: 'private key', input }));
}

const jwk = (key: KeyObject): unknown => key.export({ format: 'jwk' });

/** Armours of other programs around a body of nothing. */
export function privateKeyArmours(): RefusedObject[] {
  const body = Buffer.alloc(96, 'no key at all ').toString('base64');
  const armours: [string, string][] = [
    ['OpenSSH', armour(privateKeyLabel('OPENSSH'), body)],
    ['PGP', armour(['PGP', 'PRIVATE', 'KEY', 'BLOCK'].join(' '), `\n${body}\n=AAAA`)],
    [
      'SSH.com',
      `---- BEGIN SSH2 ENCRYPTED ${privateKeyLabel()} ----\n${body}\n---- END SSH2 ENCRYPTED ${privateKeyLabel()} ----\n`,
    ],
    ['PuTTY', `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: lab\nPublic-Lines: 1\n${body}\n`],
  ];
  return armours.map(([name, input]) => ({ name: `${name} private key`, kind: 'private key', input }));
}

export function publicKeyForms(kind: KeyKind): RefusedObject[] {
  const { publicKey, spki } = testKey(kind);
  const type = publicKey.asymmetricKeyType;
  const forms: [string, string | Uint8Array][] = [
    ['SubjectPublicKeyInfo PEM', pem('PUBLIC KEY', spki)],
    ['SubjectPublicKeyInfo DER', spki],
  ];
  if (type === 'rsa') {
    forms.push(
      ['PKCS#1 PEM', publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
      ['PKCS#1 DER', bytes(publicKey.export({ type: 'pkcs1', format: 'der' }))],
    );
  }
  if (type === 'rsa' || type === 'ec' || type === 'ed25519') forms.push(['JWK', JSON.stringify(jwk(publicKey))]);
  if (type === 'ed25519') forms.push(['SSH', sshPublicKey(publicKey)]);
  return forms.map(([form, input]) => ({ name: `${form} public key (${kind})`, kind: 'public key', input }));
}

/** `ssh-ed25519 AAAA... comment` (RFC 8709). */
function sshPublicKey(publicKey: KeyObject): string {
  const x = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const field = (octets: Uint8Array): Bytes => concat(Uint8Array.of(0, 0, 0, octets.length), octets);
  const blob = concat(field(Buffer.from('ssh-ed25519')), field(x));
  return `ssh-ed25519 ${Buffer.from(blob).toString('base64')} root@lab.example\n`;
}

/** All that must never be taken for a certificate, for `test.each`. */
export function refusedObjects(): RefusedObject[] {
  const root = rootCA();
  const request = certificateRequest();
  const revoked = revocationList(root, [root]);
  const p12 = pkcs12File({ key: testKey('p256').privateKey, certificates: [root] });
  return [
    ...(['rsa-2048', 'p256', 'ed25519'] as const).flatMap((kind) => privateKeyForms(kind)),
    ...privateKeyForms('dsa-2048').slice(0, 2),
    ...privateKeyArmours(),
    ...(['rsa-2048', 'p256', 'ed25519'] as const).flatMap(publicKeyForms),
    { name: 'CSR DER', kind: 'certificate request', input: request },
    { name: 'CSR PEM', kind: 'certificate request', input: pem('CERTIFICATE REQUEST', request) },
    { name: 'CSR PEM (old label)', kind: 'certificate request', input: pem('NEW CERTIFICATE REQUEST', request) },
    { name: 'CRL DER', kind: 'revocation list', input: revoked },
    { name: 'empty CRL DER', kind: 'revocation list', input: revocationList(root) },
    { name: 'CRL PEM', kind: 'revocation list', input: pem('X509 CRL', revoked) },
    { name: 'PKCS#12', kind: 'PKCS#12', input: p12 },
    { name: 'PKCS#12 in PEM', kind: 'PKCS#12', input: pem('PKCS12', p12) },
    { name: 'PGP public key', kind: 'other', input: armour('PGP PUBLIC KEY BLOCK', '\nmQENBA==\n=AAAA') },
    { name: 'DH parameters', kind: 'other', input: pem('DH PARAMETERS', Uint8Array.of(0x30, 0x06, 2, 1, 23, 2, 1, 5)) },
  ];
}
