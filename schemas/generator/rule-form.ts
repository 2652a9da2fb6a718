import { refuseUnknown } from './known-fields.js';

/** Tells whether a value of a rule has the right form; the generator fails on what is not known. */
export type Form = (place: string, value: unknown) => void;

export const text: Form = (place, value) => {
  if (typeof value !== 'string' || value === '') throw new Error(`${place}: expected a text`);
};

export const number: Form = (place, value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${place}: expected a number`);
};

export const boolean: Form = (place, value) => {
  if (typeof value !== 'boolean') throw new Error(`${place}: expected true or false`);
};

export const scalar: Form = (place, value) => {
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    throw new Error(`${place}: expected a text, a number, true or false`);
  }
};

/** A JSON pointer, perhaps with wildcards; `keys(...)` around it means the keys of a dictionary. */
export const path: Form = (place, value) => {
  if (typeof value !== 'string' || !/^(\/[^/]+)+$|^keys\((\/[^/*]+)+\)$/.test(value)) {
    throw new Error(`${place}: ${JSON.stringify(value)} is no path`);
  }
};

export const version: Form = (place, value) => {
  if (typeof value !== 'string' || !/^\d+(\.\d+){0,3}$/.test(value)) {
    throw new Error(`${place}: ${JSON.stringify(value)} is no version: versions are quoted`);
  }
};

export const regularExpression: Form = (place, value) => {
  text(place, value);
  try {
    new RegExp(value as string, 'u');
  } catch {
    throw new Error(`${place}: ${value as string} is no regular expression`);
  }
};

export function oneOf(...choices: readonly unknown[]): Form {
  return (place, value) => {
    if (!choices.includes(value)) throw new Error(`${place}: unknown value ${JSON.stringify(value)}`);
  };
}

export function list(item: Form): Form {
  return (place, value) => {
    if (!Array.isArray(value) || value.length === 0) throw new Error(`${place}: expected a list`);
    value.forEach((entry, index) => item(`${place}/${String(index)}`, entry));
  };
}

/** A mapping whose values have one form; its keys too, when given. */
export function mapOf(value: Form, key: Form = text): Form {
  return (place, map) => {
    for (const [name, entry] of entriesOf(place, map)) {
      key(place, name);
      value(`${place}/${name}`, entry);
    }
  };
}

/** A mapping with these fields and no others; `required` ones are there. */
export function record(fields: Readonly<Record<string, Form>>, required: readonly string[] = []): Form {
  return (place, value) => {
    refuseUnknown(place, value, Object.keys(fields));
    const entries = entriesOf(place, value);
    for (const name of required) {
      if (!entries.some(([field]) => field === name)) throw new Error(`${place}: "${name}" is missing`);
    }
    for (const [name, entry] of entries) fields[name]?.(`${place}/${name}`, entry);
  };
}

function entriesOf(place: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${place}: expected a mapping`);
  }
  return Object.entries(value);
}
