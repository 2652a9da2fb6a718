import { now } from '../device/clock.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificates, type CertificateInput } from '../pki/read-certificates.js';
import { assembleProfile } from '../profile/assemble-profile.js';
import { createProfile } from '../profile/create-profile.js';
import type { PayloadDraft } from '../profile/payload-draft.js';
import { draftCertificatePayload, type CertificatePayloadType } from '../profile/payloads/certificate-payload.js';
import { draftPayload } from '../profile/payloads/payload.js';
import { identityKind } from '../profile/identity-kind.js';
import { readIdentity, type Identity } from '../profile/identity.js';
import { mergeIdentities } from '../profile/merge-identities.js';
import type { PayloadInput } from '../profile/payload-input.js';
import type { Pkcs12Identity } from '../profile/pkcs12-identity.js';
import { draftIdentityPayload } from '../profile/payloads/identity-payload.js';
import type { CertificatePayloadOptions, PayloadOptions, Profile, ProfileOptions } from '../profile/profile.js';
import { readOptions } from '../profile/read-options.js';
import { isPayloadTypeDefinition, type PayloadTypeDefinition } from '../schema/define-payload-type.js';
import type { PayloadType } from '../schema/generated/payload-content.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';
import {
  assertOneNamed,
  buildOptions,
  certificateOptions,
  payloadOptions,
  profileOptions,
  rootOptions,
  sharedOptions,
  type AddCertificateOptions,
  type BuildOptions,
} from './builder-options.js';
import { PayloadMethods } from './payload-methods.js';

export type { AddCertificateOptions, BuildOptions } from './builder-options.js';

/**
 * Puts a configuration profile together. Every `add*` keeps a copy of what it is given and returns the builder; `build()`
 * may be called more than once. What has no method of its own is added with `addPayload`.
 *
 * @example
 * const profile = new ProfileBuilder({ organization: 'Lab' }).addRootCA(pem).build();
 * writeFileSync('lab-root.mobileconfig', profile.toBytes());
 */
export class ProfileBuilder extends PayloadMethods {
  readonly #options: ProfileOptions;
  readonly #drafts: PayloadDraft[] = [];
  /** Where the drafts of certificates and identities stand, with their options, by what tells them apart. */
  readonly #added = new Map<string, { readonly index: number; readonly options: CertificatePayloadOptions }>();
  readonly #payloadTypes: PayloadTypeDefinition[] = [];

  /** @throws TypeError when an option is unknown or of another type */
  constructor(options: ProfileOptions = {}) {
    super();
    this.#options = readOptions('options', options, profileOptions);
  }

