/** What of the trailer a test changes. */
export interface TrailerOptions {
  readonly offsetSize?: number;
  readonly referenceSize?: number;
  readonly objects?: number;
  readonly topObject?: number;
  readonly table?: number;
  /** Where the values are said to stand, in place of where they do. */
  readonly offsets?: readonly number[];
  readonly header?: string;
}

/** A binary property list of values that are encoded already; the first one is at the top. References have one octet. */
export function binaryDocument(objects: readonly (readonly number[])[], options: TrailerOptions = {}): Uint8Array {
  const { header = 'bplist00', offsetSize = 2, referenceSize = 1 } = options;
  const bytes = [...Buffer.from(header)];
  const places = objects.map((object) => bytes.push(...object) - object.length);
  const table = bytes.length;
  for (const place of options.offsets ?? places) bytes.push(...bigEndian(place, offsetSize));
  bytes.push(0, 0, 0, 0, 0, 0, offsetSize, referenceSize);
  bytes.push(...bigEndian(options.objects ?? objects.length, 8));
  bytes.push(...bigEndian(options.topObject ?? 0, 8));
  bytes.push(...bigEndian(options.table ?? table, 8));
  return Uint8Array.from(bytes);
}

export function bigEndian(value: number | bigint, length: number): number[] {
  const octets: number[] = [];
  for (let rest = BigInt.asUintN(length * 8, BigInt(value)); octets.length < length; rest >>= 8n) {
    octets.unshift(Number(rest & 0xffn));
  }
  return octets;
}

export const ascii = (text: string): number[] => [0x50 + text.length, ...Buffer.from(text)];
export const array = (...references: readonly number[]): number[] => [0xa0 + references.length, ...references];
export const dict = (keys: readonly number[], values: readonly number[]): number[] => [
  0xd0 + keys.length,
  ...keys,
  ...values,
];
