import type { SupportedOS } from './apple-file.js';
import { refuseUnknown } from './known-fields.js';

const systems = ['iOS', 'macOS', 'tvOS', 'visionOS', 'watchOS'];

const facts = [
  'introduced',
  'deprecated',
  'removed',
  'accessrights',
  'multiple',
  'devicechannel',
  'userchannel',
  'supervised',
  'requiresdep',
  'userapprovedmdm',
  'allowmanualinstall',
  'allowed-enrollments',
  'allowed-scopes',
  'sharedipad',
  'userenrollment',
  'always-skippable',
  'beta',
];

/** `behavior` is a sentence of Apple's: known, and left out. */
const modes: Readonly<Record<string, readonly string[]>> = {
  sharedipad: ['mode', 'devicechannel', 'userchannel', 'allowed-scopes'],
  userenrollment: ['mode', 'behavior'],
};

/** The facts about systems, checked and without sentences. */
export function readSupportedOS(place: string, supportedOS: SupportedOS): SupportedOS {
  refuseUnknown(`${place} supportedOS`, supportedOS, systems);
  return Object.fromEntries(
    Object.entries(supportedOS).map(([system, entry]) => {
      const where = `${place} supportedOS ${system}`;
      refuseUnknown(where, entry, facts);
      return [system, Object.fromEntries(Object.entries(entry).map(([field, fact]) => readFact(where, field, fact)))];
    }),
  );
}

function readFact(place: string, field: string, fact: unknown): [string, unknown] {
  const known = modes[field];
  if (known !== undefined) {
    refuseUnknown(`${place} ${field}`, fact, known);
    const entries = Object.entries(fact as Record<string, unknown>).filter(([name]) => name !== 'behavior');
    return [field, Object.fromEntries(entries)];
  }
  const isVersion = ['introduced', 'deprecated', 'removed'].includes(field);
  if (isVersion && !/^(\d+(\.\d+)*|n\/a|all)$/.test(String(fact))) {
    throw new Error(`${place}: "${String(fact)}" is no version`);
  }
  return [field, isVersion ? String(fact) : fact];
}
