import { createCipheriv, createHmac, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openTls13Flight } from '../../../src/live/tls13-flight.js';
import { concat } from '../../support/der.js';
import { message, record, recordTypes, serverHello } from './tls-bytes.js';

/** RFC 8448 section 3: the server_handshake_traffic_secret, and the record with EncryptedExtensions up to Finished. */
const simpleHandshake = {
  suite: 'TLS_AES_128_GCM_SHA256',
  secret: Buffer.from('b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38', 'hex'),
  record: Buffer.from(
    '17030302a2d1ff334a56f5bff6594a07cc87b580233f500f45e489e7f33af35edf7869fcf40aa40aa2b8ea73f848a7ca' +
      '07612ef9f945cb960b4068905123ea78b111b429ba9191cd05d2a389280f526134aadc7fc78c4b729df828b5ecf7b13b' +
      'd9aefb0e57f271585b8ea9bb355c7c79020716cfb9b1183ef3ab20e37d57a6b9d7477609aee6e122a4cf51427325250c' +
      '7d0e509289444c9b3a648f1d71035d2ed65b0e3cdd0cbae8bf2d0b227812cbb360987255cc744110c453baa4fcd61092' +
      '8d809810e4b7ed1a8fd991f06aa6248204797e36a6a73b70a2559c09ead686945ba246ab66e5edd8044b4c6de3fcf2a8' +
      '9441ac66272fd8fb330ef8190579b3684596c960bd596eea520a56a8d650f563aad27409960dca63d3e688611ea5e22f' +
      '4415cf9538d51a200c27034272968a264ed6540c84838d89f72c24461aad6d26f59ecaba9acbbb317b66d902f4f292a3' +
      '6ac1b639c637ce343117b659622245317b49eeda0c6258f100d7d961ffb138647e92ea330faeea6dfa31c7a84dc3bd7e' +
      '1b7a6c7178af36879018e3f252107f243d243dc7339d5684c8b0378bf30244da8c87c843f5e56eb4c5e8280a2b48052c' +
      'f93b16499a66db7cca71e4599426f7d461e66f99882bd89fc50800becca62d6c74116dbd2972fda1fa80f85df881edbe' +
      '5a37668936b335583b599186dc5c6918a396fa48a181d6b6fa4f9d62d513afbb' +
      '992f2b992f67f8afe67f76913fa388cb5630c8ca01e0c65d11c66a1e2ac4c85977b7c7a6999bbf10dc35ae69f5515614' +
      '636c0b9b68c19ed2e31c0b3b66763038ebba42f3b38edc0399f3a9f23faa63978c317fc9fa66a73f60f0504de93b5b84' +
      '5e275592c12335ee340bbc4fddd502784016e4b3be7ef04dda49f4b440a30cb5d2af939828fd4ae3794e44f94df5a631' +
      'ede42c1719bfdabf0253fe5175be898e750edc53370d2b',
    'hex',
  ),
};

const clear = record(recordTypes.handshake, serverHello());

describe('the handshake of RFC 8448', () => {
  test('opens, and holds the certificate that its own key has signed', () => {
    const { suite, secret, record: encrypted } = simpleHandshake;
    const certificates = openTls13Flight({ received: concat(clear, encrypted), secret, suite });
    const [certificate] = (certificates ?? []).map((der) => new X509Certificate(der));
    expect(certificates).toHaveLength(1);
    expect(certificate?.subject).toBe('CN=rsa');
    expect(certificate?.verify(certificate.publicKey)).toBe(true);
  });

  test.each<[what: string, change: Partial<typeof simpleHandshake>]>([
    ['another secret', { secret: Buffer.alloc(32) }],
    ['another cipher', { suite: 'TLS_CHACHA20_POLY1305_SHA256' }],
    ['a cipher that is not known', { suite: 'TLS_AES_128_CCM_SHA256' }],
    ['half of the record', { record: simpleHandshake.record.subarray(0, 300) }],
    ['no record', { record: Buffer.alloc(0) }],
    [
      'a bit flipped',
      { record: Buffer.from(simpleHandshake.record.map((octet, at) => (at === 99 ? octet ^ 1 : octet))) },
    ],
  ])('does not open with %s', (_, change) => {
    const { suite, secret, record: encrypted } = { ...simpleHandshake, ...change };
    expect(openTls13Flight({ received: concat(clear, encrypted), secret, suite })).toBeUndefined();
  });
});

