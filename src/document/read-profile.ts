import type { Profile } from '../profile/profile.js';
import { parseProfile, type ParsedProfile } from './parse-profile.js';

/** A profile in any of its forms: built, parsed, or a file, signed or not. */
export type ProfileInput = Profile | ParsedProfile | Uint8Array | string;

/** The profile; bytes and texts are parsed. `name` is that of the argument. */
export function readProfile(input: ProfileInput, name: string): Profile | ParsedProfile {
  if (typeof input === 'string' || input instanceof Uint8Array) return parseProfile(input);
  // The compiler does not see every caller.
  const given: unknown = input;
  if (typeof given === 'object' && given !== null && 'dictionary' in given) return input;
  throw new TypeError(`${name} must be a Profile, a ParsedProfile, a Uint8Array or a string`);
}
