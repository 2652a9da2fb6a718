/** The meaning of the exit codes, the same for every command. */
export const exitCodes = {
  fine: 0,
  issues: 1,
  usage: 2,
  file: 3,
  refused: 4,
  partly: 5,
  bug: 70,
} as const;
