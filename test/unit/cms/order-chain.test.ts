import { expect, test } from 'vitest';
import { orderChain } from '../../../src/cms/order-chain.js';
import type { Certificate } from '../../../src/pki/certificate.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';

const issuer = rootCA({ subject: 'Issuer' });
const intermediates = Array.from({ length: 30 }, (_, index) =>
  intermediateCA(issuer, { serialNumber: 100 + index, authorityKeyIdentifier: 'absent' }),
);
const signer = readCertificate(leaf(intermediates[0]!).der);
const made = intermediates.map(({ der }) => readCertificate(der));

/** Certificates that bear the name of the issuer and another key; `onCheck` is told whenever the key is asked for. */
function strangers(count: number, onCheck: () => void): Certificate[] {
  return Array.from({ length: count }, (_, index) => {
    const options = { subject: 'Issuer', key: testKey('p256', 7), subjectKeyIdentifier: 'absent' } as const;
    const certificate = readCertificate(rootCA({ ...options, serialNumber: 500 + index }).der);
    const { publicKey, ...others } = certificate;
    return {
      ...others,
      get publicKey() {
        onCheck();
        return publicKey;
      },
    };
  });
}

test('who only bears the name of an issuer is left out', () => {
  const root = readCertificate(issuer.der);
  expect(orderChain(signer, [...strangers(3, () => undefined), root, made[0]!])).toEqual([signer, made[0], root]);
});

test('a bag of namesakes ends in a number of checks, and then those count as issuers', () => {
  let checks = 0;
  const many = strangers(30, () => (checks += 1));
  const chain = orderChain(signer, [...made, ...many]);
  // One for each intermediate, then each of those with each stranger: 30 + 30 * 30.
  expect(checks).toBeLessThanOrEqual(200);
  expect(chain).toHaveLength(1 + made.length + many.length);
});
