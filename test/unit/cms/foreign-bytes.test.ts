import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import { openSignedData } from '../../../src/cms/open.js';
import { signContent } from '../../../src/cms/sign.js';
import { pkcs12Identity } from '../../../src/profile/pkcs12-identity.js';
import { identityFile } from '../../support/identity-file.js';

const foreign = (bytes: Uint8Array): Uint8Array =>
  runInNewContext('Uint8Array.from(bytes)', { bytes: [...bytes] }) as Uint8Array;

test('a PKCS#12 file and content of another realm are bytes', async () => {
  const { bytes, password, certificate } = identityFile('anna');
  const file = foreign(bytes);
  expect(file).not.toBeInstanceOf(Uint8Array);
  expect(pkcs12Identity(file, { password }).certificate.raw).toEqual(certificate.der);
  const signer = await createSigner({ pkcs12: file, passphrase: password });
  const content = new TextEncoder().encode('<plist/>');
  expect(openSignedData(await signContent(foreign(content), signer)).content).toEqual(content);
});
