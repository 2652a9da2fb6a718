import type { DeviceContext } from './device-context.js';

/** What must hold at the installation for a rule to hold; all of it. */
export interface InstallCondition {
  readonly install?: 'manual' | 'mdm';
  readonly channel?: 'device' | 'user';
  readonly enrollment?: 'user';
  readonly supervised?: boolean;
  readonly encrypted?: boolean;
  readonly sharedIPad?: boolean;
}

/** The facts that conditions are about: those of the devices, and whether the profile is encrypted. */
export type InstallFacts = Pick<DeviceContext, 'install' | 'channel' | 'enrollment' | 'supervised' | 'sharedIPad'> & {
  readonly encrypted?: boolean;
};

/** Whether a condition holds; undefined when nothing known speaks against it, but not all is known. */
export function holdsAtInstall(condition: InstallCondition, facts: InstallFacts): boolean | undefined {
  const known = Object.entries(condition).map(([fact, expected]): boolean | undefined => {
    const actual = facts[fact as keyof InstallFacts];
    return actual === undefined ? undefined : actual === expected;
  });
  if (known.includes(false)) return false;
  return known.includes(undefined) ? undefined : true;
}
