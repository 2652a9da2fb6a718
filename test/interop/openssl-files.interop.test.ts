import { describe, expect, test } from 'vitest';
import { openSignedData } from '../../src/cms/open.js';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { openFile } from '../../src/document/open-file.js';
import { readPkcs12 } from '../../src/pki/pkcs12.js';
import { readPrivateKey } from '../../src/pki/private-key.js';
import type { KeyKind } from '../unit/trust/lab.js';
import { content, issueLeaf, issuers, pem, root } from './interop-authority.js';
import { run, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put, take } = workFolder('openssl-files');
const openssl = (...argv: string[]): Verdict => run('openssl', argv, { cwd: folder });

describe('what openssl signs', () => {
  const kinds: KeyKind[] = ['RSA-2048', 'P-256 b', 'P-384'];
  const issuing = issuers['umlauts'];
  const variants: [title: string, argv: string[], expected: { codes?: string[]; count?: number; digest?: string }][] = [
    ['as it is', [], {}],
    ['with the chain', ['-certfile', 'chain.pem'], { count: 3 }],
    ['streamed', ['-stream', '-certfile', 'chain.pem'], { count: 3 }],
    ['streamed without attributes', ['-stream', '-noattr'], { codes: ['no-signed-attributes'] }],
    ['without attributes', ['-noattr'], { codes: ['no-signed-attributes'] }],
    ['without S/MIME capabilities', ['-nosmimecap'], {}],
    ['by key identifier', ['-keyid'], {}],
    ['with SHA-224', ['-md', 'sha224'], { digest: 'SHA-224' }],
    ['with SHA-384', ['-md', 'sha384'], { digest: 'SHA-384' }],
    ['with SHA-512', ['-md', 'sha512'], { digest: 'SHA-512' }],
    ['with SHA-1', ['-md', 'sha1'], { codes: ['signer-digest'], digest: 'SHA-1' }],
    ['in CAdES form', ['-cades'], {}],
  ];

  const sign = (kind: KeyKind, argv: readonly string[]): Verdict => {
    const leaf = issueLeaf('umlauts', kind);
    put('content.bin', content);
    put('signer.pem', pem(leaf));
    put('chain.pem', pem(issuing, root));
    put('signer.key', leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const common = ['-sign', '-binary', '-nodetach', '-outform', 'DER', '-in', 'content.bin', '-out', 'made.der'];
    return openssl('cms', ...common, '-signer', 'signer.pem', '-inkey', 'signer.key', '-md', 'sha256', ...argv);
  };
  const made = (): Buffer => take('made.der');

  describe.each(kinds)('with %s', (kind) => {
    test.each(variants)('%s is opened', (_, argv, { codes = [], count = 1, digest = 'SHA-256' }) => {
      const verdict = sign(kind, argv);
      expect(verdict.status, verdict.text).toBe(0);
      const opened = openSignedData(made());
      expect(Buffer.from(opened.content)).toEqual(Buffer.from(content));
      expect(opened.signer.name).toBe('"Interop Signer"');
      expect(opened.certificates).toHaveLength(count);
      expect(opened.digestAlgorithm).toBe(digest);
      expect(opened.issues.map(({ code }) => code)).toEqual(codes);
    });

    test.each([
      ['without certificates', ['-nocerts'], 'ERR_CMS_SIGNER_CERTIFICATE_MISSING'],
      ['of another content type', ['-econtent_type', '1.2.3.4'], 'ERR_CMS_CONTENT_TYPE'],
    ])('%s is refused', (_, argv, code) => {
      const verdict = sign(kind, argv);
      expect(verdict.status, verdict.text).toBe(0);
      expect(codeOf(made())).toBe(code);
    });
  });

  test.each([
    ['PEM', 'PEM'],
    ['SMIME', 'S/MIME'],
  ])('in %s is unwrapped', (form, named) => {
    for (const argv of [[], ['-stream']]) {
      const verdict = sign('P-256 b', ['-outform', form, ...argv]);
      expect(verdict.status, verdict.text).toBe(0);
      const file = openFile(made());
      expect(Buffer.from(file.content)).toEqual(Buffer.from(content));
      expect(file.issues[0]?.message).toContain(`in ${named}`);
    }
  });

  test('detached is refused', () => {
    sign('P-256 b', []);
    const argv = [
      '-sign',
      '-binary',
      '-outform',
      'DER',
      '-in',
      'content.bin',
      '-out',
      'made.der',
      '-signer',
      'signer.pem',
    ];
    expect(openssl('cms', ...argv, '-inkey', 'signer.key').status).toBe(0);
    expect(codeOf(made())).toBe('ERR_CMS_DETACHED');
  });

  test('by two signers is refused', () => {
    sign('P-256 b', []);
    put('first.pem', take('signer.pem'));
    put('first.key', take('signer.key'));
    const verdict = sign('RSA-2048', ['-signer', 'first.pem', '-inkey', 'first.key']);
    expect(verdict.status, verdict.text).toBe(0);
    expect(codeOf(made())).toBe('ERR_CMS_SIGNER_COUNT');
  });

  test.each([
    ['RSASSA-PSS', ['-keyopt', 'rsa_padding_mode:pss']],
    ['MD5', ['-md', 'md5']],
  ])('with %s is refused', (_, argv) => {
    expect(sign('RSA-2048', argv).status).toBe(0);
    expect(codeOf(made())).toBe('ERR_CMS_ALGORITHM');
  });
});

describe('keys and PKCS#12 files of openssl', () => {
  const password = 'Übung macht den Meister 1€';
  const files: [title: string, argv: string[]][] = [
    ['by default', []],
    ['with 3DES and SHA-1', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['with AES-128 and SHA-384', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha384']],
    ['with SHA-512', ['-macalg', 'sha512']],
    ['with a key in clear', ['-keypbe', 'NONE']],
    ['with certificates in clear', ['-certpbe', 'NONE']],
    ['with one iteration', ['-noiter', '-nomaciter']],
    ['in the old way with RC2', ['-legacy']],
  ];

  describe.each(['RSA-2048', 'P-384'] as const)('with %s', (kind) => {
    const leaf = issueLeaf('umlauts', kind);
    const expected = [leaf, issuers['umlauts'], root].map(({ certificate }) => certificate.fingerprints.sha256).sort();
    test.each(files)('a PKCS#12 file %s is read', (_, argv) => {
      put(
        'all.pem',
        `${leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}${pem(leaf, issuers['umlauts'], root)}`,
      );
      const verdict = openssl(
        'pkcs12',
        '-export',
        '-in',
        'all.pem',
        '-out',
        'all.p12',
        '-passout',
        `pass:${password}`,
        ...argv,
      );
      expect(verdict.status, verdict.text).toBe(0);
      const bytes = take('all.p12');
      const { key, certificates } = readPkcs12(bytes, { password });
      expect(key.equals(leaf.keys.privateKey)).toBe(true);
      expect(certificates.map(({ certificate }) => certificate.fingerprints.sha256).sort()).toEqual(expected);
      expect(() => readPkcs12(bytes, { password: 'wrong' })).toThrow(
        expect.objectContaining({ code: 'ERR_PKCS12_UNREADABLE' }) as Error,
      );
    });

    test.each([
      ['PKCS#8 with AES', ['pkcs8', '-topk8', '-v2', 'aes256']],
      ['PKCS#8 with scrypt', ['pkcs8', '-topk8', '-scrypt']],
      ['the traditional form with AES', ['pkey', '-traditional', '-aes256']],
    ])('a key encrypted as %s is read', (_, argv) => {
      put('plain.key', leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
      const verdict = openssl(...argv, '-in', 'plain.key', '-out', 'secret.key', '-passout', `pass:${password}`);
      expect(verdict.status, verdict.text).toBe(0);
      const text = take('secret.key').toString();
      expect(readPrivateKey(text, password).equals(leaf.keys.privateKey)).toBe(true);
    });
  });
});

function codeOf(bytes: Uint8Array): string {
  try {
    openSignedData(bytes);
    return 'opened';
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}
