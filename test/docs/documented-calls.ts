import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './documented-page.js';

/** A row of the table about what compiles and is refused all the same. */
export interface DocumentedCall {
  readonly what: string;
  readonly code: string;
  /** The call in a program that prints the codes of its issues. */
  readonly program: string;
}

export const documentedCalls: readonly DocumentedCall[] = readFileSync(
  join(projectRoot, 'docs/typed-payloads.md'),
  'utf8',
)
  .split('\n')
  .flatMap((line) => {
    const [, what = '', call, code] = /^\| (.+?) +\| `(addPayload\(.+)` +\| `(.+)` +\|$/.exec(line) ?? [];
    return call === undefined || code === undefined ? [] : [{ what, code, program: programOf(call) }];
  });

function programOf(call: string): string {
  return `
import { isProfilewrightError, ProfileBuilder, real } from 'profilewright';
const misspelt = { SSID_STR: 'Office', SSID_SRT: 'Office' };
try {
  const { issues } = new ProfileBuilder({ identifier: 'com.example.office' }).${call}.build();
  console.log(issues.map(({ code }) => code).join());
} catch (error) {
  if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
  console.log(error.details.issues.map(({ code }) => code).join());
}
export const used = [misspelt, real];
`;
}
