import type { IssueFacts } from './issue-facts.js';

/** Whether the schema is one that a caller defined, and Apple says nothing. */
interface Author {
  readonly isOwn?: boolean;
}

export interface SchemaIssueDetails {
  'schema-type': { readonly key: string; readonly expected: string; readonly found: string };
  'schema-number-type': { readonly key: string; readonly expected: string; readonly found: string };
  'schema-required': { readonly key: string };
  'schema-unknown-key': { readonly key: string; readonly nearest?: string } & Author;
  'schema-enum': {
    readonly key: string;
    /** The values, as many as are told. */
    readonly allowed: readonly string[];
    readonly found?: string;
    readonly nearest?: string;
  } & Author;
  'schema-range': { readonly key: string; readonly range: string; readonly found?: string };
  'schema-pattern': { readonly key: string; readonly form: string; readonly found?: string } & Author;
  'schema-length': { readonly key: string; readonly length: string; readonly found?: string };
  'schema-other': { readonly key: string; readonly keyword: string };
  'schema-more-faults': { readonly count: number };
  'schema-unknown-payload': { readonly type: string; readonly nearest?: string };
}

const source = 'Apple device-management schema';
/** The key and where it stands. Items are told by the key of their list; the profile itself has none. */
const at = (key: string, pointer: string): string => {
  if (key !== '') return `"${key}" at ${pointer}`;
  const list = pointer.split('/').findLast((segment) => !/^\d*$/.test(segment));
  if (list !== undefined) return `the item of "${list}" at ${pointer}`;
  return pointer === '' ? 'the profile' : `the value at ${pointer}`;
};
/** Whole numbers are integers unless they are marked. */
const writeAs = ({ key, expected }: { readonly key: string; readonly expected: string }): string =>
  `write ${key === '' ? 'it' : `"${key}"`} as ${expected}${expected === 'a real' ? ' (in code with `real()`)' : ''}`;

export const schemaIssues: IssueFacts<SchemaIssueDetails> = {
  'schema-type': {
    severity: 'error',
    source,
    about: "The value has another type than Apple's schema says. A device refuses the payload or ignores the key.",
    message: ({ key, expected, found }, pointer) => `${at(key, pointer)} must be ${expected}, found ${found}`,
    hint: writeAs,
  },
  'schema-number-type': {
    severity: 'error',
    source,
    about:
      "The value has another type than Apple's schema says, but one that devices convert: boolean and 0 or 1, integer and real. A warning when reading.",
    message: ({ key, expected, found }, pointer) => `${at(key, pointer)} must be ${expected}, found ${found}`,
    hint: writeAs,
  },
  'schema-required': {
    severity: 'error',
    source,
    about: 'A key that Apple requires is missing.',
    message: ({ key }, pointer) => `"${key}" is missing${pointer === '' ? '' : ` at ${pointer}`}`,
    hint: ({ key }, pointer) =>
      key === 'PayloadIdentifier' && pointer === ''
        ? `add "${key}" (in code \`new ProfileBuilder({ identifier: 'com.example.wifi' })\`)`
        : `add "${key}"`,
  },
  'schema-unknown-key': {
    severity: 'warning',
    source,
    about:
      "Apple's schema does not know the key. Devices ignore unknown keys, so a misspelt setting has no effect. Info when reading.",
    message: ({ key, isOwn }, pointer) =>
      `"${key}" at ${pointer} is not a key that ${isOwn === true ? 'its schema names' : 'Apple documents'}`,
    hint: ({ key, nearest, isOwn }) => {
      if (nearest !== undefined) return `did you mean "${nearest}"?`;
      return `remove "${key}", or ${isOwn === true ? 'add it to the schema' : 'look up how Apple spells it'}`;
    },
  },
  'schema-enum': {
    severity: 'error',
    source,
    about: 'The value is none of those that Apple lists. A warning when reading.',
    message: ({ key, found, isOwn }, pointer) => {
      const value = found === undefined ? 'a value' : `the value ${found}`;
      return `${at(key, pointer)} has ${value} that ${isOwn === true ? 'its schema' : 'Apple'} does not list`;
    },
    hint: ({ allowed, nearest }) => {
      const [first = ''] = allowed;
      if (allowed.length === 1) return `write ${first}`;
      const listed = allowed.join(', ');
      return nearest === undefined ? `choose one of: ${listed}` : `did you mean "${nearest}"? allowed: ${listed}`;
    },
  },
  'schema-range': {
    severity: 'error',
    source,
    about: 'The number lies outside of the range that Apple gives. A warning when reading.',
    message: ({ key, range, found }, pointer) =>
      `${at(key, pointer)} is ${found === undefined ? '' : `${found}, `}out of range: ${range}`,
    hint: ({ range }) => `choose a number in the range: ${range}`,
  },
  'schema-pattern': {
    severity: 'error',
    source,
    about: 'The text has not the form that Apple gives as a regular expression. A warning when reading.',
    message: ({ key, found, isOwn }, pointer) => {
      const value = found === undefined ? 'has' : `is ${found}, which has`;
      return `${at(key, pointer)} ${value} not the form that ${isOwn === true ? 'its schema' : 'Apple'} gives`;
    },
    hint: ({ form }) => `write ${form}`,
  },
  'schema-length': {
    severity: 'error',
    source,
    about: 'The text or array is longer or shorter than Apple says. A warning when reading.',
    message: ({ key, length, found }, pointer) =>
      `${at(key, pointer)} must have ${length}${found === undefined ? '' : `, has ${found}`}`,
    hint: ({ length }) => `change it to have ${length}`,
  },
  'schema-other': {
    severity: 'error',
    source,
    about: 'The value breaks a demand of the schema that has no code of its own.',
    message: ({ key, keyword }, pointer) => `${at(key, pointer)} breaks "${keyword}" of the schema`,
    hint: ({ keyword }) => `look up "${keyword}" at this place of the schema`,
  },
  'schema-more-faults': {
    severity: 'error',
    source,
    about: 'One dictionary has more faults than are told one by one.',
    message: ({ count }, pointer) =>
      `${pointer === '' ? 'the profile' : pointer} has ${String(count)} more faults of this kind`,
    hint: () => 'correct the faults above and validate again',
  },
  'schema-unknown-payload': {
    severity: 'info',
    source,
    about: 'There is no schema for the payload type: only the keys that all payloads have were checked.',
    message: ({ type }, pointer) =>
      `the payload type "${type}" at ${pointer} is not checked: there is no schema for it`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? 'check the spelling of PayloadType; on macOS any preference domain may be a payload type'
        : `did you mean "${nearest}"?`,
  },
};
