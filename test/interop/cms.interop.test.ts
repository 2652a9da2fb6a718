import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSigner } from '../../src/cms/create-signer.js';
import { signContent } from '../../src/cms/sign.js';
import type { SigningAlgorithm } from '../../src/cms/signer.js';
import type { KeyKind } from '../unit/trust/lab.js';
import { content, issueLeaf, issuers, pem, root, type IssuerName } from './interop-authority.js';
import { needReferee, run, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put, take } = workFolder('cms');
const openssl = (...argv: string[]): Verdict => run('openssl', argv, { cwd: folder });
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
    expect(take('out.bin')).toEqual(Buffer.from(content));
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
    const out = take('out.bin');
    expect(out.toString()).toContain('signer0.status=GoodSignature');
    expect(out.subarray(-content.length)).toEqual(Buffer.from(content));
  });
});

test('the referees refuse what was changed after signing', async (context) => {
  const file = await signed({ key: 'P-256 b', issuer: 'umlauts', algorithm: undefined });
  const bytes = take(file);
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
