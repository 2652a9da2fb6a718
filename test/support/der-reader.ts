/** One value of a DER encoding. */
export interface DerValue {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Identifier, length and content. */
  readonly raw: Uint8Array;
}

/** The values that stand one after another. Only for what the workshop made itself: short tags, definite lengths. */
export function readValues(bytes: Uint8Array): DerValue[] {
  const values: DerValue[] = [];
  for (let rest = bytes; rest.length > 0; rest = rest.subarray(values.at(-1)!.raw.length)) values.push(readValue(rest));
  return values;
}

function readValue(bytes: Uint8Array): DerValue {
  const [tag = 0, first = 0] = bytes;
  const octets = first < 0x80 ? 0 : first & 0x7f;
  const length = octets === 0 ? first : bytes.subarray(2, 2 + octets).reduce((sum, octet) => sum * 256 + octet, 0);
  const end = 2 + octets + length;
  if ((tag & 0x1f) === 0x1f || first === 0x80 || end > bytes.length) throw new RangeError('this is not our own DER');
  return { tag, content: bytes.subarray(2 + octets, end), raw: bytes.subarray(0, end) };
}

/** The values inside of one constructed value. */
export const readChildren = (bytes: Uint8Array): DerValue[] => readValues(readValue(bytes).content);
