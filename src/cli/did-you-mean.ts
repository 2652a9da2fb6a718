import { nearestName } from '../schema/nearest-name.js';

/** A hint: the name that was probably meant, when there is one, in front of where to look. */
export function didYouMean(name: string, known: readonly string[], help: string, prefix = ''): string {
  // Longer than two letters, a word within a name says enough: `key` is `sign-key`.
  const within = name.length > 2 ? known.find((candidate) => candidate.includes(name)) : undefined;
  const meant = nearestName(name, known) ?? within;
  return meant === undefined ? help : `did you mean ${prefix}${meant}? ${help}`;
}
