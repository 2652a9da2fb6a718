import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issuedCertificates } from '../support/arbitraries.js';
import { intermediateCA, leaf, rootCA, signerChain } from '../support/authorities.js';
import { certificateBag } from '../support/certificate-bag.js';
import { certificateRequest } from '../support/certificate-request.js';
import { explicitCurveSpki } from '../support/explicit-curve.js';
import { everyGeneralName } from '../support/general-name.js';
import { oddName } from '../support/name.js';
import { pemBundle } from '../support/pem.js';
import { pkcs12File } from '../support/pkcs12-file.js';
import { revocationList } from '../support/revocation-list.js';
import { testKey } from '../support/test-key.js';
import { toBer } from '../support/to-ber.js';
import { weakRsaKey } from '../support/weak-rsa-key.js';
import { needReferee, run, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put } = workFolder('support');

const openssl = (...argv: string[]): Verdict => run('openssl', argv, { cwd: folder });
const x509 = (der: Uint8Array): Verdict =>
  openssl('x509', '-inform', 'DER', '-in', put('x.der', der), '-noout', '-text', '-nameopt', 'RFC2253,-esc_msb,utf8');

const root = rootCA();

describe('openssl reads what the workshop makes', () => {
  test('a chain, which it verifies', (context) => {
    needReferee('openssl', context);
    const intermediate = intermediateCA(root, { subject: oddName, key: 'rsa-2048' });
    const server = leaf(intermediate);
    put('root.pem', root.pem);
    put('chain.pem', pemBundle(intermediate));
    put('leaf.pem', server.pem);
    const argv = ['-x509_strict', '-CAfile', 'root.pem', '-untrusted', 'chain.pem', 'leaf.pem'];
    expect(openssl('verify', ...argv).text).toContain('leaf.pem: OK');
    put('leaf.pem', leaf(intermediate, { signature: 'tampered' }).pem);
    expect(openssl('verify', ...argv).status).not.toBe(0);
  });

  test('names and all kinds of alternative names', (context) => {
    needReferee('openssl', context);
    const { text } = x509(
      leaf(root, {
        subject: oddName,
        subjectAltName: everyGeneralName,
        nameConstraints: { permitted: [{ dNSName: 'example' }], excluded: [{ iPAddress: '10.0.0.0/255.0.0.0' }] },
      }).der,
    );
    const utf8 = Buffer.from(text, 'latin1').toString('utf8');
    expect(utf8).toContain('O=Prüflabor Süd');
    expect(utf8).toMatch(/OU=Zürich\+CN=Ausstellerin Ä|CN=Ausstellerin Ä\+OU=Zürich/);
    expect(text).toContain('Registered ID:1.2.3.4');
    expect(text).toMatch(/Permitted:\s+DNS:example\s+Excluded:\s+IP:10\.0\.0\.0\/255\.0\.0\.0/);
  });

  test('basicConstraints, also those that only look like them', (context) => {
    needReferee('openssl', context);
    const constraints = (basicConstraints: Parameters<typeof rootCA>[0]): string =>
      x509(rootCA(basicConstraints).der).text;
    expect(constraints({ basicConstraints: { cA: true, pathLength: 2 } })).toMatch(
      /X509v3 Basic Constraints: critical\s+CA:TRUE, pathlen:2/,
    );
    expect(constraints({ basicConstraints: { cA: true, oid: 'old' } })).not.toContain('CA:TRUE');
    expect(constraints({ basicConstraints: { cA: true, oid: 'truncated' } })).not.toContain('CA:TRUE');
  });

  test('weak keys and curves that are spelt out', (context) => {
    needReferee('openssl', context);
    expect(x509(rootCA({ key: weakRsaKey('roca') }).der).text).toContain('Public-Key: (2048 bit)');
    expect(x509(rootCA({ key: weakRsaKey('exponent-1') }).der).text).toContain('Exponent: 1 (0x1)');
    const key = testKey('p256');
    expect(x509(rootCA({ key, spki: explicitCurveSpki(key) }).der).text).toContain('Field Type: prime-field');
  });

  test('BER with indefinite lengths', (context) => {
    needReferee('openssl', context);
    const ber = toBer(root.der, { where: 'everywhere' });
    const { text, status } = openssl('asn1parse', '-inform', 'DER', '-in', put('ber.der', ber));
    expect(status).toBe(0);
    expect(text).toContain('l=inf');
    expect(x509(toBer(root.der)).text).toContain('CN=Lab Root');
  });

  test('any certificate, down to its last value', (context) => {
    needReferee('openssl', context);
    fc.assert(
      fc.property(issuedCertificates(), ({ der }) => {
        const file = put('any.der', der);
        expect(openssl('asn1parse', '-inform', 'DER', '-in', file, '-noout').status).toBe(0);
        expect(openssl('x509', '-inform', 'DER', '-in', file, '-noout', '-text').status).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});

describe('openssl reads the other objects', () => {
  test('a request and a revocation list, whose signatures it verifies', (context) => {
    needReferee('openssl', context);
    const request = openssl(
      'req',
      '-inform',
      'DER',
      '-in',
      put('x.csr', certificateRequest()),
      '-noout',
      '-verify',
      '-text',
    );
    expect(request.text).toMatch(/verif\w+ OK/i);
    expect(request.text).toContain('DNS:lab.example');
    put('root.pem', root.pem);
    const list = put('x.crl', revocationList(root, [leaf(root)]));
    const verdict = openssl('crl', '-inform', 'DER', '-in', list, '-CAfile', 'root.pem', '-noout', '-text');
    expect(verdict.text).toContain('verify OK');
    expect(verdict.text).toContain('Serial Number:');
  });

  test('PKCS#7 with one, many and no certificates', (context) => {
    needReferee('openssl', context);
    for (const certificates of [[], [root], [leaf(root), root]]) {
      const file = put('x.p7b', certificateBag(certificates, { crls: [revocationList(root)] }));
      const { stdout, status } = openssl('pkcs7', '-inform', 'DER', '-in', file, '-print_certs');
      expect(status).toBe(0);
      expect(stdout.toString().split('BEGIN CERTIFICATE')).toHaveLength(certificates.length + 1);
    }
  });

  test('PKCS#12, whose MAC it checks, and whose key it decrypts', (context) => {
    needReferee('openssl', context);
    const { key, certificate } = signerChain('p256');
    const file = put('x.p12', pkcs12File({ key, certificates: [certificate], password: 'Straße' }));
    const opened = openssl('pkcs12', '-in', file, '-passin', 'pass:Straße', '-nodes');
    expect(opened.status).toBe(0);
    expect(opened.stdout.toString()).toContain(key.export({ type: 'pkcs8', format: 'pem' }).toString());
    expect(opened.stdout.toString()).toContain(certificate.pem);
    expect(openssl('pkcs12', '-in', file, '-passin', 'pass:wrong', '-nodes').status).not.toBe(0);
  });

  test('encrypted keys of signers', (context) => {
    needReferee('openssl', context);
    const { encryptedKeyPem, passphrase, keyPem } = signerChain('rsa-2048');
    const { stdout } = openssl('pkey', '-in', put('x.key', encryptedKeyPem), '-passin', `pass:${passphrase}`);
    expect(stdout.toString()).toBe(keyPem);
  });
});
