import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePemBody, encodePem, findPrivateKeyLine, readPemBlocks } from '../../../src/pki/pem.js';

const body = Buffer.from('certificate').toString('base64');
const block = (label: string, eol = '\n'): string =>
  `-----BEGIN ${label}-----${eol}${body}${eol}-----END ${label}-----${eol}`;

describe('readPemBlocks', () => {
  test.each(['\n', '\r\n', '\r'])('names the line of each block when lines end with %j', (eol) => {
    const text = `Subject: CN=Lab${eol}${eol}${block('CERTIFICATE', eol)}between${eol}${block('X509 CRL', eol)}after`;
    expect(readPemBlocks(text).map(({ label, line }) => [label, line])).toEqual([
      ['CERTIFICATE', 3],
      ['X509 CRL', 7],
    ]);
  });

  test.each([
    ['never ends', `first\n-----BEGIN CERTIFICATE-----\n${body}\n`, 2],
    ['never ends', `-----BEGIN CERTIFICATE-----\n${body}\n${block('CERTIFICATE')}`, 1],
    ['ends with another label', `-----BEGIN CERTIFICATE-----\n${body}\n-----END X509 CRL-----`, 1],
    ['has no complete BEGIN line', '\n\n-----BEGIN CERTIFICATE\nabc', 3],
    ['has no complete BEGIN line', '-----BEGIN CERTIFICATE\nabc\n-----END CERTIFICATE-----', 1],
  ])('a block that %s is refused with its line', (reason, text, line) => {
    expect(() => readPemBlocks(text)).toThrow(
      expect.objectContaining({
        code: 'ERR_PEM_MALFORMED',
        details: expect.objectContaining({ line, reason: expect.stringContaining(reason) as string }) as object,
      }) as Error,
    );
  });

  test.each([
    `-----BEGIN PRIVATE KEY\n${body}\n-----END PRIVATE KEY-----`,
    `-----BEGIN PRIVATE KEY ${body}-----END PRIVATE KEY-----`,
    `-----BEGIN ${body} PRIVATE KEY-----`,
    `-----END ${body}-----`,
  ])('a label in a message is never more than a label: %j', (text) => {
    const found: unknown[] = [];
    try {
      readPemBlocks(text);
    } catch (error) {
      found.push(error);
    }
    expect(found).toEqual([expect.objectContaining({ code: 'ERR_PEM_MALFORMED' })]);
    expect(String(found[0]) + JSON.stringify(found)).not.toContain(body);
    expect(findPrivateKeyLine(text)?.label ?? '').not.toContain(body.toUpperCase());
  });

  test('takes time in proportion to the text, however many markers it holds', () => {
    // Half a million opening markers: a scanner that starts over at each of them would look at 10^11 characters.
    const text = '-----BEGIN A-----'.repeat(500_000);
    expect(() => readPemBlocks(text)).toThrow(expect.objectContaining({ code: 'ERR_PEM_MALFORMED' }) as Error);
    expect(readPemBlocks(block('A').repeat(20_000)).at(-1)?.line).toBe(59_998);
  });
});

describe('decodePemBody', () => {
  const decode = (text: string) => readPemBlocks(`-----BEGIN A-----${text}-----END A-----`).map(decodePemBody);

  test.each([`\n${body}\n`, body, `\r\n${body.slice(0, 4)}\t \r\n${body.slice(4)}`])('decodes %j', (text) => {
    expect(Buffer.from(decode(text)[0] ?? []).toString()).toBe('certificate');
  });

  test.each([
    ['is empty', '\n\n', 1],
    ['not base64', '\nY2Vy\nY2*y\n', 3],
    ['not base64', '\nY2VydA\n', 3],
    ['not base64', '\nY=Vy\n', 2],
    ['in place of line ends', '\\nY2Vy\\n', 1],
  ])('a body that %s is refused with the line: %j', (reason, text, line) => {
    expect(() => decode(text)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ line, reason: expect.stringContaining(reason) as string }) as object,
      }) as Error,
    );
  });

  test('what encodePem writes comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        const text = encodePem('CERTIFICATE', bytes);
        expect(text.split('\n').every((line) => line.length <= 64)).toBe(true);
        expect(readPemBlocks(text).map(decodePemBody)).toEqual([bytes]);
      }),
    );
  });
});

describe('findPrivateKeyLine', () => {
  test.each([
    ['PRIVATE KEY', block('PRIVATE KEY'), 1],
    ['RSA PRIVATE KEY', `${block('CERTIFICATE')}${block('RSA PRIVATE KEY')}`, 4],
    ['ENCRYPTED PRIVATE KEY', `text\r\n# -----begin encrypted private key-----`, 2],
    ['SSH2 ENCRYPTED PRIVATE KEY', '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----', 1],
    ['PGP PRIVATE KEY', '-----BEGIN PGP PRIVATE KEY BLOCK-----', 1],
    ['PuTTY private key', '\nPuTTY-User-Key-File-3: ssh-rsa', 2],
  ])('finds %s', (label, text, line) => {
    expect(findPrivateKeyLine(text)).toEqual({ label, line });
  });

  test('is not alarmed by a comment that only speaks of private keys', () => {
    expect(findPrivateKeyLine(`the private key stays on the server\n${block('CERTIFICATE')}`)).toBeUndefined();
  });
});
