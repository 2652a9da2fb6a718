import type { Issue } from '../issue.js';
import type { PolicyViolation } from '../policy-violation.js';
import type { ErrorFacts } from './error-facts.js';

export interface ProfileErrorDetails {
  ERR_PROFILE_INVALID: { readonly issues: readonly Issue[] };
  ERR_PROFILE_MALFORMED: { readonly pointer: string; readonly reason: string };
  ERR_PROFILE_ALREADY_SIGNED: Readonly<Record<never, never>>;
  ERR_PROFILE_NOT_ALLOWED: { readonly violations: readonly PolicyViolation[] };
  ERR_PROFILE_MERGE: { readonly keys: readonly string[] };
  ERR_PROFILE_EDIT: { readonly pointer: string; readonly reason: string };
  ERR_PROFILE_EJECT: { readonly pointer: string; readonly reason: string };
  ERR_PROFILE_ENCRYPTED: Readonly<Record<never, never>>;
  ERR_PROFILE_ALREADY_ENCRYPTED: Readonly<Record<never, never>>;
  ERR_PROFILE_NOT_ENCRYPTED: Readonly<Record<never, never>>;
  ERR_REFERENCE_KIND: ReferenceDetails & { readonly expected: readonly string[] };
  ERR_REFERENCE_PLACE: ReferenceDetails & { readonly places: readonly string[] };
  ERR_IDENTITY_OPTIONS: { readonly option: 'allowAllAppsAccess' | 'keyIsExtractable' };
  ERR_IMAGE_FORMAT: { readonly option: string; readonly reason: string };
}

interface ReferenceDetails {
  readonly payloadType: string;
  /** Of the certificate or identity in the content of the payload. */
  readonly pointer: string;
  /** `certificate`, or the kind of the identity. */
  readonly found: string;
}

/** The things that a payload may refer to, and what makes one. */
const referred: Readonly<Record<string, readonly [thing: string, maker: string]>> = {
  certificate: ['a certificate', 'readCertificate()'],
  pkcs12: ['a PKCS#12 identity', 'pkcs12Identity()'],
  scep: ['a SCEP identity', 'scepIdentity()'],
  acme: ['an ACME identity', 'acmeIdentity()'],
  adCertificate: ['an AD certificate identity', 'adCertificateIdentity()'],
};

const nameThing = (kind: string): string => referred[kind]?.[0] ?? kind;
const describe = ({ message, where: { pointer } }: Issue): string => (pointer ? `${pointer}: ${message}` : message);