const secret = Buffer.alloc(48, 7);

/** RFC 8446 section 7.1, written once more. */
function expandLabel(label: string, length: number): Buffer {
  const text = `tls13 ${label}`;
  const info = concat(Uint8Array.of(0, length, text.length), Buffer.from(text), Uint8Array.of(0, 1));
  return createHmac('sha384', secret).update(info).digest().subarray(0, length);
}

/** The record with this number, of the inner type given, with three octets of padding; RFC 8446 section 5.2. */
function sealed(number: number, content: Uint8Array, type: number = recordTypes.handshake): Uint8Array {
  const nonce = Buffer.from(expandLabel('iv', 12));
  nonce[11] = (nonce[11] ?? 0) ^ number;
  const cipher = createCipheriv('aes-256-gcm', expandLabel('key', 32), nonce);
  const plain = concat(content, Uint8Array.of(type, 0, 0, 0));
  const header = Uint8Array.of(23, 3, 3, (plain.length + 16) >> 8, (plain.length + 16) & 255);
  cipher.setAAD(header);
  return concat(header, cipher.update(plain), cipher.final(), cipher.getAuthTag());
}

const uint = (number: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, index) => (number >> (8 * (size - 1 - index))) & 255);
const entry = (der: Uint8Array, extensions = new Uint8Array()): Uint8Array =>
  concat(uint(der.length, 3), der, uint(extensions.length, 2), extensions);
const certificateMessage = (...entries: readonly Uint8Array[]): Uint8Array => {
  const list = concat(...entries);
  return message(11, concat(uint(2, 1), Uint8Array.of(9, 9), uint(list.length, 3), list));
};
const encryptedExtensions = message(8, Uint8Array.of(0, 0));
const open = (...records: readonly Uint8Array[]): Uint8Array[] | undefined =>
  openTls13Flight({ received: concat(clear, ...records), secret, suite: 'TLS_AES_256_GCM_SHA384' });

describe('the certificates of TLS 1.3', () => {
  const ders = [1, 2, 1].map((octet) => Uint8Array.of(octet, octet));
  const whole = concat(
    encryptedExtensions,
    certificateMessage(...ders.map((der) => entry(der, Uint8Array.of(0, 5, 0, 0)))),
  );

  test('keep their order and their doubles, beside extensions of theirs', () => {
    expect(open(sealed(0, whole))).toEqual(ders);
  });

  test('are read in pieces of any size, each sealed for itself', () => {
    for (const size of [1, 2, 7]) {
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        sealed(index, whole.slice(index * size, (index + 1) * size)),
      );
      expect(open(...pieces)).toEqual(ders);
    }
  });

  test('are 50 at most', () => {
    const many = certificateMessage(...Array.from({ length: 60 }, () => entry(Uint8Array.of(1))));
    expect(open(sealed(0, many))).toHaveLength(50);
  });

  test.each<[what: string, records: readonly Uint8Array[]]>([
    ['an alert comes in their place', [sealed(0, Uint8Array.of(2, 40), recordTypes.alert)]],
    ['the records come in another order', [sealed(1, whole)]],
    ['the list is empty', [sealed(0, certificateMessage())]],
    [
      'the list is longer than it says',
      [sealed(0, message(11, concat(Uint8Array.of(0), uint(3, 3), entry(ders[0]!))))],
    ],
    ['a certificate is longer than the list', [sealed(0, message(11, Uint8Array.of(0, 0, 0, 5, 0, 0, 9, 1, 1)))]],
    ['the message is too short for a list', [sealed(0, message(11, Uint8Array.of(0)))]],
    ['a record is too short for a tag', [Uint8Array.of(23, 3, 3, 0, 4, 1, 2, 3, 4)]],
    ['nothing but zeros is in the record', [sealed(0, new Uint8Array(4), 0)]],
  ])('are not read when %s', (_, records) => {
    expect(open(...records)).toBeUndefined();
  });
});
