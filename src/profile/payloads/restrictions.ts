import { escapeText } from '../../diagnostics/escape-text.js';
import { loadSchema } from '../../schema/catalogue.js';
import type { CommonContent } from '../../schema/generated/content/common-content.js';
import type { PayloadContent } from '../../schema/generated/payload-content.js';
import { nearestName } from '../../schema/nearest-name.js';
import { assertPlainObject } from '../read-options.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { count, type KeyEntry, type OptionTable, type Written } from './option-table.js';

type Content = PayloadContent<'com.apple.applicationaccess'>;

/** Keys whose name leaves out the unit, which the option adds. */
const units = {
  enforcedFingerprintTimeout: 'enforcedFingerprintTimeoutSeconds',
  enforcedSoftwareUpdateDelay: 'enforcedSoftwareUpdateDelayDays',
  enforcedSoftwareUpdateMajorOSDeferredInstallDelay: 'enforcedSoftwareUpdateMajorOSDeferredInstallDelayDays',
  enforcedSoftwareUpdateMinorOSDeferredInstallDelay: 'enforcedSoftwareUpdateMinorOSDeferredInstallDelayDays',
  enforcedSoftwareUpdateNonOSDeferredInstallDelay: 'enforcedSoftwareUpdateNonOSDeferredInstallDelayDays',
} as const;

/**
 * Options of {@link ProfileBuilder.addRestrictions}: the keys of `com.apple.applicationaccess`, which Apple spells as options
 * are spelt here, with their polarity. What is not given is as it was.
 */
export interface RestrictionsOptions
  extends
    Omit<Content, keyof CommonContent | 'PayloadType' | keyof typeof units>,
    ExtraOption<'com.apple.applicationaccess'> {
  /** enforcedFingerprintTimeout, on macOS: seconds until the password is asked for. 172800 (48 hours) unless given. */
  readonly enforcedFingerprintTimeoutSeconds?: number;
  /** enforcedSoftwareUpdateDelay: from 1 to 90 days. 30 unless given. */
  readonly enforcedSoftwareUpdateDelayDays?: number;
  /** enforcedSoftwareUpdateMajorOSDeferredInstallDelay, on macOS: from 1 to 90 days. 30 unless given. */
  readonly enforcedSoftwareUpdateMajorOSDeferredInstallDelayDays?: number;
  /** enforcedSoftwareUpdateMinorOSDeferredInstallDelay, on macOS: from 1 to 90 days. 30 unless given. */
  readonly enforcedSoftwareUpdateMinorOSDeferredInstallDelayDays?: number;
  /** enforcedSoftwareUpdateNonOSDeferredInstallDelay, on macOS: from 1 to 90 days. 30 unless given. */
  readonly enforcedSoftwareUpdateNonOSDeferredInstallDelayDays?: number;
}

/** A value that is checked with the whole payload. */
const asIs = (key: string): KeyEntry<unknown> => ({ key, read: (value) => value as Written });

/** Made of the schema on first use, so that 200 names do not stand here again. */
export const restrictions: PayloadMapping<RestrictionsOptions> = {
  type: 'com.apple.applicationaccess',
  get options() {
    return readTable();
  },
  assert: assertRestrictions,
};

let table: OptionTable<Omit<RestrictionsOptions, 'extra'>> | undefined;

function readTable(): OptionTable<Omit<RestrictionsOptions, 'extra'>> {
  const keys = Object.keys(loadSchema('com.apple.applicationaccess').properties ?? {});
  const entries = keys
    .filter((key) => !key.startsWith('Payload'))
    .map((key) => (key in units ? [units[key as keyof typeof units], count(key)] : [key, asIs(key)]));
  table ??= Object.fromEntries(entries) as typeof table & object;
  return table;
}

/** @throws TypeError for an option that is not known, with the one that was probably meant */
function assertRestrictions(options: unknown): void {
  const known = [...Object.keys(restrictions.options), 'extra'];
  const odd = Object.keys(assertPlainObject(options, 'options')).find((name) => !known.includes(name));
  if (odd === undefined) return;
  const meant = nearestName(odd, known);
  const advice =
    meant === undefined ? 'docs/payloads/com.apple.applicationaccess.md lists all' : `did you mean ${meant}?`;
  throw new TypeError(`options.${escapeText(odd, 60)} is not known; ${advice}`);
}
