import { types } from 'node:util';
import type { Profile } from '../profile/profile.js';
import { parseProfile, type ParsedProfile, type ParseProfileOptions } from './parse-profile.js';

/** A profile in any of its forms: built, parsed, or a file, signed or not. */
export type ProfileInput = Profile | ParsedProfile | Uint8Array | string;

/** The profile; bytes and texts are parsed. `name` is that of the argument. */
export function readProfile(
  input: ProfileInput,
  name: string,
  options: ParseProfileOptions = {},
): Profile | ParsedProfile {
  if (typeof input === 'string' || types.isUint8Array(input)) return parseProfile(input, options);
  if (isProfile(input)) return input;
  throw new TypeError(`${name} must be a Profile, a ParsedProfile, a Uint8Array or a string`);
}

/** Also of values that the compiler did not see. */
export function isProfile(given: unknown): given is Profile | ParsedProfile {
  return typeof given === 'object' && given !== null && 'dictionary' in given;
}
