import { now } from '../device/clock.js';
import type { RuleLevels } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificates, type CertificateInput } from '../pki/read-certificates.js';
import type { PlistInput } from '../plist/value.js';
import { assembleProfile } from '../profile/assemble-profile.js';
import { createProfile } from '../profile/create-profile.js';
import type { PayloadDraft } from '../profile/payload-draft.js';
import { draftCertificatePayload, type CertificatePayloadType } from '../profile/payloads/certificate-payload.js';
import { draftPayload } from '../profile/payloads/payload.js';
import type { CertificatePayloadOptions, PayloadOptions, Profile, ProfileOptions } from '../profile/profile.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';
import { assertOptions } from './assert-options.js';

/** Options of {@link ProfileBuilder.addCertificate}. */
export interface AddCertificateOptions extends CertificatePayloadOptions {
  /** `der` (the default) writes `com.apple.security.pkcs1`, `pem` writes `com.apple.security.pem`. */
  readonly format?: 'der' | 'pem';
}

export interface BuildOptions {
  /** The time that validity is judged by; now unless given. It changes issues, never bytes. */
  readonly at?: Date;
  /** Levels of single rules; `off` silences one. */
  readonly rules?: RuleLevels;
}

/**
 * Puts a configuration profile together. Every `add*` returns the builder; `build()` may be called more than once.
 *
 * @example
 * const profile = new ProfileBuilder({ organization: 'Lab' }).addRootCA(pem).build();
 * writeFileSync('lab-root.mobileconfig', profile.toBytes());
 */
export class ProfileBuilder {
  readonly #options: ProfileOptions;
  readonly #drafts: PayloadDraft[] = [];

  /** @throws TypeError when an option is unknown or of another type */
  constructor(options: ProfileOptions = {}) {
    assertOptions('options', options, 'profile');
    this.#options = Object.freeze({ ...options });
  }

  /**
   * Adds roots that the device shall trust. Self-signed CAs become `com.apple.security.root` payloads, the intermediates
   * beside them `com.apple.security.pkcs1` payloads. What is not fit to be a root is told by {@link ProfileBuilder.build}.
   *
   * @throws ProfilewrightError at once for what is no certificate: a private key, PKCS#12, a request ... (see {@link readCertificates})
   */
  addRootCA(input: CertificateInput, options: CertificatePayloadOptions = {}): this {
    assertOptions('options', options, 'certificate');
    const certificates = readCertificates(input);
    const hasRoot = certificates.some(({ role }) => role === 'root');
    for (const certificate of certificates) {
      const isCompanion = hasRoot && certificate.role === 'intermediate';
      this.#addCertificatePayload(
        isCompanion ? 'com.apple.security.pkcs1' : 'com.apple.security.root',
        certificate,
        // One file name or identifier cannot serve several payloads: it belongs to the root.
        isCompanion ? {} : options,
      );
    }
    return this;
  }

  /**
   * Adds certificates of any role as they are, byte for byte.
   *
   * @throws ProfilewrightError at once for what is no certificate (see {@link readCertificates})
   */
  addCertificate(input: CertificateInput, { format = 'der', ...options }: AddCertificateOptions = {}): this {
    assertOptions('options', options, 'certificate');
    const type = format === 'pem' ? 'com.apple.security.pem' : 'com.apple.security.pkcs1';
    for (const certificate of readCertificates(input)) this.#addCertificatePayload(type, certificate, options);
    return this;
  }

  /**
   * Adds a payload of any type. `content` holds Apple's keys as Apple spells them; bytes are `Uint8Array`s, whole
   * `<real>`s are made with `real()`.
   */
  addPayload(
    type: string,
    content: Readonly<Record<string, PlistInput | undefined>>,
    options: PayloadOptions = {},
  ): this {
    assertOptions('options', options, 'payload');
    this.#drafts.push(draftPayload(type, content, options));
    return this;
  }

  /**
   * Puts the profile together and validates it. The same calls give the same bytes.
   *
   * @throws ProfilewrightError `ERR_PROFILE_INVALID` with all issues when one of them is an error; `ERR_PLIST_VALUE` for
   * a value that a property list cannot hold
   */
  build({ at = now(), rules = {} }: BuildOptions = {}): Profile {
    const { dictionary, xml } = assembleProfile(this.#drafts, this.#options);
    const certificates = this.#drafts.flatMap(({ certificate }) => certificate ?? []);
    const issues = validateProfileDictionary(dictionary, { at, rules, as: 'author', certificates });
    if (issues.some(({ severity }) => severity === 'error'))
      throw new ProfilewrightError('ERR_PROFILE_INVALID', { issues });
    return createProfile(dictionary, xml, issues);
  }

  #addCertificatePayload(
    type: CertificatePayloadType,
    certificate: Certificate,
    options: CertificatePayloadOptions,
  ): void {
    const isSame = (draft: PayloadDraft): boolean =>
      draft.type === type && draft.certificate?.fingerprints.sha256 === certificate.fingerprints.sha256;
    const index = this.#drafts.findIndex(isSame);
    const draft = draftCertificatePayload(type, certificate, options);
    if (index < 0) this.#drafts.push(draft);
    else if (Object.keys(options).length > 0) this.#drafts[index] = draft;
  }
}
