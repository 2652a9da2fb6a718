import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { verifyProfile, type VerifyProfileOptions } from '../../../src/document/verify-profile.js';
import { readCertificate, readCertificates } from '../../../src/pki/read-certificates.js';
import { intermediateCA, leaf, rootCA, signerChain, type SignerMaterial } from '../../support/authorities.js';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import { signedMessage } from '../../support/signed-message.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { codeOf } from '../error-code.js';

const profile = new ProfileBuilder().addRootCA(rootCA().pem).build();

async function signedBy(
  { keyPem, certificate }: SignerMaterial,
  chain: readonly IssuedCertificate[],
  signingTime = daysFromToday(0),
): Promise<Uint8Array> {
  const signer = await createSigner({ key: keyPem, certificate: certificate.der, chain: chain.map(({ der }) => der) });
  return signProfile(profile, signer, { signingTime, allowExpired: true });
}

const material = signerChain('p256');
const [intermediate, root] = material.chain;
const signed = await signedBy(material, material.chain);
const anchors = readCertificates(root.pem);
const verdictOf = (bytes: Uint8Array, options: VerifyProfileOptions) => {
  const { shownAs, issues } = verifyProfile(bytes, options);
  return [shownAs, ...issues.map(({ code }) => code)];
};

describe('a sound signature', () => {
  test('is shown as verified when its chain ends in an anchor', () => {
    const verified = verifyProfile(signed, { anchors });
    expect(verified).toMatchObject({ shownAs: 'Verified', issues: [] });
    expect(verified.content).toEqual(profile.toBytes());
    expect(verified.profile.dictionary).toEqual(profile.dictionary);
    expect(verified.profile.container).toBe('cms');
    expect(verified.signer.raw).toEqual(material.certificate.der);
    expect(verified.chain.map(({ raw }) => raw)).toEqual([material.certificate.der, intermediate.der, root.der]);
    expect(Object.isFrozen(verified)).toBe(true);
  });

  test('may do without the root, and have the intermediate for an anchor', async () => {
    const short = await signedBy(material, [intermediate]);
    expect(verdictOf(short, { anchors })).toEqual(['Verified']);
    const verified = verifyProfile(short, { anchors: readCertificates(intermediate.pem) });
    expect(verified.shownAs).toBe('Verified');
    expect(verified.chain).toHaveLength(2);
  });

  test('is not verified without anchors that fit, and says why', () => {
    expect(verdictOf(signed, { anchors: [] })).toEqual(['Not Verified', 'path-not-anchored']);
    expect(verdictOf(signed, { anchors: readCertificates(rootCA({ subject: 'Another' }).pem) })).toEqual([
      'Not Verified',
      'path-not-anchored',
    ]);
  });

  test('is not judged when that is said', () => {
    const verified = verifyProfile(signed, { anchors: 'none' });
    expect(verified).toMatchObject({ shownAs: 'Not Verified', issues: [] });
    expect(verified.chain.map(({ raw }) => raw)).toEqual([material.certificate.der, intermediate.der, root.der]);
  });

  test('is not verified when a certificate between is missing', async () => {
    expect(verdictOf(await signedBy(material, []), { anchors })).toEqual(['Not Verified', 'issuer-not-found']);
  });

  test('is good until the first certificate of its chain ends', async () => {
    const chain = signerChain('p256', {
      signer: { notAfter: daysFromToday(300) },
      intermediate: { notAfter: daysFromToday(200) },
      root: { notAfter: daysFromToday(400) },
    });
    const bytes = await signedBy(chain, chain.chain);
    const ends = readCertificate(chain.chain[0].der).notAfter;
    expect(verifyProfile(bytes, { anchors: readCertificates(chain.chain[1].der) }).signedUntil).toEqual(ends);
    expect(verifyProfile(bytes, { anchors: 'none' }).signedUntil).toEqual(ends);
  });

  test('is good until the last of its chains ends, whichever is found first', () => {
    const roots = [3, 4].map((index) => rootCA({ subject: `Root ${String(index)}`, key: testKey('p256', index) }));
    // One CA with two certificates, of two roots.
    const crossed = roots.map((issuer, index) =>
      intermediateCA(issuer, { serialNumber: 70 + index, notAfter: daysFromToday(index === 0 ? 30 : 200) }),
    );
    const signer = leaf(crossed[0]!);
    const [, ends] = crossed.map(({ der }) => readCertificate(der).notAfter);
    const both = roots.flatMap(({ pem }) => readCertificates(pem));
    for (const order of [crossed, crossed.toReversed()]) {
      const certificates = [signer.der, ...order.map(({ der }) => der)];
      const bytes = signedMessage({ signer, content: profile.toBytes(), certificates });
      const verified = verifyProfile(bytes, { anchors: both });
      expect(verified).toMatchObject({ shownAs: 'Verified', signedUntil: ends });
      expect(verifyProfile(bytes, { anchors: both, at: ends! }).shownAs).toBe('Verified');
      const after = new Date(ends!.getTime() + 1);
      expect(verifyProfile(bytes, { anchors: both, at: after }).shownAs).toBe('Not Verified');
    }
  });

  test('of a signer who is not valid yet is said to be, where trust is not judged', async () => {
    const early = signerChain('p256', { signer: { notBefore: daysFromToday(10), notAfter: daysFromToday(20) } });
    const bytes = await signedBy(early, early.chain);
    expect(verifyProfile(bytes, { anchors: 'none' }).issues).toMatchObject([
      { code: 'not-yet-valid', severity: 'warning' },
    ]);
    expect(verdictOf(bytes, { anchors: 'none', at: daysFromToday(10) })).toEqual(['Not Verified']);
  });

  test('names the signer first, wherever its certificate stands in the file', () => {
    const signer = leaf(root);
    const bytes = signedMessage({ signer, content: profile.toBytes(), certificates: [root.der, signer.der] });
    const { chain } = verifyProfile(bytes, { anchors: 'none' });
    expect(chain.map(({ raw }) => raw)).toEqual([signer.der, root.der]);
  });

  test('that has its weaknesses tells them', () => {
    const signer = leaf(root);
    const certificates = [root.der, signer.der];
    const bytes = signedMessage({ signer, content: profile.toBytes(), certificates, attributes: 'absent' });
    expect(verdictOf(bytes, { anchors })).toEqual(['Verified', 'no-signed-attributes']);
    expect(verifyProfile(bytes, { anchors })).not.toHaveProperty('signingTime');
  });

  test('tells the signing time, which extends nothing', async () => {
    const expired = signerChain('p256', { signer: { notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) } });
    const bytes = await signedBy(expired, expired.chain, daysFromToday(-15));
    const options = { anchors: readCertificates(expired.chain[1].der) };
    const verified = verifyProfile(bytes, options);
    expect(verified.signingTime).toEqual(new Date(Math.floor(daysFromToday(-15).getTime() / 1000) * 1000));
    expect(verdictOf(bytes, options)).toEqual(['Not Verified', 'certificate-expired']);
    expect(verdictOf(bytes, { ...options, at: daysFromToday(-15) })).toEqual(['Verified']);
    expect(verifyProfile(bytes, options).signedUntil).toEqual(readCertificate(expired.certificate.der).notAfter);
    const unjudged = verifyProfile(bytes, { anchors: 'none' });
    expect(unjudged.issues).toMatchObject([{ code: 'certificate-expired', severity: 'warning' }]);
    expect(verdictOf(bytes, { anchors: 'none', at: daysFromToday(-15) })).toEqual(['Not Verified']);
  });

  test('is not verified by an intermediate or root that has expired', async () => {
    const old = { notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) };
    for (const options of [{ intermediate: old }, { root: old }]) {
      const chain = signerChain('p256', options);
      const bytes = await signedBy(chain, chain.chain);
      expect(verdictOf(bytes, { anchors: readCertificates(chain.chain[1].der) })).toEqual([
        'Not Verified',
        'certificate-expired',
      ]);
      expect(verdictOf(bytes, { anchors: 'none' })).toEqual(['Not Verified', 'certificate-expired']);
    }
  });

  test('is not verified by a certificate that only bears the name of an anchor', async () => {
    const forged = signerChain('p256', { root: { key: testKey('p256', 8) } });
    const bytes = await signedBy(forged, forged.chain);
    expect(Buffer.from(readCertificate(forged.chain[1].der).subject.raw)).toEqual(
      Buffer.from(anchors[0]?.subject.raw ?? []),
    );
    expect(verdictOf(bytes, { anchors })[0]).toBe('Not Verified');
    // The look-alike beside the true intermediate changes nothing for those who are trusted.
    expect(verdictOf(await signedBy(material, [forged.chain[1], ...material.chain]), { anchors })).toEqual([
      'Verified',
    ]);
  });

  test('is not verified by a leaf or by a CA whose path length forbids it', async () => {
    const leafAsCA = signerChain('p256', { intermediate: { basicConstraints: { cA: false } } });
    expect(
      verdictOf(await signedBy(leafAsCA, leafAsCA.chain), { anchors: readCertificates(leafAsCA.chain[1].der) })[0],
    ).toBe('Not Verified');
    const tooLong = signerChain('p256', { root: { basicConstraints: { cA: true, pathLength: 0 } } });
    expect(
      verdictOf(await signedBy(tooLong, tooLong.chain), { anchors: readCertificates(tooLong.chain[1].der) })[0],
    ).toBe('Not Verified');
  });
});