  /**
   * Adds roots that the device shall trust. Self-signed CAs become `com.apple.security.root` payloads, the intermediates
   * beside them `com.apple.security.pkcs1` payloads, of which only `description` and `organization` are taken from the
   * options. What is not fit to be a root is told by {@link ProfileBuilder.build}. Adding a certificate again changes
   * the options that are given.
   *
   * @throws ProfilewrightError at once for what is no certificate: a private key, PKCS#12, a request ... (see {@link readCertificates});
   * `ERR_CERTIFICATE_COUNT` when an option that names one payload is given for several roots
   * @throws TypeError when an option is unknown or of another type
   */
  addRootCA(input: CertificateInput, options: CertificatePayloadOptions = {}): this {
    const given = readOptions('options', options, rootOptions);
    const certificates = readCertificates(input);
    const roots = certificates.filter(({ role }) => role === 'root');
    assertOneNamed(given, roots.length > 0 ? roots : certificates);
    for (const certificate of certificates) {
      const isRoot = roots.length === 0 || certificate.role === 'root';
      const isCompanion = !isRoot && certificate.role === 'intermediate';
      this.#addCertificatePayload(
        isCompanion ? 'com.apple.security.pkcs1' : 'com.apple.security.root',
        certificate,
        isRoot ? given : sharedOptions(given),
      );
    }
    return this;
  }

  /**
   * Adds certificates of any role as they are, byte for byte. Adding a certificate again changes the options that are
   * given.
   *
   * @throws ProfilewrightError at once for what is no certificate (see {@link readCertificates}); `ERR_CERTIFICATE_COUNT`
   * when an option that names one payload is given for several certificates
   * @throws TypeError when an option is unknown or of another type
   */
  addCertificate(input: CertificateInput, options: AddCertificateOptions = {}): this {
    const { format, ...given } = readOptions('options', options, certificateOptions);
    const certificates = readCertificates(input);
    assertOneNamed(given, certificates);
    const type = format === 'pem' ? 'com.apple.security.pem' : 'com.apple.security.pkcs1';
    for (const certificate of certificates) this.#addCertificatePayload(type, certificate, given);
    return this;
  }

  /**
   * Adds an identity. One that another payload refers to is added by itself; this is for one that apps shall find, and for
   * the options of its payload. Adding an identity again changes the options that are given.
   *
   * @throws ProfilewrightError `ERR_IDENTITY_OPTIONS` when it is a copy of one that contradicts it
   * @throws TypeError when it is no identity, or an option is unknown or of another type
   */
  addIdentity(identity: Pkcs12Identity, options?: CertificatePayloadOptions): this;
  addIdentity(identity: Identity, options?: PayloadOptions): this;
  addIdentity(identity: Identity, options: CertificatePayloadOptions = {}): this {
    const given = readOptions('options', options, rootOptions);
    const value = readIdentity(identity, 'identity');
    if (given.fileName !== undefined && value[identityKind] !== 'pkcs12') {
      throw new TypeError('options.fileName is for the file of a PKCS#12 identity');
    }
    const { key } = draftIdentityPayload(value).identity;
    const before = this.#drafts.find((draft) => draft.identity?.key === key)?.identity?.value;
    const whole = before === undefined ? value : mergeIdentities(before, value);
    this.#addOnce(key, given, (merged) => draftIdentityPayload(whole, merged));
    return this;
  }

  /**
   * Adds a payload of any type. `content` holds Apple's keys as Apple spells them; bytes are `Uint8Array`s, whole
   * `<real>`s are made with `real()`. The compiler knows the keys of every type that Apple documents and of those that
   * {@link definePayloadType} describes; a payload of another type may hold anything. PayloadDisplayName and the like may
   * stand in it, unless the options say otherwise. The keys are written in their order, which the derived UUID depends on.
   *
   * Where a key of Apple's names a certificate or an identity by its UUID, the `Certificate` or `Identity` itself may be
   * written: it is embedded once, whatever else refers to it, and the UUID of its payload is written.
   *
   * @throws ProfilewrightError `ERR_PLIST_VALUE`, `ERR_PLIST_LIMIT` for a value that a property list cannot hold,
   * `ERR_REFERENCE_KIND`, `ERR_REFERENCE_PLACE` for a certificate or an identity where another one is meant, or none, with
   * its pointer in `content`
   * @throws TypeError when an argument is of another type
   */
  override addPayload<Type extends PayloadType | PayloadTypeDefinition | (string & {})>(
    type: Type,
    content: PayloadInput<Type>,
    options: PayloadOptions = {},
  ): this {
    const given = readOptions('options', options, payloadOptions);
    const definition = isPayloadTypeDefinition(type) ? type : undefined;
    this.#drafts.push(draftPayload(definition?.type ?? (type as string), content, given));
    if (definition !== undefined) this.#payloadTypes.push(definition);
    return this;
  }

  /**
   * Puts the profile together and validates it. The same calls give the same bytes.
   *
   * @throws ProfilewrightError `ERR_PROFILE_INVALID` with all issues when one of them is an error; `ERR_PLIST_VALUE` for
   * an option that a property list cannot hold, with its pointer in the profile; `ERR_IDENTITY_OPTIONS` for copies of an
   * identity that contradict each other
   * @throws TypeError when an option is unknown or of another type
   */
  build(options: BuildOptions = {}): Profile {
    const { at = now(), ...given } = readOptions('options', options, buildOptions);
    const { dictionary, xml, drafts } = assembleProfile(this.#drafts, this.#options);
    const certificates = drafts.flatMap(({ certificate }) => certificate ?? []);
    const identities = drafts.flatMap(({ identity }) =>
      identity?.value[identityKind] === 'pkcs12' ? identity.value : [],
    );
    const payloadTypes = this.#payloadTypes;
    const judged = { at, ...given, as: 'author', certificates, identities, payloadTypes } as const;
    const issues = validateProfileDictionary(dictionary, judged);
    if (issues.some(({ severity }) => severity === 'error'))
      throw new ProfilewrightError('ERR_PROFILE_INVALID', { issues });
    return createProfile(dictionary, xml, issues);
  }

  #addCertificatePayload(
    type: CertificatePayloadType,
    certificate: Certificate,
    options: CertificatePayloadOptions,
  ): void {
    const key = `${type} ${certificate.fingerprints.sha256}`;
    this.#addOnce(key, options, (merged) => draftCertificatePayload(type, certificate, merged));
  }

  #addOnce(
    key: string,
    options: CertificatePayloadOptions,
    draft: (options: CertificatePayloadOptions) => PayloadDraft,
  ): void {
    const known = this.#added.get(key);
    const index = known?.index ?? this.#drafts.length;
    const merged = { ...known?.options, ...options };
    this.#drafts[index] = draft(merged);
    this.#added.set(key, { index, options: merged });
  }
}
