import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { derOid, derSequence, derSetOf, derUtf8String } from '../../src/asn1/der.js';
import { createSigner } from '../../src/cms/create-signer.js';
import { openSignedData } from '../../src/cms/open.js';
import { signContent } from '../../src/cms/sign.js';
import type { SigningAlgorithm } from '../../src/cms/signer.js';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { openFile } from '../../src/document/open-file.js';
import { encodePem } from '../../src/pki/pem.js';
import { readPrivateKey } from '../../src/pki/private-key.js';
import { readPkcs12 } from '../../src/pki/pkcs12.js';
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
import { needReferee, run, type Verdict } from './referee.js';

const folder = mkdtempSync(join(tmpdir(), 'profilewright-cms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const content = new TextEncoder().encode(
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<plist version="1.0">\n<dict><key>Übung</key><true/></dict>\r</plist>\n',
);
const put = (file: string, bytes: string | Uint8Array): string => (writeFileSync(join(folder, file), bytes), file);
const openssl = (...argv: string[]): Verdict => run('openssl', argv, { cwd: folder });

const id = (text: string): Uint8Array => subjectKeyIdentifier(new TextEncoder().encode(text));
const emailProtection = extension('2.5.29.37', derSequence(derOid('1.3.6.1.5.5.7.3.4')));
const pair = (oid: string, text: string): Uint8Array => derSequence(derOid(oid), derUtf8String(text));
const twoInOne = derSequence(derSetOf(pair('2.5.4.3', 'Zwischen'), pair('2.5.4.11', 'Übertragung')));

const root = issue({
  subject: commonName('Interop Root'),
  extensions: [basicConstraints(true), keyUsage(0x06), id('root')],
});
const issuers = {
  'a plain name': issueCa(commonName('Interop Issuing')),
  umlauts: issueCa(name(['2.5.4.10', 'Größe & Söhne'], ['2.5.4.3', 'Äußere CA'])),
  'two attributes in one RDN': issueCa(twoInOne),
};
type IssuerName = keyof typeof issuers;

function issueCa(subject: Uint8Array): Issued {
  return issue({
    subject,
    issuer: root,
    key: 'P-384',
    extensions: [basicConstraints(true), keyUsage(0x06), id('issuing')],
  });
}

function issueLeaf(issuer: IssuerName, key: KeyKind): Issued {
  const extensions = [keyUsage(0x80), emailProtection, id('leaf')];
  return issue({ subject: commonName('Interop Signer'), issuer: issuers[issuer], key, extensions });
}

const pem = (...issued: Issued[]): string =>
  issued.map(({ certificate }) => encodePem('CERTIFICATE', certificate.raw)).join('');
put('root.pem', pem(root));

const cases = (['RSA-2048', 'P-256 b', 'P-384'] as const).flatMap((key) =>
  (Object.keys(issuers) as IssuerName[]).map((issuer) => ({ key, issuer, algorithm: undefined })),
);
const allCases: { key: KeyKind; issuer: IssuerName; algorithm: SigningAlgorithm | undefined }[] = [
  ...cases,
  { key: 'RSA-2048', issuer: 'a plain name', algorithm: 'RS384' },
];

async function signed({ key, issuer, algorithm }: (typeof allCases)[number]): Promise<string> {
  const leaf = issueLeaf(issuer, key);
  const chain = [root.certificate, issuers[issuer].certificate];
  const options = algorithm === undefined ? {} : { algorithm };
  const signer = await createSigner({ key: leaf.keys.privateKey, certificate: leaf.certificate, chain }, options);
  return put('signed.der', await signContent(content, signer));
}

describe.each(allCases)('what we sign with $key below $issuer ($algorithm)', (entry) => {
  test('openssl verifies, and finds the very content', async (context) => {
    needReferee('openssl', context);
    const file = await signed(entry);
    const verdict = openssl(
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      file,
      '-CAfile',
      'root.pem',
      '-out',
      'out.bin',
    );
    expect(verdict.status, verdict.text).toBe(0);
    expect(readFileSync(join(folder, 'out.bin'))).toEqual(Buffer.from(content));
  });

  test('GnuTLS verifies', async (context) => {
    needReferee('certtool', context);
    const argv = ['--p7-verify', '--inder', '--infile', await signed(entry), '--load-ca-certificate', 'root.pem'];
    const verdict = run('certtool', argv, { cwd: folder });
    expect(verdict.status, verdict.text).toBe(0);
    expect(verdict.text).toContain('Signature status: ok');
  });

  test('NSS verifies, and finds the very content', async (context) => {
    needReferee('cmsutil', context);
    needReferee('certutil', context);
    const database = nssDatabase();
    const argv = ['-D', '-d', database, '-u', '4', '-h', '1', '-i', await signed(entry), '-o', 'out.bin'];
    const verdict = run('cmsutil', argv, { cwd: folder });
    expect(verdict.status, verdict.text).toBe(0);
    const out = readFileSync(join(folder, 'out.bin'));
    expect(out.toString()).toContain('signer0.status=GoodSignature');
    expect(out.subarray(-content.length)).toEqual(Buffer.from(content));
  });
});

test('the referees refuse what was changed after signing', async (context) => {
  const file = await signed({ key: 'P-256 b', issuer: 'umlauts', algorithm: undefined });
  const bytes = readFileSync(join(folder, file));
  const place = bytes.indexOf('true');
  put('changed.der', Buffer.concat([bytes.subarray(0, place), Buffer.from('fals'), bytes.subarray(place + 4)]));
  const referees: [string, string[]][] = [
    ['openssl', ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'changed.der', '-CAfile', 'root.pem']],
    ['certtool', ['--p7-verify', '--inder', '--infile', 'changed.der', '--load-ca-certificate', 'root.pem']],
    ['cmsutil', ['-D', '-d', nssDatabase(), '-u', '4', '-h', '1', '-i', 'changed.der']],
  ];
  for (const [tool, argv] of referees) {
    needReferee(tool, context);
    const verdict = run(tool, argv, { cwd: folder });
    expect(verdict.status !== 0 || !/GoodSignature|status: ok/.test(verdict.text), verdict.text).toBe(true);
  }
});

let database: string | undefined;
function nssDatabase(): string {
  if (database !== undefined) return database;
  mkdirSync(join(folder, 'nss'));
  database = 'sql:nss';
  for (const argv of [
    ['-N', '-d', database, '--empty-password'],
    ['-A', '-d', database, '-n', 'root', '-t', 'C,C,C', '-a', '-i', 'root.pem'],
  ]) {
    const verdict = run('certutil', argv, { cwd: folder });
    if (verdict.status !== 0) throw new Error(verdict.text);
  }
  return database;
}

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
  const made = (): Buffer => readFileSync(join(folder, 'made.der'));

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
    put('first.pem', readFileSync(join(folder, 'signer.pem')));
    put('first.key', readFileSync(join(folder, 'signer.key')));
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
      const bytes = readFileSync(join(folder, 'all.p12'));
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
      const text = readFileSync(join(folder, 'secret.key'), 'utf8');
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
