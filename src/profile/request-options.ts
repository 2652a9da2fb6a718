import { Secret } from '../diagnostics/secret.js';
import type { Certificate } from '../pki/certificate.js';
import { certificatesOption } from './certificates-option.js';
import { identityKind } from './identity-kind.js';
import { readOptions, type OptionReader, type OptionReaders } from './read-options.js';

/** One attribute of a name: `['CN', 'Anna']`. The type is one of Apple's short names, or an OID. */
export type SubjectAttribute = readonly [type: SubjectAttributeType, value: string];
export type SubjectAttributeType = 'C' | 'L' | 'ST' | 'O' | 'OU' | 'CN' | `${number}.${string}`;

/** A name as a list of its parts, the largest first; a part that has several attributes is a list of these. */
export type SubjectInput = readonly (SubjectAttribute | readonly SubjectAttribute[])[];

/** The subject as Apple's payloads have it: each part as a list. */
export type RequestedSubject = readonly (readonly SubjectAttribute[])[];

/** What a key is for. */
export type RequestedKeyUsage = 'signing' | 'encryption';

/**
 * Takes a subject in either form, and gives it in Apple's. Which attributes there are is judged with the profile: variables
 * of an MDM product stand in their values.
 */
export const subjectOption: OptionReader<RequestedSubject> = (value, name) => {
  const parts = Array.isArray(value)
    ? (value as readonly unknown[]).map((part) => (isAttribute(part) ? [part] : part))
    : [];
  const isSubject = Array.isArray(value) && parts.every((part) => Array.isArray(part) && part.every(isAttribute));
  if (!isSubject)
    throw new TypeError(`${name} must be a list of attributes, such as [["CN", "Anna"]], or of lists of these`);
  const copies = (parts as RequestedSubject).map((part) =>
    Object.freeze(part.map(([type, text]): SubjectAttribute => Object.freeze([type, text] as const))),
  );
  return Object.freeze(copies);
};

function isAttribute(value: unknown): value is SubjectAttribute {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

/** The commonName that is asked for last, the one that people read. */
export function requestedCommonName(subject: RequestedSubject = []): string | undefined {
  return subject.flat().findLast(([type]) => type === 'CN')?.[1];
}

/** One text. */
export const textsOption: OptionReader<string | readonly string[]> = (value, name) => {
  if (typeof value === 'string') return value;
  return Object.freeze([...textListOption(value, name)]);
};

/** A list of texts. */
export const textListOption: OptionReader<readonly string[]> = (value, name) => {
  const isList = Array.isArray(value) && value.every((text) => typeof text === 'string');
  if (!isList) throw new TypeError(`${name} must be a list of strings`);
  return Object.freeze([...(value as readonly string[])]);
};

/** What a key is for, as a list of words, each once. */
export const keyUsageOption: OptionReader<readonly RequestedKeyUsage[]> = (value, name) => {
  const words = Array.isArray(value) ? new Set<unknown>(value) : undefined;
  if (words === undefined || ![...words].every((word) => word === 'signing' || word === 'encryption')) {
    throw new TypeError(`${name} must be a list of "signing" and "encryption"`);
  }
  return Object.freeze([...words] as RequestedKeyUsage[]);
};

/** The bit field of Apple's: 1 to sign, 4 to encrypt. */
export function keyUsageBits(usage: readonly RequestedKeyUsage[]): number {
  return (usage.includes('signing') ? 1 : 0) + (usage.includes('encryption') ? 4 : 0);
}

/** A secret as text, or one that is wrapped already. */
export const secretOption: OptionReader<Secret<string>> = (value, name) => {
  if (typeof value === 'string') return new Secret(value);
  const text: unknown = isSecret(value) ? value.reveal() : undefined;
  if (typeof text !== 'string') throw new TypeError(`${name} must be a string`);
  return new Secret(text);
};

/** Secrets of another copy of this package are secrets too. */
export function isSecret(value: unknown): value is Secret<unknown> {
  return typeof value === 'object' && value !== null && 'reveal' in value && typeof value.reveal === 'function';
}

/** The certificates by which the device trusts a server, as they come in. */
export const trustOption: OptionReader<readonly Certificate[]> = (value, name) =>
  Object.freeze(isEmptyList(value) ? [] : certificatesOption(value, name));

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/**
 * Reads what an identity is asked for with. The identity itself is such a request, too, and so are its copies and what is
 * made of them by spreading.
 *
 * @throws TypeError that begins with the name of the argument
 */
export function readRequest<Request extends object>(
  name: string,
  request: unknown,
  readers: OptionReaders<Request>,
): Readonly<Request> {
  const isIdentity = typeof request === 'object' && request !== null && Object.hasOwn(request, identityKind);
  if (!isIdentity) return readOptions(name, request, readers);
  const { [identityKind]: _, ...others } = request as { readonly [identityKind]: unknown };
  return readOptions(name, others, readers);
}
