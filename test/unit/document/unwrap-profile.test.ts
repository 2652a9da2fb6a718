import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { resignProfile, unwrapProfile } from '../../../src/document/unwrap-profile.js';
import { verifyProfile } from '../../../src/document/verify-profile.js';
import { rootCA, signerChain } from '../../support/authorities.js';
import { ascii } from '../../support/der.js';
import { signedMessage } from '../../support/signed-message.js';

const profile = new ProfileBuilder().addRootCA(rootCA().der).build();
const { certificate: other } = signerChain('p256');
const [first, second] = await Promise.all(
  (['p256', 'p384'] as const).map((kind) => {
    const { key, certificate } = signerChain(kind);
    return createSigner({ key, certificate: certificate.der });
  }),
);
const signed = await signProfile(profile, first!);

test('unwrapProfile gives the very bytes that were signed, of every signature that is around them', () => {
  expect(unwrapProfile(signed)).toEqual(profile.toBytes());
  expect(unwrapProfile(signedMessage({ signer: other, content: signed }))).toEqual(profile.toBytes());
  expect(unwrapProfile(signedMessage({ signer: other, content: ascii('<xml') }))).toEqual(ascii('<xml'));
});

test('unwrapProfile refuses what was changed, and what nobody has signed', () => {
  const changed = new Uint8Array(signed);
  const place = Buffer.from(signed).indexOf('PayloadVersion');
  changed[place] = 0x51;
  expect(() => unwrapProfile(changed)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^ERR_CMS_/) as string }),
  );
  for (const input of [profile.toBytes(), profile.toXml()]) {
    expect(() => unwrapProfile(input)).toThrow(expect.objectContaining({ code: 'ERR_CMS_NOT_SIGNED' }));
  }
  expect(() => unwrapProfile(1 as never)).toThrow(TypeError);
});

test('resignProfile signs the same bytes with another signer', async () => {
  const { content, signer } = verifyProfile(await resignProfile(signed, second!), { anchors: 'none' });
  expect(content).toEqual(profile.toBytes());
  expect(signer.raw).toEqual(second!.certificate.raw);
  await expect(resignProfile(profile.toBytes(), second!)).rejects.toMatchObject({ code: 'ERR_CMS_NOT_SIGNED' });
});
