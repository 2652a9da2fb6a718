import { universalTag, type BerValue } from './ber.js';
import { isPaddedOid } from './oid.js';

/** A departure from DER in a value that can be read. */
export interface DerDefect {
  readonly offset: number;
  readonly reason: string;
}

const INTEGER = 2;
const OBJECT_IDENTIFIER = 6;
/** EXTERNAL, EMBEDDED PDV, SEQUENCE and SET: all other universal types are primitive in DER (X.690 section 10.2). */
const constructedTypes: readonly number[] = [8, 11, 16, 17];

/**
 * Tells of universal values, at any depth, that are not as DER has them: strings in pieces, and INTEGER and OBJECT IDENTIFIER
 * in more octets than they need (X.690 sections 8.3, 8.19, 10.2). Lengths and tags are judged when they are read.
 */
export function reportDerDefects(value: BerValue, onDefect: (defect: DerDefect) => void): void {
  const reason = findDefect(value);
  if (reason !== undefined) onDefect({ offset: value.offset, reason });
  for (const child of value.children) reportDerDefects(child, onDefect);
}

function findDefect(value: BerValue): string | undefined {
  const tag = universalTag(value);
  if (tag === undefined) return undefined;
  if (value.constructed) return constructedTypes.includes(tag) ? undefined : 'a primitive type is constructed';
  const [first = 0, second = 0] = value.content;
  if (tag === INTEGER && value.content.length > 1 && (first === 0 ? second < 0x80 : first === 0xff && second >= 0x80)) {
    return 'INTEGER is not minimal';
  }
  return tag === OBJECT_IDENTIFIER && isPaddedOid(value.content) ? 'OBJECT IDENTIFIER is padded' : undefined;
}
