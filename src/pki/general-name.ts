import type { Bytes } from '../diagnostics/bytes.js';
import { universalTag, type BerValue } from '../asn1/ber.js';
import { copyBytes } from '../asn1/der.js';
import { decodeOid } from '../asn1/oid.js';
import { decodeLatin1 } from '../asn1/string-value.js';
import { readName, type DistinguishedName } from './distinguished-name.js';

/** GeneralName of RFC 5280 section 4.2.1.6, all nine kinds. `iPAddress` is text (`10.0.0.1`, `fe80::1`; `10.0.0.0/255.0.0.0` in name constraints). */
export type GeneralName =
  | { readonly kind: 'dNSName' | 'rfc822Name' | 'uniformResourceIdentifier' | 'registeredID'; readonly value: string }
  | { readonly kind: 'iPAddress'; readonly value: string; readonly raw: Bytes }
  | { readonly kind: 'directoryName'; readonly value: DistinguishedName }
  | { readonly kind: 'otherName'; readonly typeID: string; readonly raw: Bytes }
  | { readonly kind: 'x400Address' | 'ediPartyName'; readonly raw: Bytes };

/** RFC 5280 section 4.2.1.6. */
export interface SubjectAltName {
  readonly critical: boolean;
  readonly names: readonly GeneralName[];
}

/** RFC 5280 section 4.2.1.10. */
export interface NameConstraints {
  readonly critical: boolean;
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

/**
 * `GeneralNames ::= SEQUENCE OF GeneralName`. The reason is returned as text when it is something else, for example an
 * empty SEQUENCE, which RFC 5280 forbids.
 */
export function readGeneralNames(value: BerValue | undefined): readonly GeneralName[] | string {
  if (!value?.constructed) return 'GeneralNames is not a SEQUENCE';
  if (value.children.length === 0) return 'GeneralNames is empty';
  const names = value.children.map(readGeneralName);
  return names.every((name) => name !== undefined) ? Object.freeze(names) : 'a GeneralName cannot be read';
}

/** The kinds that are text, octets or an OID; the others are structures. */
const primitiveKinds: readonly number[] = [1, 2, 6, 7, 8];

/** One GeneralName; undefined when it is malformed. */
export function readGeneralName(value: BerValue): GeneralName | undefined {
  if (value.tagClass !== 2 || value.constructed === primitiveKinds.includes(value.tagNumber)) return undefined;
  const { content } = value;
  switch (value.tagNumber) {
    case 0: {
      const typeID =
        universalTag(value.children[0]) === 6 ? decodeOid(value.children[0]?.content ?? content) : undefined;
      return typeID === undefined ? undefined : { kind: 'otherName', typeID, raw: copyBytes(value.raw) };
    }
    case 1:
      return { kind: 'rfc822Name', value: decodeLatin1(content) };
    case 2:
      return { kind: 'dNSName', value: decodeLatin1(content) };
    case 3:
      return { kind: 'x400Address', raw: copyBytes(value.raw) };
    case 4: {
      const name = value.children.length === 1 ? readName(value.children[0]) : undefined;
      return name === undefined ? undefined : { kind: 'directoryName', value: name };
    }
    case 5:
      return { kind: 'ediPartyName', raw: copyBytes(value.raw) };
    case 6:
      return { kind: 'uniformResourceIdentifier', value: decodeLatin1(content) };
    case 7: {
      const text = formatAddress(content);
      return text === undefined ? undefined : { kind: 'iPAddress', value: text, raw: copyBytes(content) };
    }
    case 8: {
      const oid = decodeOid(content);
      return oid === undefined ? undefined : { kind: 'registeredID', value: oid };
    }
    default:
      return undefined;
  }
}

/** `NameConstraints ::= SEQUENCE { permittedSubtrees [0] OPTIONAL, excludedSubtrees [1] OPTIONAL }`. */
export function readNameConstraints(value: BerValue): Omit<NameConstraints, 'critical'> | string {
  if (universalTag(value) !== 16) return 'NameConstraints is not a SEQUENCE';
  if (value.children.length === 0) return 'NameConstraints is empty';
  const subtrees: Record<'permitted' | 'excluded', readonly GeneralName[]> = { permitted: [], excluded: [] };
  let next = 0;
  for (const part of value.children) {
    if (part.tagClass !== 2 || part.tagNumber > 1 || part.tagNumber < next) {
      return 'NameConstraints has an unknown, doubled or misplaced field';
    }
    next = part.tagNumber + 1;
    const names = part.children.map((subtree) =>
      subtree.children[0] ? readGeneralName(subtree.children[0]) : undefined,
    );
    if (names.length === 0 || !names.every((name) => name !== undefined)) return 'a GeneralSubtree cannot be read';
    subtrees[part.tagNumber === 0 ? 'permitted' : 'excluded'] = Object.freeze(names);
  }
  return subtrees;
}

export function formatAddress(octets: Uint8Array): string | undefined {
  switch (octets.length) {
    case 4:
      return octets.join('.');
    case 16:
      return formatIpv6(octets);
    case 8:
    case 32: {
      const half = octets.length / 2;
      return `${formatAddress(octets.subarray(0, half)) ?? ''}/${formatAddress(octets.subarray(half)) ?? ''}`;
    }
    default:
      return undefined;
  }
}

/** RFC 5952: lower case, the longest run of zero groups (the first of equals, at least two) as `::`. */
function formatIpv6(octets: Uint8Array): string {
  const groups: string[] = [];
  for (let index = 0; index < 16; index += 2) {
    groups.push((((octets[index] ?? 0) << 8) | (octets[index + 1] ?? 0)).toString(16));
  }
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (groups[start + length] === '0') length += 1;
    if (length > best.length) best = { start, length };
  }
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}
