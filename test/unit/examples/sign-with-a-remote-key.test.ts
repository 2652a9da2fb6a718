import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ProfileBuilder, readCertificate, verifyProfile, type Signer } from 'profilewright';
import {
  createRemoteSigner,
  signWithARemoteKey,
  type RetryOptions,
} from '../../../examples/03-sign-with-a-remote-key.js';
import { certifySigner, createLabRoot, type LabIdentity } from '../../../examples/lab-authority.js';
import { startLabKms, type KmsFault, type LabKms } from '../../../examples/lab-kms.js';

let root: LabIdentity;
const retries: (readonly [reason: string, milliseconds: number])[] = [];
const waits: number[] = [];

beforeAll(() => {
  root = createLabRoot('Lab Root');
});

/** A KMS that ends with the test, and a signer that waits for nothing and writes down what it would have waited for. */
async function start(
  faults: readonly KmsFault[],
  options: Partial<RetryOptions> & { readonly token?: string } = {},
): Promise<{ kms: LabKms; signer: Signer }> {
  retries.length = 0;
  waits.length = 0;
  const kms = await startLabKms(faults);
  onTestFinished(() => kms.stop());
  const certificate = readCertificate(certifySigner(root, 'Lab Remote Signer', kms.publicKey));
  const signer = createRemoteSigner(
    { url: kms.url, token: options.token ?? kms.token, certificate, chain: [readCertificate(root.certificate)] },
    {
      attemptMilliseconds: 1000,
      wait: (milliseconds) => Promise.resolve(waits.push(milliseconds)),
      onRetry: (...retry) => retries.push(retry),
      ...options,
    },
  );
  return { kms, signer };
}

const buildProfile = () => new ProfileBuilder().addRootCA(root.certificate).build();

describe('a key behind a service', () => {
  test('signs in spite of throttling and a timeout, and a wrong signature is refused', async () => {
    const { kms, signer } = await start(['throttle', 'timeout', 'wrong']);
    const profile = buildProfile();
    const refusals: string[] = [];
    const bytes = await signWithARemoteKey(profile, signer, { onRefusal: (message) => refusals.push(message) });
    const verified = verifyProfile(bytes, { anchors: [readCertificate(root.certificate)] });
    expect(verified.shownAs).toBe('Verified');
    expect(verified.content).toEqual(profile.toBytes());
    expect(new X509Certificate(verified.signer.raw).publicKey.equals(kms.publicKey)).toBe(true);
    expect(retries.map(([reason]) => reason)).toEqual(['status 429', 'no answer in time']);
    expect(refusals).toEqual([expect.stringContaining('wrong signature')]);
    expect(await kms.readOutcomes()).toEqual(['throttle', 'timeout', 'wrong', 'none']);
  });

  test('is asked again when it says so, and after a pause that grows when it says nothing', async () => {
    const { signer } = await start(['throttle', 'unavailable', 'unavailable']);
    await signWithARemoteKey(buildProfile(), signer);
    const [asked, first = 0, second = 0, ...more] = waits;
    expect(asked).toBe(1000);
    expect([first >= 100, first <= 200, second >= 200, second <= 400, more]).toEqual([true, true, true, true, []]);
  });

  test('is asked no more often than allowed', async () => {
    const { kms, signer } = await start(['throttle', 'throttle', 'throttle', 'none'], { attempts: 3 });
    await expect(signWithARemoteKey(buildProfile(), signer)).rejects.toMatchObject({
      code: 'ERR_CMS_SIGNER_FAILED',
      cause: new Error('no signature after 3 requests: status 429'),
    });
    expect(await kms.readOutcomes()).toHaveLength(3);
  });

  test('is not asked again when it returns a second wrong signature, refuses the token, or the caller has ended it', async () => {
    const { kms, signer } = await start(['wrong', 'wrong', 'timeout'], { attemptMilliseconds: 10_000 });
    const wrong = { code: 'ERR_CMS_SIGNER_WRONG_SIGNATURE' };
    await expect(signWithARemoteKey(buildProfile(), signer)).rejects.toMatchObject(wrong);
    const controller = new AbortController();
    const pending = signWithARemoteKey(buildProfile(), signer, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
    const { certificate, chain } = signer;
    const stranger = createRemoteSigner({ url: kms.url, token: 'guessed', certificate, chain });
    await expect(signWithARemoteKey(buildProfile(), stranger)).rejects.toMatchObject({
      code: 'ERR_CMS_SIGNER_FAILED',
      cause: new Error('the key service refuses: status 401'),
    });
    expect(retries).toEqual([]);
  });

  test('is told about when its process has ended', async () => {
    const { kms, signer } = await start([], { attempts: 2 });
    await kms.stop();
    await expect(signWithARemoteKey(buildProfile(), signer)).rejects.toMatchObject({
      cause: new Error('no signature after 2 requests: no connection'),
    });
  });
});
