import { types } from 'node:util';
import { copyBytes } from '../asn1/der.js';
import { orderChain } from '../cms/order-chain.js';
import { Secret } from '../diagnostics/secret.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Issue } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';
import type { Pkcs12Limits } from '../pki/iteration-budget.js';
import { openIdentity } from '../pki/open-identity.js';
import type { Pkcs12KeyPair } from '../pki/pkcs12-content.js';
import { diagnosePkcs12 } from '../trust/pkcs12/diagnose-pkcs12.js';
import { identityKind } from './identity-kind.js';
import { pkcs12LimitOptions } from './pkcs12-options.js';
import {
  booleanOption,
  bytesArgument,
  readOptions,
  requiredOption,
  stringOption,
  type OptionReaders,
} from './read-options.js';
import { isSecret } from './request-options.js';

/** An identity that travels in a PKCS#12 file: key, certificate and chain. Nothing of it shows key or password. */
export interface Pkcs12Identity {
  readonly [identityKind]: 'pkcs12';
  readonly certificate: Certificate;
  /** The certificates beside it, issuers first. */
  readonly chain: readonly Certificate[];
  readonly friendlyName?: string;
  /** The file as it was given, byte for byte. */
  readonly container: Secret<Bytes>;
  /** Only there when it shall stand in the profile too. */
  readonly password?: Secret<string>;
  /** AllowAllAppsAccess, on macOS. */
  readonly allowAllAppsAccess?: boolean;
  /** KeyIsExtractable, on macOS. */
  readonly keyIsExtractable?: boolean;
  /** What devices object to in the file; where that is, depends on the profile. */
  readonly issues: readonly Issue[];
}

export interface Pkcs12IdentityOptions extends Pkcs12Limits {
  /** The one that the file is protected with. It is used now, and not kept unless `embedPassword` says so. */
  readonly password: string;
  /**
   * Puts the password into the profile, so that nobody has to enter it. Whoever can read the profile can then use the key:
   * encrypt it for the device, or deliver it to one device over TLS. False unless given.
   */
  readonly embedPassword?: boolean;
  /** AllowAllAppsAccess: lets every app on a Mac use the key. False on the device unless given. */
  readonly allowAllAppsAccess?: boolean;
  /** KeyIsExtractable: lets the user of a Mac export the key. True on the device unless given. */
  readonly keyIsExtractable?: boolean;
}

const identityOptions: OptionReaders<Pkcs12IdentityOptions> = {
  password: stringOption,
  embedPassword: booleanOption,
  allowAllAppsAccess: booleanOption,
  keyIsExtractable: booleanOption,
  ...pkcs12LimitOptions,
};

/**
 * Makes an identity of a PKCS#12 file: it is opened now, its MAC is checked, and it has to hold exactly one private key,
 * with the certificate of that key. The file goes into a profile byte for byte; {@link convertPkcs12} makes one that older systems
 * read. Its password must be ASCII or well-formed Unicode without NUL.
 *
 * @throws ProfilewrightError `ERR_PKCS12_*`, `ERR_KEY_MISMATCH`, `ERR_KEY_MALFORMED`, `ERR_INPUT_EMPTY`, `ERR_INPUT_TOO_LARGE`, and for a certificate in it that
 * cannot be read; neither password nor key are part of any
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const identity = pkcs12Identity(readFileSync('mail.p12'), { password: process.env.P12_PASSWORD ?? '' });
 */
export function pkcs12Identity(p12: Uint8Array, options: Pkcs12IdentityOptions): Pkcs12Identity {
  const given = readOptions('options', options, identityOptions);
  const { password, embedPassword = false, allowAllAppsAccess, keyIsExtractable, ...limits } = given;
  requiredOption('options.password', password);
  const container = copyBytes(bytesArgument('p12', p12));
  const { facts, pair } = openIdentity(container, password, limits);
  const friendlyName = pair.keyAttributes.friendlyName ?? pair.certificate.friendlyName;
  const identity: Pkcs12Identity = {
    [identityKind]: 'pkcs12',
    certificate: pair.certificate.certificate,
    chain: Object.freeze(listChain(pair)),
    ...(friendlyName === undefined ? {} : { friendlyName }),
    container: new Secret(container),
    ...(embedPassword ? { password: new Secret(password) } : {}),
    ...(allowAllAppsAccess === undefined ? {} : { allowAllAppsAccess }),
    ...(keyIsExtractable === undefined ? {} : { keyIsExtractable }),
    issues: Object.freeze(diagnosePkcs12(facts)),
  };
  return Object.freeze(identity);
}

/** The issuers in their order, then whatever else there is. */
function listChain({ certificate: { certificate }, others }: Pkcs12KeyPair): Certificate[] {
  const pool = others.map((other) => other.certificate);
  const [, ...issuers] = orderChain(certificate, pool);
  return [
    ...issuers,
    ...pool.filter(
      (other) => !issuers.includes(other) && other.fingerprints.sha256 !== certificate.fingerprints.sha256,
    ),
  ];
}

/**
 * A copy of such an identity.
 *
 * @throws TypeError that begins with `name` when it lacks a part that it was made with
 */
export function readPkcs12Identity(name: string, copy: Pkcs12Identity): Pkcs12Identity {
  const { certificate, container, password, issues } = copy as Partial<Pkcs12Identity>;
  const hasFile = isSecret(container) && types.isUint8Array(container.reveal());
  const hasPassword = password === undefined || (isSecret(password) && typeof password.reveal() === 'string');
  const isWhole =
    hasFile && hasPassword && Array.isArray(issues) && typeof certificate?.fingerprints.sha256 === 'string';
  if (!isWhole) throw new TypeError(`${name} lacks a part of what pkcs12Identity() made`);
  return Object.freeze({ ...copy });
}
