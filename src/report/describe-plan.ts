import { escapeText } from '../diagnostics/escape-text.js';
import type { ChangedValue, KeyChange } from '../document/changed-value.js';
import type { ProfileChange, ProfileChangeKind } from '../document/diff-profiles.js';
import type { UpdatePlan } from '../document/plan-update.js';
import { count, drawTree, quote, type TreeNode } from './text-layout.js';

const MAX_KEYS = 50;

const fates: Readonly<Record<ProfileChangeKind, string>> = {
  profile: 'changes',
  added: 'is added',
  removed: 'is removed',
  updated: 'is updated in place',
  replaced: 'is removed and installed anew',
};

/** Where the installed profile stays, nothing happens to its payloads. */
const differences: typeof fates = {
  profile: 'is another one',
  added: 'is in the new profile only',
  removed: 'is in the installed profile only',
  updated: 'is in both, and not the same',
  replaced: 'is in both, and not the same',
};

/** What happens on the device, one line each; then each change with the keys that are not the same. */
export function describePlan({ effects, changes, isReplaced }: UpdatePlan): string {
  const lines = effects.map(({ message }) => `- ${escapeText(message, 500)}`);
  return [
    lines.join('\n'),
    ...changes.map((change) => drawTree(changeNode(change, isReplaced ? fates : differences))),
  ].join('\n\n');
}

/** `2 changes: 1 added, 1 updated`. */
export function countChanges(changes: readonly ProfileChange[]): string {
  if (changes.length === 0) return 'no changes';
  const kinds = (['profile', 'added', 'removed', 'updated', 'replaced'] as const).flatMap((kind) => {
    const number = changes.filter((change) => change.kind === kind).length;
    if (number === 0) return [];
    return kind === 'profile' ? ['the profile itself'] : [`${String(number)} ${kind}`];
  });
  return `${count(changes.length, 'change')}: ${kinds.join(', ')}`;
}

function changeNode({ kind, type, displayName, identifier, keys }: ProfileChange, words: typeof fates): TreeNode {
  const name = kind === 'profile' ? 'the profile itself' : escapeText(type === '' ? '(no PayloadType)' : type, 100);
  const title = kind === 'profile' || (displayName ?? identifier) === '' ? '' : ` ${quote(displayName ?? identifier)}`;
  const more = keys.length - MAX_KEYS;
  const rest = more > 0 ? [{ text: `… ${String(more)} more` }] : [];
  return { text: `${name}${title} ${words[kind]}`, children: [...keys.slice(0, MAX_KEYS).map(keyNode), ...rest] };
}

function keyNode({ pointer, before, after }: KeyChange): TreeNode {
  const [one, other] = [before, after].map((value) => (value === undefined ? '(none)' : describeValue(value)));
  const place = escapeText(pointer, 200);
  if (one !== other) return { text: `${place}: ${String(one)} → ${String(other)}` };
  if (before?.type !== after?.type)
    return { text: `${place}: ${String(one)}, ${before?.type ?? ''} → ${after?.type ?? ''}` };
  return { text: `${place}: ${String(one)}, another one` };
}

function describeValue({ value, sha256, certificates }: ChangedValue): string {
  if (certificates !== undefined) {
    return certificates.map((one) => `${quote(one.name)} (SHA-256 ${one.sha256.slice(0, 16)}…)`).join(', ');
  }
  if (typeof value === 'object') return escapeText(JSON.stringify(value), 200);
  if (typeof value !== 'string') return String(value);
  if (value === '[secret]') return value;
  return sha256 === undefined ? quote(value) : `${value} (SHA-256 ${sha256.slice(0, 16)}…)`;
}