describe('verifyProfile refuses', () => {
  test('an unsigned profile, and what is no profile at all', () => {
    for (const input of [profile.toBytes(), new Uint8Array(), Buffer.from('text'), root.der]) {
      expect(codeOf(() => verifyProfile(input, { anchors }))).toBe('ERR_CMS_NOT_SIGNED');
    }
    expect(codeOf(() => verifyProfile(profile.toXml() as never, { anchors }))).toBe('ERR_CMS_NOT_SIGNED');
  });

  test('a content that was changed, wherever', () => {
    const start = Buffer.from(signed).indexOf('<?xml');
    const end = start + profile.toBytes().length;
    for (let position = start; position < end; position += 97) {
      const tampered = Uint8Array.from(signed);
      tampered[position] = (tampered[position] ?? 0) ^ 1;
      expect(codeOf(() => verifyProfile(tampered, { anchors: 'none' }))).toBe('ERR_CMS_DIGEST_MISMATCH');
    }
  });

  test('a signature that was changed', () => {
    const tampered = Uint8Array.from(signed);
    const last = tampered.length - 1;
    tampered[last] = (tampered[last] ?? 0) ^ 1;
    expect(codeOf(() => verifyProfile(tampered, { anchors: 'none' }))).toBe('ERR_CMS_SIGNATURE_WRONG');
  });

  test('signed content that is no profile', async () => {
    const { signContent } = await import('../../../src/cms/sign.js');
    const signer = await createSigner({ key: material.keyPem, certificate: material.certificate.der });
    const text = await signContent(new TextEncoder().encode('text'), signer);
    expect(codeOf(() => verifyProfile(text, { anchors: 'none' }))).toBe('ERR_PLIST_FORMAT');
    const twice = await signContent(signed, signer);
    expect(codeOf(() => verifyProfile(twice, { anchors: 'none' }))).toBe('ERR_CMS_CONTENT_TYPE');
  });

  test('a list that other readers see differently, when it is to be strict', async () => {
    const { signContent } = await import('../../../src/cms/sign.js');
    const signer = await createSigner({ key: material.keyPem, certificate: material.certificate.der });
    const twoNames = profile.toXml().replace('<dict>', '<dict><key>PayloadType</key><string>Other</string>');
    const bytes = await signContent(new TextEncoder().encode(twoNames), signer);
    expect(verdictOf(bytes, { anchors: 'none' })).toEqual(['Not Verified', 'plist-duplicate-key']);
    expect(codeOf(() => verifyProfile(bytes, { anchors: 'none', strict: true }))).toBe('ERR_PROFILE_INVALID');
  });

  test.each([
    undefined,
    null,
    {},
    { anchors: undefined },
    { anchors: null },
    { anchors: 'None' },
    { anchors: anchors[0] },
    { anchors: new Set(anchors) },
  ])('options without anchors: %s', (options) => {
    expect(() => verifyProfile(signed, options as never)).toThrow(TypeError);
    expect(() => verifyProfile(signed, options as never)).toThrow(/^options(\.anchors)? must be/);
  });

  test.each([[[root.pem]], [[root.der]], [[null]], [[{}]], [[anchors]]])(
    'anchors that are no certificates',
    (wrong) => {
      expect(() => verifyProfile(signed, { anchors: wrong as never })).toThrow(
        /^options\.anchors must be an array of certificates \(from readCertificates\), or 'none'$/,
      );
    },
  );

  test('another time, limits or keys', () => {
    expect(() => verifyProfile(signed, { anchors, at: new Date(Number.NaN) })).toThrow(
      /^options\.at must be a valid Date$/,
    );
    expect(() => verifyProfile(signed, { anchors, at: '2030-01-01' } as never)).toThrow(
      /^options\.at must be a valid Date$/,
    );
    expect(() => verifyProfile(signed, { anchors, anchor: [] } as never)).toThrow(/^options\.anchor is not known/);
    expect(codeOf(() => verifyProfile(signed, { anchors, limits: { maxNodes: 3 } }))).toBe('ERR_PLIST_LIMIT');
  });

  test.each([undefined, null, 1, {}, []])('%s as input', (input) => {
    expect(() => verifyProfile(input as never, { anchors })).toThrow(/^input must be/);
  });
});
