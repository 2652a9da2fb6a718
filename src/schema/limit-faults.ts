import type { SchemaFault } from './schema-fault.js';

/** More faults of one dictionary are counted, not told. */
const MAX_FAULTS = 500;

/** The faults that are told, and how many are not. */
export function limitFaults(faults: readonly SchemaFault[]): SchemaFault[] {
  const told = faults.slice(0, MAX_FAULTS);
  const count = faults.length - told.length;
  if (count > 0) told.push({ kind: 'omitted', pointer: '', key: '', count });
  return told;
}
