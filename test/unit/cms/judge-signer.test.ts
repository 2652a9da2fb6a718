import { describe, expect, test } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import { judgeSigner } from '../../../src/cms/judge-signer.js';
import type { Signer } from '../../../src/cms/signer.js';
import { leaf, rootCA } from '../../support/authorities.js';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import { testKey } from '../../support/test-key.js';

const long = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') };
const root = rootCA({ subject: 'Root', ...long });
const first = rootCA({ subject: 'First', signedBy: root, key: testKey('p256', 1), ...long });
const second = rootCA({ subject: 'Second', signedBy: first, key: 'p384', ...long });
const notBefore = new Date('2026-01-01T00:00:00Z');
const notAfter = new Date('2027-01-01T00:00:00Z');
const { privateKey } = testKey('p256', 2);
const signing = leaf(second, { subject: 'Leaf', extensions: [], notBefore, notAfter });
const at = new Date('2026-06-01T00:00:00Z');

const signerWith = (...chain: IssuedCertificate[]): Promise<Signer> =>
  createSigner({ key: privateKey, certificate: signing.der, chain: chain.map(({ der }) => der) });
const found = (signer: Signer, options: Parameters<typeof judgeSigner>[1]): string[] =>
  judgeSigner(signer, options).map(({ code, severity }) => `${severity} ${code}`);

describe('judgeSigner', () => {
  test.each([
    ['2025-12-31T23:59:59Z', ['error signer-not-yet-valid']],
    ['2026-01-01T00:00:00Z', []],
    ['2026-12-02T00:00:00Z', []],
    ['2026-12-02T00:00:01Z', ['warning signer-expiry']],
    ['2027-01-01T00:00:00Z', ['warning signer-expiry']],
    ['2027-01-01T00:00:01Z', ['error signer-expired']],
  ])('judges validity at %s', async (time, expected) => {
    expect(found(await signerWith(second, first, root), { at: new Date(time) })).toEqual(expected);
  });

  test('says in how many days the signer expires', async () => {
    const [issueFound] = judgeSigner(await signerWith(root, first, second), { at: new Date('2026-12-30T12:00:00Z') });
    expect(issueFound?.message).toContain('2027-01-01T00:00:00.000Z, in 1 day');
    expect(issueFound?.message).not.toContain('days');
  });

  test.each<[string, IssuedCertificate[], string[]]>([
    ['nothing but the signer', [], ['warning signer-include-chain']],
    ['a gap in the middle', [second, root], ['warning signer-include-chain']],
    ['a stranger', [root], ['warning signer-include-chain']],
    ['intermediates whose issuer may be a root', [second, first], ['info signer-include-chain']],
    ['all intermediates and the root', [second, first, root], []],
  ])('judges a chain of %s', async (_, chain, expected) => {
    expect(found(await signerWith(...chain), { at })).toEqual(expected);
  });

  test('names the certificate that is missing', async () => {
    const [issueFound] = judgeSigner(await signerWith(root, second), { at });
    expect(issueFound?.message).toBe(
      'the chain of the signer stops at "Second": there is no certificate of "CN=First"',
    );
    expect(issueFound?.where).toMatchObject({ certificate: { name: '"Second"' } });
  });

  test('asks nothing of a self-signed signer', async () => {
    const signer = await createSigner({ key: testKey('p256').privateKey, certificate: root.der });
    expect(found(signer, { at })).toEqual([]);
  });

  test('follows the levels that a caller sets', async () => {
    const rules = { 'signer-expired': 'warning', 'signer-include-chain': 'off' } as const;
    expect(found(await signerWith(), { at: new Date('2030-01-01T00:00:00Z'), rules })).toEqual([
      'warning signer-expired',
    ]);
  });
});
