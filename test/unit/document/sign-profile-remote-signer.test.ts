import { sign as rawSign } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { openSignedData } from '../../../src/cms/open.js';
import type { Signer } from '../../../src/cms/signer.js';
import { signProfile, type SignProfileOptions } from '../../../src/document/sign-profile.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { errorOf, material, profile, refusalOf, remote, signer } from './profile-signer.js';

describe('a signer behind a port', () => {
  const wrong: [what: string, sign: Signer['sign']][] = [
    ['a signature over other bytes', () => signer.sign({ bytes: new Uint8Array(3), digest: new Uint8Array(32) })],
    [
      'a signature by another key',
      ({ bytes }) => Promise.resolve(rawSign('sha256', bytes, testKey('p256', 9).privateKey)),
    ],
    ['too few octets', () => Promise.resolve(new Uint8Array(10))],
    ['nothing', () => Promise.resolve(new Uint8Array())],
  ];

  test.each(wrong)('that returns %s is found out', async (_, sign) => {
    const error = await refusalOf(profile, remote(sign));
    expect(error).toMatchObject({ code: 'ERR_CMS_SIGNER_WRONG_SIGNATURE' });
    expect(error.hint).not.toBe('');
  });

  test('is believed when the check is switched off', async () => {
    const by = remote(({ bytes }) => Promise.resolve(rawSign('sha256', bytes, testKey('p256', 9).privateKey)));
    const bytes = await signProfile(profile, by, { verify: false });
    expect(() => openSignedData(bytes)).toThrow(expect.objectContaining({ code: 'ERR_CMS_SIGNATURE_WRONG' }) as Error);
  });

  test('that fails is told as such, with its own error as the cause only', async () => {
    const cause = new Error('token pin-1234 rejected');
    const failing: Signer['sign'][] = [
      () => Promise.reject(cause),
      () => {
        throw cause;
      },
    ];
    for (const sign of failing) {
      const error = await refusalOf(profile, remote(sign));
      expect(error.code).toBe('ERR_CMS_SIGNER_FAILED');
      expect(error.cause).toBe(cause);
      expect(error.message + error.hint + JSON.stringify(error.details)).not.toContain('pin-1234');
    }
  });

  test('that never answers is left when the signal says so', async () => {
    const controller = new AbortController();
    const sign = vi.fn<Signer['sign']>(() => new Promise(() => undefined));
    const promise = errorOf(signProfile(profile, remote(sign), { signal: controller.signal }));
    const reason = new Error('too late');
    controller.abort(reason);
    expect(await promise).toBe(reason);
    expect(sign).toHaveBeenCalledTimes(1);
  });

  test('is not asked when the signal has spoken before, or when the profile is refused', async () => {
    const sign = vi.fn<Signer['sign']>();
    expect(await errorOf(signProfile(profile, remote(sign), { signal: AbortSignal.abort() }))).toMatchObject({
      name: 'AbortError',
    });
    await refusalOf(new Uint8Array(), remote(sign));
    expect(sign).not.toHaveBeenCalled();
  });

  test('gets attributes of which the digest is the right one', async () => {
    const options: SignProfileOptions = { signingTime: daysFromToday(0) };
    const sign = vi.fn<Signer['sign']>(({ bytes }) => Promise.resolve(rawSign('sha256', bytes, material.key)));
    await signProfile(profile, remote(sign), options);
    const { createHash } = await import('node:crypto');
    const input = sign.mock.calls[0]?.[0];
    expect(Buffer.from(input?.digest ?? [])).toEqual(
      createHash('sha256')
        .update(input?.bytes ?? '')
        .digest(),
    );
  });
});
