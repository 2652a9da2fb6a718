import {
  boolean,
  context,
  contextPrimitive,
  fromHex,
  integer,
  namedBits,
  octetString,
  oid,
  sequence,
  type Bytes,
} from './der.js';
import { encodeGeneralName, type GeneralNameInput } from './general-name.js';

/** BOOLEAN with DEFAULT FALSE: `false` is left out as DER demands, `'explicit-false'` written; a number is the very octet. */
export type BooleanInput = boolean | 'explicit-false' | number;

/** An extension by its parts; bytes are a whole encoded Extension. */
export type ExtensionInput =
  | Uint8Array
  | {
      /** Dotted, or the very content octets. */
      readonly oid: string | Uint8Array;
      readonly critical?: BooleanInput;
      /** What stands in the OCTET STRING. */
      readonly value: Uint8Array;
    };

/** `Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }` */
export function encodeExtension(extension: ExtensionInput): Uint8Array {
  if (extension instanceof Uint8Array) return extension;
  const { critical = false, value } = extension;
  return sequence(oid(extension.oid), ...defaultFalse(critical), octetString(value));
}

function defaultFalse(value: BooleanInput): Bytes[] {
  if (value === false) return [];
  return [boolean(value === 'explicit-false' ? false : value)];
}

/** OIDs that look like basicConstraints (2.5.29.19) to a careless reader. */
export const basicConstraintsOids = {
  exact: '2.5.29.19',
  /** The form of 1993, given up long ago. */
  old: '2.5.29.10',
  /** 19 again when the arc is cut to 32 bits. */
  truncated: '2.5.29.4294967315',
  /** An arc with a leading zero digit, which X.690 forbids: 55 1D 80 13. */
  padded: fromHex('551d8013'),
} as const;

export interface BasicConstraintsInput {
  readonly cA?: BooleanInput;
  /** A number, or the content octets of the INTEGER. */
  readonly pathLength?: number | Uint8Array;
  /** Default true. */
  readonly critical?: BooleanInput;
  readonly oid?: keyof typeof basicConstraintsOids;
}

/** `BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL }` */
export function basicConstraints(input: BasicConstraintsInput): ExtensionInput {
  const { cA = false, pathLength, critical = true } = input;
  const path = pathLength === undefined ? [] : [integer(pathLength)];
  return { oid: basicConstraintsOids[input.oid ?? 'exact'], critical, value: sequence(...defaultFalse(cA), ...path) };
}

const keyUsageBits = [
  'digitalSignature',
  'contentCommitment',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsageName = (typeof keyUsageBits)[number];

/** `KeyUsage ::= BIT STRING` with named bits (RFC 5280 section 4.2.1.3). */
export function keyUsage(names: readonly KeyUsageName[], critical: BooleanInput = true): ExtensionInput {
  return { oid: '2.5.29.15', critical, value: namedBits(names.map((name) => keyUsageBits.indexOf(name))) };
}

const purposes = {
  any: '2.5.29.37.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  OCSPSigning: '1.3.6.1.5.5.7.3.9',
} as const;

/** A purpose by name, or any dotted OID. */
export type PurposeName = keyof typeof purposes | (string & {});

/** `ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF KeyPurposeId` */
export function extendedKeyUsage(names: readonly PurposeName[], critical: BooleanInput = false): ExtensionInput {
  const oids = names.map((name) => (Object.hasOwn(purposes, name) ? purposes[name as keyof typeof purposes] : name));
  return { oid: '2.5.29.37', critical, value: sequence(...oids.map((dotted) => oid(dotted))) };
}

export function subjectAltName(names: readonly GeneralNameInput[], critical: BooleanInput = false): ExtensionInput {
  return { oid: '2.5.29.17', critical, value: sequence(...names.map(encodeGeneralName)) };
}

export interface NameConstraintsInput {
  readonly permitted?: readonly GeneralNameInput[];
  readonly excluded?: readonly GeneralNameInput[];
  /** Default true. */
  readonly critical?: BooleanInput;
}

/** `NameConstraints ::= SEQUENCE { permittedSubtrees [0] OPTIONAL, excludedSubtrees [1] OPTIONAL }` of `SEQUENCE { base }`. */
export function nameConstraints({ permitted, excluded, critical = true }: NameConstraintsInput): ExtensionInput {
  const subtrees = (number: number, names?: readonly GeneralNameInput[]): Bytes[] =>
    names === undefined ? [] : [context(number, ...names.map((name) => sequence(encodeGeneralName(name))))];
  return { oid: '2.5.29.30', critical, value: sequence(...subtrees(0, permitted), ...subtrees(1, excluded)) };
}

export function subjectKeyIdentifier(id: Uint8Array, critical: BooleanInput = false): ExtensionInput {
  return { oid: '2.5.29.14', critical, value: octetString(id) };
}

export interface AuthorityKeyIdentifierInput {
  readonly keyIdentifier?: Uint8Array;
  readonly issuer?: readonly GeneralNameInput[];
  /** Content octets of the INTEGER. */
  readonly serialNumber?: Uint8Array;
  readonly critical?: BooleanInput;
}

/** `AuthorityKeyIdentifier ::= SEQUENCE { keyIdentifier [0], authorityCertIssuer [1], authorityCertSerialNumber [2] }` */
export function authorityKeyIdentifier(input: AuthorityKeyIdentifierInput): ExtensionInput {
  const { keyIdentifier, issuer, serialNumber, critical = false } = input;
  const value = sequence(
    ...(keyIdentifier === undefined ? [] : [contextPrimitive(0, keyIdentifier)]),
    ...(issuer === undefined ? [] : [context(1, ...issuer.map(encodeGeneralName))]),
    ...(serialNumber === undefined ? [] : [contextPrimitive(2, serialNumber)]),
  );
  return { oid: '2.5.29.35', critical, value };
}

/** An extension that nobody knows. */
export const unknownExtension = (critical: BooleanInput, dotted = '1.3.6.1.4.1.99999.1'): ExtensionInput => ({
  oid: dotted,
  critical,
  value: octetString(fromHex('c0ffee')),
});

/** The extensions of a sound CA, for lists that are spelt out: `extensions: [...caExtensions(), unknownExtension(true)]`. */
export const caExtensions = (): ExtensionInput[] => [
  basicConstraints({ cA: true }),
  keyUsage(['keyCertSign', 'cRLSign']),
];
