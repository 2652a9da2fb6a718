import type { InstallCondition } from '../device/install-condition.js';
import type { Platform } from '../device/platform.js';
import type { RuleCode } from '../diagnostics/issues/generated/rule-code.js';
import type { Fragment, FragmentObject, Scalar } from './fragment/fragment.js';

/** Versions by system. */
export type PlatformVersions = Readonly<Partial<Record<Platform, string>>>;

/** The systems, versions and ways of installation that something holds for: all of them, where nothing is said. */
export interface Conditions {
  readonly platforms?: readonly Platform[];
  readonly since?: PlatformVersions;
  readonly until?: PlatformVersions;
  readonly when?: InstallCondition;
}

/** A rule of `schemas/rules/`; README.md there lays down the form. Severity and note stand in the catalogue of issues. */
export interface CompiledRule extends Conditions {
  readonly id: RuleCode;
  readonly if?: Fragment;
  readonly then?: Fragment;
  /** Of the profile dictionary around the payload. */
  readonly profile?: FragmentObject;
  readonly references?: readonly Reference[];
  readonly check?: RuleCheck;
  readonly overrides?: readonly RuleOverride[];
}

/** The text at `path` names a payload of one of the types by what stands at `target` there, `/PayloadUUID` unless given. */
export interface Reference {
  readonly path: string;
  readonly payloadTypes: readonly string[];
  readonly target?: string;
  /** `false`: the payload may be in another profile. */
  readonly sameProfile?: boolean;
}

/** What replaces the key table at one path, as far as a rule judges by it. */
export interface RuleOverride extends Pick<Conditions, 'platforms' | 'when'> {
  readonly path: string;
  readonly presence?: 'optional' | 'required';
  readonly default?: Scalar;
}

/** What JSON Schema cannot say, by kind. Paths are JSON pointers in which `*` is any index or key. */
export type RuleCheck =
  | { readonly kind: 'replaced-by'; readonly keys: readonly Replacement[] }
  | { readonly kind: 'unique-in-profile'; readonly path: string }
  | { readonly kind: 'unique-by'; readonly path: string; readonly key: string }
  | UniqueAcrossPayloads
  | { readonly kind: 'max-payloads'; readonly count: number }
  | { readonly kind: 'byte-length'; readonly path: string; readonly equals: number }
  | CertificateContent
  | CertificateUsage
  | CertificateStrength
  | CertificateCommonName
  | { readonly kind: 'json'; readonly path: string }
  | { readonly kind: 'each-in'; readonly path: string; readonly of: string }
  | { readonly kind: 'each-subdomain-of-some'; readonly path: string; readonly of: string }
  | { readonly kind: 'disjoint'; readonly a: string; readonly b: string }
  | { readonly kind: 'disjoint-map'; readonly a: string; readonly b: string }
  | {
      readonly kind: 'functional-dependency';
      readonly path: string;
      readonly key: string;
      readonly determines: string;
    }
  | { readonly kind: 'no-shared-keys-across-payloads'; readonly payloadType: string; readonly ignore: string }
  | { readonly kind: 'value-support'; readonly path: string; readonly values: Readonly<Record<string, ValueSupport>> }
  | BitField
  | ImmutableOnUpdate
  | { readonly kind: 'file-format'; readonly path: string; readonly allowed: readonly ('ttf' | 'otf')[] }
  | ImageCheck;

/** `by` is a key (`#/Key`), a payload type, a declaration, or a key of these (`type#/Key`); no path means the payload. */
export interface Replacement {
  readonly path?: string;
  readonly by: string;
}

export interface UniqueAcrossPayloads {
  readonly kind: 'unique-across-payloads';
  readonly path?: string;
  /** Keys that are compared together. */
  readonly keys?: readonly string[];
  readonly ignoreCase?: boolean | 'scheme-and-host';
  readonly by?: 'font-postscript-name';
}

export interface CertificateContent {
  readonly kind: 'certificate-content';
  readonly path: string;
  readonly encoding: 'DER' | 'PEM' | 'PKCS12';
  readonly privateKey?: 'forbidden' | 'required';
  readonly maxIdentities?: number;
}

export interface CertificateUsage {
  readonly kind: 'certificate-usage';
  readonly path: string;
  readonly keyUsage?: readonly string[];
  readonly extendedKeyUsage: readonly string[];
}

export interface CertificateStrength {
  readonly kind: 'certificate-strength';
  readonly paths: readonly string[];
  readonly minKeyBits?: number;
  readonly minHash?: 'sha256';
  readonly keyType?: 'EC';
}

export interface CertificateCommonName {
  readonly kind: 'certificate-common-name';
  readonly path: string;
  readonly applies: 'issued certificates';
  readonly prefix: string;
  readonly ignoreCase: boolean;
}

export interface ValueSupport {
  readonly introduced: PlatformVersions;
  readonly deprecated?: PlatformVersions;
  readonly removed?: PlatformVersions;
}

export interface BitField {
  readonly kind: 'bit-field';
  readonly path: string;
  readonly allowed: readonly number[];
  /** The bits that a bit needs beside it. */
  readonly requires: Readonly<Record<string, readonly number[]>>;
}

export interface ImmutableOnUpdate {
  readonly kind: 'immutable-on-update';
  readonly paths: readonly string[];
  readonly bitsMayNotGrow: readonly string[];
  readonly itemsMayNotChange: readonly { readonly path: string; readonly values: readonly string[] }[];
}

export interface ImageCheck {
  readonly kind: 'image';
  readonly path: string;
  readonly formats: readonly 'png'[];
  readonly square: boolean;
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly maxUncompressedBytes: number;
}

/** The rules of one file. */
export interface RuleGroup {
  /** The payloads of the type that the file is about, when it is not about all. */
  readonly only?: { readonly key: string; readonly is?: string; readonly isNot?: string };
  readonly rules: readonly CompiledRule[];
  /** Rules of another payload type that hold here too: all, or those about what lies below `path`. */
  readonly inherits: readonly Inheritance[];
}

/** Rules of another payload type hold here too: all, or those about what lies below `path`. */
export interface Inheritance extends Conditions {
  /** The rule that says so. */
  readonly id: RuleCode;
  readonly from: string;
  readonly path?: string;
}
