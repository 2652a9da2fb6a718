import { describe, expect, test } from 'vitest';
import { openSignedData } from '../../../src/cms/open.js';
import { leaf, rootCA } from '../../support/authorities.js';
import { ascii } from '../../support/der.js';
import { signedMessage } from '../../support/signed-message.js';
import { today } from '../../support/time-value.js';

const plist = ascii('<?xml version="1.0"?><plist version="1.0"><dict/></plist>');
const root = rootCA();
const signer = leaf(root);

// Which messages are opened and which are refused says the table in test/vectors/cms-messages, with openssl as referee.
describe('openSignedData', () => {
  test('opens a message and gives content, signer, certificates and time', () => {
    const opened = openSignedData(signedMessage({ signer, content: plist, certificates: [root.der, signer.der] }));
    expect(opened.content).toEqual(plist);
    expect(opened.signer.raw).toEqual(signer.der);
    expect(opened.certificates.map(({ raw }) => raw)).toEqual([root.der, signer.der]);
    expect(opened.signingTime).toEqual(today);
    expect(opened).toMatchObject({ digestAlgorithm: 'SHA-256', signatureAlgorithm: 'ecdsa-with-SHA256', issues: [] });
  });

  test.each([
    ['empty content', new Uint8Array()],
    ['content of a megabyte', new Uint8Array(1 << 20).fill(60)],
  ])('opens %s', (_, content) => {
    expect(Buffer.compare(openSignedData(signedMessage({ signer, content })).content, content)).toBe(0);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['an XML property list', plist],
    ['a certificate', signer.der],
  ])('refuses %s, as not signed', (_, bytes) => {
    expect(() => openSignedData(bytes)).toThrow(expect.objectContaining({ code: 'ERR_CMS_NOT_SIGNED' }) as Error);
  });

  test('gives what does not change with the input', () => {
    const bytes = signedMessage({ signer, content: plist });
    const { content, signer: found } = openSignedData(bytes);
    bytes.fill(0);
    expect(content).toEqual(plist);
    expect(found.raw).toEqual(signer.der);
  });
});
