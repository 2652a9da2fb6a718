import { escapeText } from '../../diagnostics/escape-text.js';
import type { Issue } from '../../diagnostics/issue.js';
import type { IssueCode } from '../../diagnostics/issues/index.js';
import type { PlistDictionary } from '../../plist/value.js';
import type { ValueEdits } from './find-edits.js';

/** What a note is about: the signature, an oddity of the file, lowered rules, edits, a reference that is a text, the order. */
export type EjectNoteKind = 'signature' | 'ambiguous' | 'rules' | 'edits' | 'reference' | 'order';

/** What is worth knowing of a program that makes a profile. */
export interface EjectNote {
  readonly kind: EjectNoteKind;
  /** JSON pointer in the profile; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
}

/** A profile that is taken apart, and what is known of its file. */
export interface GivenProfile {
  readonly dictionary: PlistDictionary;
  readonly issues: readonly Issue[];
  readonly isSigned: boolean;
  /** Who signed, where that is known. */
  readonly signer?: string;
}

/** What came of taking it apart. */
export interface Ejection extends GivenProfile {
  readonly edits: ValueEdits;
  readonly lowered: readonly IssueCode[];
  readonly textReferences: readonly string[];
  readonly isReordered: boolean;
}

/** Everything that the program does not say by itself. */
export function describeEjection(ejection: Ejection): readonly EjectNote[] {
  const { issues, lowered, textReferences, isReordered } = ejection;
  const ambiguous = issues.filter(({ severity, code }) => severity === 'error' && code !== 'profile-encrypted');
  return Object.freeze([
    ...signatureNotes(ejection),
    ...ambiguous.map(({ where, message }) =>
      note('ambiguous', where.pointer ?? '', `the program makes what a device reads: ${message}`),
    ),
    ...(lowered.length === 0
      ? []
      : [note('rules', '', `the profile has errors, of which the program makes warnings: ${lowered.join(', ')}`)]),
    ...editNotes(ejection),
    ...textReferences.map((pointer) =>
      note('reference', pointer, 'the payload is named by its UUID: no value of the program stands for it alone'),
    ),
    ...(isReordered
      ? [
          note(
            'order',
            '/PayloadContent',
            'the payloads stand in the order in which a device can enrol: certificates, identities, com.apple.mdm last',
          ),
        ]
      : []),
  ]);
}

function signatureNotes({ isSigned, signer }: GivenProfile): EjectNote[] {
  if (!isSigned) return [];
  const who = signer === undefined ? '' : ` by ${signer}`;
  return [note('signature', '', `the file is signed${who}; what the program makes is not`)];
}

function editNotes({ edits: { set, remove } }: Ejection): EjectNote[] {
  const pointers = [...set.map(([made]) => made), ...remove];
  if (pointers.length === 0) return [];
  const shown = pointers.slice(0, 5).map((pointer) => escapeText(pointer, 100));
  const more = pointers.length > shown.length ? ` and ${String(pointers.length - shown.length)} more` : '';
  return [
    note('edits', '', `the builder has no option for what the program edits behind it: ${shown.join(', ')}${more}`),
  ];
}

function note(kind: EjectNoteKind, pointer: string, message: string): EjectNote {
  return Object.freeze({ kind, pointer, message });
}
