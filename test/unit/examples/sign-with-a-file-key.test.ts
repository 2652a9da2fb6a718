import { expect, test } from 'vitest';
import { ProfileBuilder, readCertificate } from 'profilewright';
import { signWithAFileKey } from '../../../examples/02-sign-with-a-file-key.js';
import { rootCA, signerChain } from '../../support/authorities.js';
import { pemBundle } from '../../support/pem.js';
import { testKey } from '../../support/test-key.js';

const { certificate, chain, encryptedKeyPem, keyPem, passphrase } = signerChain('p256');
const [intermediate, root] = chain;
const profile = new ProfileBuilder().addRootCA(rootCA().pem).build().toBytes();
const fullchain = pemBundle(certificate, intermediate);

test('an encrypted key and its chain give a profile that a device shows as verified', async () => {
  const files = { key: encryptedKeyPem, passphrase, fullchain, roots: root.pem };
  const { verified, warnings } = await signWithAFileKey(profile, files);
  expect(Buffer.from(verified.content)).toEqual(Buffer.from(profile));
  expect(Buffer.from(verified.signer.raw)).toEqual(Buffer.from(certificate.der));
  expect(verified.shownAs).toBe('Verified');
  expect(verified.signedUntil).toEqual(readCertificate(certificate.der).notAfter);
  expect(warnings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('a missing intermediate is warned of, and the device would show "Not Verified"', async () => {
  const files = { key: keyPem, fullchain: certificate.pem, roots: root.pem };
  const { verified, warnings } = await signWithAFileKey(profile, files);
  expect(verified.shownAs).toBe('Not Verified');
  expect(warnings.map(({ code, severity }) => [code, severity])).toEqual([['signer-include-chain', 'warning']]);
});

test('a key of another certificate is refused', async () => {
  const key = testKey('p256', 9).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await expect(signWithAFileKey(profile, { key, fullchain, roots: root.pem })).rejects.toMatchObject({
    code: 'ERR_KEY_MISMATCH',
  });
});
