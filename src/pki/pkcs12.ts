import { createHmac, timingSafeEqual } from 'node:crypto';
import { octetsOf, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { contentTypes, readContentInfo } from '../asn1/content-info.js';
import { loadForge } from '../asn1/forge.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { binaryOf, countOf, oidOf } from './password-encryption.js';
import { SafeReader, type Pkcs12Content } from './pkcs12-safe.js';

export interface ReadPkcs12Options {
  readonly passphrase: string;
  /** 500,000 unless given. */
  readonly maxMacIterations?: number;
  /** 2,000,000 unless given. */
  readonly maxEncryptionIterations?: number;
}

const MAX_BYTES = 16 * 1024 * 1024;

const macHashes: Readonly<Record<string, 'sha1' | 'sha256' | 'sha384' | 'sha512'>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const digestLengths = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;

/**
 * Reads a PKCS#12 file (RFC 7292) that is protected with a password. Iteration counts are read, and bounded, before any
 * of them is run, also where one stands inside something encrypted. The MAC is checked before anything is decrypted.
 *
 * @throws ProfilewrightError `ERR_PKCS12_*`, `ERR_INPUT_TOO_LARGE`, and what reading its certificates throws
 */
export function readPkcs12(bytes: Uint8Array, options: ReadPkcs12Options): Pkcs12Content {
  const [version, authSafe, macData, ...others] = readPfx(bytes).children;
  if (universalTag(version) !== 2 || authSafe === undefined || others.length > 0) return refuse('it is not a PFX');
  if (macData === undefined) throw new ProfilewrightError('ERR_PKCS12_NO_MAC', {});
  const { contentType, content } = readContentInfo(authSafe);
  if (contentType !== contentTypes.data) throw new ProfilewrightError('ERR_PKCS12_ALGORITHM', { found: contentType });
  if (universalTag(content) !== 4) return refuse('the AuthenticatedSafe is no OCTET STRING');
  const safes = readBer(octetsOf(content), { what: 'the PKCS#12 file' });
  const reader = new SafeReader(options.maxEncryptionIterations ?? 2_000_000);
  for (const safe of safes.children) reader.check(safe);
  const password = verifyMac(octetsOf(content), macData, options);
  for (const safe of safes.children) reader.readSafe(safe, password);
  return reader.result();
}

function readPfx(bytes: Uint8Array): BerValue {
  if (bytes.length > MAX_BYTES) {
    const details = { what: 'the PKCS#12 file', bytes: bytes.length, maxBytes: MAX_BYTES };
    throw new ProfilewrightError('ERR_INPUT_TOO_LARGE', details);
  }
  if (bytes.length === 0) throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the PKCS#12 file' });
  if (bytes[0] !== 0x30) return refuse('it does not begin with a SEQUENCE');
  return readBer(bytes, { what: 'the PKCS#12 file' });
}

/**
 * `MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER DEFAULT 1 }`. Returns the form of the
 * password that fits: writers disagree on whether the empty one is empty or not there.
 */
function verifyMac(content: Uint8Array, macData: BerValue, options: ReadPkcs12Options): string | null {
  const [digestInfo, saltValue, iterationsValue] = macData.children;
  const [identifier, expectedValue] = digestInfo?.children ?? [];
  const oid = oidOf(identifier);
  const hash = oid !== undefined && Object.hasOwn(macHashes, oid) ? macHashes[oid] : undefined;
  if (hash === undefined) throw new ProfilewrightError('ERR_PKCS12_ALGORITHM', { found: `MAC ${oid ?? 'unknown'}` });
  const iterations = iterationsValue === undefined ? 1 : (countOf(iterationsValue) ?? 'zero or unreadable');
  const maximum = options.maxMacIterations ?? 500_000;
  if (typeof iterations !== 'number' || iterations > maximum) {
    throw new ProfilewrightError('ERR_PKCS12_ITERATIONS', { what: 'MAC', iterations, maximum });
  }
  const [expected, salt] = [expectedValue, saltValue].map((value) =>
    value && universalTag(value) === 4 ? octetsOf(value) : undefined,
  );
  if (salt === undefined || expected?.length !== digestLengths[hash]) return refuse('its MAC is of another form');
  const { md, pbe, util } = loadForge();
  const fits = (password: string | null): boolean => {
    const length = digestLengths[hash];
    const digest = md[hash]?.create() ?? refuse('its MAC cannot be computed');
    const key = pbe.generatePkcs12Key(password, util.createBuffer(binaryOf(salt)), 3, iterations, length, digest);
    const mac = createHmac(hash, Buffer.from(key.bytes(), 'latin1')).update(content).digest();
    return timingSafeEqual(mac, expected);
  };
  if (fits(options.passphrase)) return options.passphrase;
  if (options.passphrase === '' && fits(null)) return null;
  throw new ProfilewrightError('ERR_PKCS12_UNREADABLE', {});
}

function refuse(reason: string): never {
  throw new ProfilewrightError('ERR_PKCS12_MALFORMED', { reason });
}
