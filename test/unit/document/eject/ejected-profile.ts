import { diffProfiles } from '../../../../src/document/diff-profiles.js';
import type { EjectedProfile } from '../../../../src/document/eject-profile.js';
import type { Profile } from '../../../../src/profile/profile.js';
import { runProgram } from '../../../support/run-program.js';

/** The file that the program writes, and what is different in it. */
export function remake(
  ejected: EjectedProfile,
  original: Uint8Array | string | Profile,
): { xml: string; changes: unknown[] } {
  const made = runProgram(ejected).written.get('profile.mobileconfig') ?? new Uint8Array();
  return { xml: new TextDecoder().decode(made), changes: diffProfiles(original, made) };
}

export const notesOf = ({ notes }: EjectedProfile): string[] =>
  notes.map(({ kind, pointer }) => `${kind} ${pointer}`.trim());
export const namesOf = ({ files }: EjectedProfile): string[] =>
  files.map(({ name, isSecret }) => `${name}${isSecret ? ' (secret)' : ''}`);
