import { createHash, sign } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { openSignedData } from '../../../src/cms/open.js';
import { signContent } from '../../../src/cms/sign.js';
import type { Signer, SigningInput } from '../../../src/cms/signer.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { ascii, set } from '../../support/der.js';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import { messageAttributes } from '../../support/signed-message.js';
import { testKey } from '../../support/test-key.js';
import { at, codeOf, errorOf, inMemory, local, localKey, never, plist, remote, rsa, rsaKey, sound } from './signers.js';

const p1363 = ({ bytes }: SigningInput): Uint8Array =>
  sign('sha256', bytes, { key: localKey, dsaEncoding: 'ieee-p1363' });

describe('a remote signer', () => {
  test.each([
    ['DER', sound],
    ['P1363', p1363],
  ])('may answer in %s', async (_, answer) => {
    const bytes = await signContent(
      plist,
      remote((input) => Promise.resolve(answer(input))),
    );
    expect(openSignedData(bytes).content).toEqual(plist);
  });

  test('may answer with octets of another realm, as under a test runner', async () => {
    const Foreign = runInNewContext('Uint8Array') as typeof Uint8Array;
    const bytes = await signContent(
      plist,
      remote((input) => Promise.resolve(Foreign.from(sound(input)))),
    );
    expect(openSignedData(bytes).content).toEqual(plist);
  });

  test('gets the attributes in DER and their digest', async () => {
    let seen: SigningInput | undefined;
    await signContent(
      plist,
      remote((input) => Promise.resolve(sound((seen = input)))),
      { signingTime: at },
    );
    const expected = set(...messageAttributes(plist));
    expect(Buffer.from(seen?.bytes ?? [])).toEqual(Buffer.from(expected));
    expect(Buffer.from(seen?.digest ?? [])).toEqual(createHash('sha256').update(expected).digest());
  });

  test('cannot change what is signed', async () => {
    const answer = remote((input) => {
      const signature = sound(input);
      input.bytes.fill(0);
      return Promise.resolve(signature);
    });
    expect(openSignedData(await signContent(plist, answer)).content).toEqual(plist);
  });

  const over = (bytes: string) => (): Uint8Array => sign('sha256', ascii(bytes), localKey);
  const der = (r: string, s: string) => (): Uint8Array => Buffer.from(`30${hexLength(r + s)}${r}${s}`, 'hex');
  const hexLength = (hex: string): string => (hex.length / 2).toString(16).padStart(2, '0');
  const one = '020101';
  test.each<[string, (input: SigningInput) => Uint8Array, IssuedCertificate?]>([
    ['over other bytes', over('something else')],
    ['by another key', ({ bytes }) => sign('sha256', bytes, testKey('p256', 1).privateKey)],
    ['over the digest of the digest', ({ digest }) => sign('sha256', digest, localKey)],
    ['with another hash', ({ bytes }) => sign('sha384', bytes, localKey)],
    ['that is empty', () => new Uint8Array()],
    ['in P1363 of another curve', () => new Uint8Array(96).fill(1)],
    ['in P1363 with r = 0', (input) => p1363(input).fill(0, 0, 32)],
    ['with a byte behind it', (input) => Buffer.concat([sound(input), Uint8Array.of(0)])],
    ['with r = 0', der('020100', one)],
    ['with a negative r', der('020180', one)],
    ['with a padded r', der('02020001', one)],
    ['with an r of 33 octets', der(`0221${'01'.repeat(33)}`, one)],
    ['with an empty INTEGER', der('0200', one)],
    ['with a third number', der(one, one + one)],
    ['in DER with a long length', () => Buffer.from(`308106${one}${one}`, 'hex')],
    ['of RSA with 255 octets', () => new Uint8Array(255).fill(1), rsa],
    ['of RSA over other bytes', () => sign('sha256', ascii('x'), rsaKey), rsa],
    ['of ECDSA for an RSA certificate', sound, rsa],
  ])('is refused for a signature %s', async (_, answer, issued = local) => {
    const promise = signContent(
      plist,
      remote((input) => Promise.resolve(answer(input)), issued),
    );
    expect(await codeOf(promise)).toBe('ERR_CMS_SIGNER_WRONG_SIGNATURE');
  });

  test('is believed when `verify` is false', async () => {
    const answer = remote(() => Promise.resolve(over('something else')()));
    const bytes = await signContent(plist, answer, { verify: false });
    expect(() => openSignedData(bytes)).toThrow(expect.objectContaining({ code: 'ERR_CMS_SIGNATURE_WRONG' }) as Error);
  });

  test('that fails is told with its own error as cause', async () => {
    const throttled = new Error('too many requests');
    for (const answer of [
      () => Promise.reject(throttled),
      () => {
        throw throttled;
      },
    ]) {
      const error = await errorOf(signContent(plist, remote(answer)));
      expect(isProfilewrightError(error, 'ERR_CMS_SIGNER_FAILED') && error.cause).toBe(throttled);
      expect(String(error)).not.toContain('too many requests');
    }
  });

  test('that is slow and repeats what was throttled is waited for', async () => {
    let calls = 0;
    const answer = async (input: SigningInput): Promise<Uint8Array> => {
      calls += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return calls < 3 ? answer(input) : sound(input);
    };
    expect(openSignedData(await signContent(plist, remote(answer))).content).toEqual(plist);
    expect(calls).toBe(3);
  });

  test('that answers with a text is a mistake in the program', async () => {
    const answer = (() => Promise.resolve('c2ln')) as unknown as Signer['sign'];
    expect(await errorOf(signContent(plist, remote(answer)))).toBeInstanceOf(TypeError);
  });
});

describe('an AbortSignal', () => {
  test('ends the wait for a signer that does not listen, with its own reason', async () => {
    const controller = new AbortController();
    const reason = new Error('the request was closed');
    const promise = signContent(plist, remote(never), { signal: controller.signal });
    controller.abort(reason);
    expect(await errorOf(promise)).toBe(reason);
  });

  test('is handed to the signer, whose own error about it is not the one that is told', async () => {
    const controller = new AbortController();
    const answer: Signer['sign'] = (_, options) =>
      new Promise((__, reject) => options?.signal?.addEventListener('abort', () => reject(new Error('socket closed'))));
    const promise = signContent(plist, remote(answer), { signal: controller.signal });
    controller.abort();
    expect(await errorOf(promise)).toMatchObject({ name: 'AbortError' });
  });

  test('that has aborted before keeps the signer from being asked', async () => {
    let asked = false;
    const answer = (input: SigningInput): Promise<Uint8Array> => ((asked = true), Promise.resolve(sound(input)));
    const promise = signContent(plist, remote(answer), { signal: AbortSignal.abort('enough') });
    expect(await errorOf(promise)).toBe('enough');
    expect(asked).toBe(false);
  });

  test('that never aborts is let go of', async () => {
    const listeners = new Set<unknown>();
    const signal = {
      aborted: false,
      addEventListener: (_: string, listener: unknown) => void listeners.add(listener),
      removeEventListener: (_: string, listener: unknown) => void listeners.delete(listener),
    };
    const bytes = await signContent(plist, await inMemory(local), { signal });
    expect(openSignedData(bytes).content).toEqual(plist);
    expect(listeners.size).toBe(0);
  });
});