export const profileErrors: ErrorFacts<ProfileErrorDetails> = {
  ERR_PROFILE_INVALID: {
    about: 'The profile has issues of severity error; `details.issues` holds all issues, warnings included.',
    message: ({ issues }) => {
      const errors = issues.filter(({ severity }) => severity === 'error');
      const lines = errors.map((issue) => `\n  - ${describe(issue)} [${issue.code}]`);
      return `the profile has ${String(errors.length)} error${errors.length === 1 ? '' : 's'}:${lines.join('')}`;
    },
    hint: ({ issues }) =>
      issues.find(({ severity, hint }) => severity === 'error' && hint !== undefined)?.hint ??
      'correct what the issues name, or set the level of a rule with `rules`',
  },
  ERR_PROFILE_MALFORMED: {
    about: 'The file is a property list but not a configuration profile.',
    message: ({ pointer, reason }) => `not a configuration profile: ${pointer === '' ? '' : `${pointer} `}${reason}`,
    hint: () => 'check that this is the .mobileconfig file',
  },
  ERR_PROFILE_ALREADY_SIGNED: {
    about:
      'The bytes to sign or to encrypt are a signed file; a device opens one signature, and that on the outside only.',
    message: () => 'the profile is signed already',
    hint: () =>
      'take the unsigned profile, or take the content out with unwrapProfile first; encrypt first, and sign then',
  },
  ERR_PROFILE_ALREADY_ENCRYPTED: {
    about: 'The payloads are encrypted already; a device decrypts once.',
    message: () => 'the profile is encrypted already',
    hint: () => 'encrypt the profile as it was before, for all of its recipients at once',
  },
  ERR_PROFILE_NOT_ENCRYPTED: {
    about: 'There is nothing to decrypt: no EncryptedPayloadContent, and no CMS EnvelopedData.',
    message: () => 'the profile is not encrypted',
    hint: () => 'read it with parseProfile',
  },
  ERR_PROFILE_NOT_ALLOWED: {
    about:
      'The profile goes beyond the policy that it was held to; `details.violations` holds all that is outside of it.',
    message: ({ violations }) => {
      const lines = violations.map(
        ({ rule, pointer, message }) => `\n  - ${pointer ? `${pointer}: ` : ''}${message} [${rule}]`,
      );
      return `the profile goes beyond its policy:${lines.join('')}`;
    },
    hint: () => 'take out what the violations name, or allow it in the policy',
  },
  ERR_PROFILE_MERGE: {
    about:
      'Profiles that are merged disagree in keys of the profile itself, of which the merged one can have one value only.',
    message: ({ keys }) => `the profiles disagree in ${keys.join(', ')}`,
    hint: ({ keys }) => `set ${keys.join(', ')} with \`settings\` of mergeProfiles`,
  },
  ERR_PROFILE_EDIT: {
    about: 'An edit names a place that there is not in the profile.',
    message: ({ pointer, reason }) => `nothing can be edited at ${pointer}: ${reason}`,
    hint: () => 'name an existing dictionary or array before the last key of the pointer; `-` behind an array appends',
  },
  ERR_PROFILE_EJECT: {
    about: 'No program with ProfileBuilder makes this profile as it is.',
    message: ({ pointer, reason }) => `no program makes this profile: ${pointer}: ${reason}`,
    hint: ({ pointer }) =>
      pointer === '/PayloadType'
        ? 'check that this is the configuration profile'
        : `correct ${pointer} with editProfile, and take the new profile apart`,
  },
  ERR_PROFILE_ENCRYPTED: {
    about: 'The payloads are encrypted for single devices, so that nothing can be said about them.',
    message: () => 'the payloads of the profile are encrypted',
    hint: () => 'decrypt it first, with decryptProfile and the key of a recipient',
  },
  ERR_REFERENCE_KIND: {
    about:
      'A payload refers to something else than it can use: an identity as a trust anchor, a certificate as an identity.',
    message: ({ payloadType, pointer, found, expected }) =>
      `${payloadType} refers at ${pointer} to ${expected.map(nameThing).join(' or ')}, found ${nameThing(found)}`,
    hint: ({ expected, found }) => {
      const makers = expected.map((kind) => referred[kind]?.[1] ?? kind).join(' or ');
      const isAnchor = found === 'pkcs12' && expected.includes('certificate');
      return `pass what ${makers} returns${isAnchor ? ', or a certificate of its `chain`' : ''}`;
    },
  },
  ERR_REFERENCE_PLACE: {
    about: 'A certificate or an identity stands in a payload where nothing refers to one.',
    message: ({ payloadType, pointer, found }) =>
      `${payloadType} refers to nothing at ${pointer}, where ${nameThing(found)} stands`,
    hint: ({ places }) =>
      places.length === 0
        ? 'add it with addCertificate or addIdentity and an option `uuid`, and write that UUID; `certificate.raw` are the bytes'
        : `write it at ${places.join(' or ')}, where \`*\` is an index of an array; \`certificate.raw\` are the bytes`,
  },
  ERR_IDENTITY_OPTIONS: {
    about: 'Copies of one PKCS#12 identity contradict each other; a device imports a key once, in one way.',
    message: ({ option }) => `one PKCS#12 file is used with \`${option}\` true and false`,
    hint: () => 'make the identity once with pkcs12Identity(), and use that value everywhere',
  },
  ERR_IMAGE_FORMAT: {
    about: 'Bytes that shall be an image are no PNG file, or only the beginning of one.',
    message: ({ option, reason }) => `${option} is to be a PNG file, found ${reason}`,
    hint: () => 'convert the image: `sips -s format png icon.jpg --out icon.png`, or `magick icon.svg icon.png`',
  },
};
