import { describe, expect, test } from 'vitest';
import { derivePkcs12Key, type Pkcs12Derivation } from '../../../src/pki/pkcs12-kdf.js';

const hex = (digits: string): Uint8Array => Buffer.from(digits, 'hex');

/** The first four are in the test suite of OpenSSL; all were computed with `openssl kdf PKCS12KDF` of OpenSSL 3.0. */
const vectors: readonly [string, Omit<Pkcs12Derivation, 'length'>, string][] = [
  [
    'smeg',
    { purpose: 'key', hash: 'sha1', salt: hex('0A58CF64530D823F'), iterations: 1 },
    '8AAAE6297B6CB04642AB5B077851284EB7128F1A2A7FBCA3',
  ],
  ['smeg', { purpose: 'iv', hash: 'sha1', salt: hex('0A58CF64530D823F'), iterations: 1 }, '79993DFE048D3B76'],
  [
    'smeg',
    { purpose: 'mac', hash: 'sha1', salt: hex('3D83C0E4546AC140'), iterations: 1 },
    '8D967D88F6CAA9D714800AB3D48051D63F73A312',
  ],
  [
    'queeg',
    { purpose: 'key', hash: 'sha1', salt: hex('05DEC959ACFF72F7'), iterations: 1000 },
    'ED2034E36328830FF09DF1E1A07DD357185DAC0D4F9EB3D4',
  ],
  [
    'queeg',
    { purpose: 'key', hash: 'sha256', salt: hex('05DEC959ACFF72F7'), iterations: 3 },
    '6E0B617833E1997BD886FA2CB5D55C64A133D3202DAECDA2B86836615FEF8F863D6C81392749C85876070259632C4965E840DE63FA52327B072BFCE416B156ED13C517BFC38FE363DF2BB213E23B3F5342085CFE403EA62D9FC65B3231C2A6EF43102C4D',
  ],
  [
    'ü€',
    {
      purpose: 'mac',
      hash: 'sha384',
      salt: hex('0102030405060708090A0B0C0D0E0F101112131415161718'),
      iterations: 2,
    },
    '8F79C2D25085CB29A59D7FC717F4F59CE8D6A4A0EA5ECD9D4030B1B976FD86731C3B5B11EBBC641E3DB46288481BA4442491DA6919C722758DFE062BA931953DFC3D139A09FA4658216E0DF474A9C5AECCC59591080AC601686FF9ED9C124F9BA8F4AA45',
  ],
  [
    'queeg',
    { purpose: 'iv', hash: 'sha512', salt: hex('05DEC959ACFF72F7'), iterations: 2 },
    'A3D664C3FDCE26EDCFA754466B842D5D513176CDB57546C57C15B9D5939C65A217205639521ECC5E1DBB9B6641F2F18FCB38BECBBF07DA1E0B666B94CD1D715E71216D2077DA7CD8141E699EE8CEFDDF688FF2A93B15C9B3A90619AE6CD03D600F9F3A2142D9182DBA79BF33810A7CF4B00ABF62BE6F1C598C192D61207A7C0B6475',
  ],
  [
    '',
    { purpose: 'key', hash: 'sha224', salt: hex('05'), iterations: 2 },
    '1A1F4A6FCF8EA5107086467592026A51134871ED24A7DFD4D2C307C32B6E',
  ],
];

describe('derivePkcs12Key', () => {
  test.each(vectors)('derives from "%s" with %j what OpenSSL does', (password, derivation, expected) => {
    const derived = derivePkcs12Key(password, { ...derivation, length: expected.length / 2 });
    expect(Buffer.from(derived).toString('hex').toUpperCase()).toBe(expected);
  });

  test('tells the missing password from the empty one', () => {
    const derivation = { purpose: 'mac', hash: 'sha1', salt: hex('05'), iterations: 2, length: 20 } as const;
    expect(derivePkcs12Key(null, derivation)).not.toEqual(derivePkcs12Key('', derivation));
  });
});
