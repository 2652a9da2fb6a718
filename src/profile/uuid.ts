import { createHash } from 'node:crypto';

/** The namespace of the UUIDs that this package derives; made once, never to change. */
const NAMESPACE = namespaceOctets('B7A4C5D2-9A1E-4D0C-8F3E-6D5C2B1A0F97');

/** The version 5 UUID (RFC 9562 section 5.5) of a name, in upper case, as Apple's tools write UUIDs. */
export function nameUuid(namespace: Uint8Array, name: Uint8Array): string {
  return uuidOf(Buffer.concat([namespace, name]));
}

function uuidOf(namespaceAndName: Uint8Array): string {
  const octets = createHash('sha1').update(namespaceAndName).digest();
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x50;
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
  const digits = octets.toString('hex', 0, 16).toUpperCase();
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

/** The octets of a UUID that is a namespace. */
export function namespaceOctets(uuid: string): Uint8Array {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

/** The UUID that stands for `parts`; the same parts always give the same UUID. */
export function deriveUuid(...parts: readonly (string | Uint8Array)[]): string {
  const name = parts.flatMap((part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    // The length in front keeps ("a", "bc") and ("ab", "c") apart.
    return [Buffer.from(`${String(bytes.length)}:`), bytes];
  });
  return uuidOf(Buffer.concat([NAMESPACE, ...name]));
}
