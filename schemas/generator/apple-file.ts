import { parse } from 'yaml';
import { refuseUnknown } from './known-fields.js';

/** A key of Apple's YAML form; `docs/schema.yaml` of Apple's repository describes it. */
export interface AppleKey {
  readonly key: string;
  readonly type: AppleType;
  readonly presence?: 'required' | 'optional';
  readonly subtype?: string;
  readonly rangelist?: readonly (string | number)[];
  readonly range?: { readonly min?: number; readonly max?: number };
  readonly default?: string | number | boolean;
  readonly format?: string;
  readonly repetition?: { readonly min?: number; readonly max?: number };
  readonly combinetype?: string;
  readonly subkeytype?: string;
  readonly assettypes?: readonly string[];
  readonly subkeys?: readonly AppleKey[];
  readonly supportedOS?: SupportedOS;
}

export type AppleType =
  '<string>' | '<integer>' | '<real>' | '<boolean>' | '<date>' | '<data>' | '<array>' | '<dictionary>' | '<any>';

export type SupportedOS = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One YAML file: a payload type, the profile dictionary or the common keys. */
export interface AppleFile {
  readonly payloadType: string;
  readonly supportedOS?: SupportedOS;
  readonly keys: readonly AppleKey[];
  /** Where the facts come from, when the file says so itself. */
  readonly source?: { readonly release: string; readonly commit: string };
}

/** Fields that hold sentences: known, and left out. */
const prose = ['title', 'description', 'content', 'notes', 'reasons', 'related-status-items'];
const fileFields = ['source', 'payload', 'payloadkeys', ...prose];
const payloadFields = ['payloadtype', 'supportedOS', 'apply', 'beta', ...prose];

interface RawFile {
  readonly source?: { readonly release: unknown; readonly commit: unknown };
  readonly payload?: { readonly payloadtype?: unknown; readonly supportedOS?: SupportedOS };
  readonly payloadkeys?: readonly AppleKey[];
}

/** Reads one YAML file. Keys that are anchors of themselves stay cyclic. Fails on every field that is not known. */
export function readAppleFile(name: string, text: string): AppleFile {
  const file = parse(text, { maxAliasCount: -1 }) as RawFile;
  refuseUnknown(name, file, fileFields);
  refuseUnknown(`${name} payload`, file.payload ?? {}, payloadFields);
  const payloadType = file.payload?.payloadtype;
  if (typeof payloadType !== 'string') throw new Error(`${name}: payloadtype is missing`);
  const { source } = file;
  if (source !== undefined) refuseUnknown(`${name} source`, source, ['release', 'commit']);
  return {
    payloadType,
    ...(file.payload?.supportedOS === undefined ? {} : { supportedOS: file.payload.supportedOS }),
    keys: file.payloadkeys ?? [],
    ...(source === undefined ? {} : { source: { release: String(source.release), commit: String(source.commit) } }),
  };
}
