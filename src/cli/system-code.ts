/** The code of an error of the operating system (`ENOENT`); any other error is a bug and thrown on. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') throw error;
  return code;
}
