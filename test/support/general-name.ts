import { ascii, context, contextPrimitive, fromHex, oid, oidOctets, type Bytes } from './der.js';
import { encodeName, stringValue, type NameInput } from './name.js';

/** GeneralName of RFC 5280 section 4.2.1.6, all nine kinds, and `raw` for one that no reader should accept. */
export type GeneralNameInput =
  | { readonly otherName: { readonly typeID: string; readonly value: Uint8Array | string } }
  | { readonly rfc822Name: string | Uint8Array }
  | { readonly dNSName: string | Uint8Array }
  | { readonly x400Address: Uint8Array }
  | { readonly directoryName: NameInput }
  | { readonly ediPartyName: { readonly partyName: string; readonly nameAssigner?: string } }
  | { readonly uniformResourceIdentifier: string | Uint8Array }
  | { readonly iPAddress: string | Uint8Array }
  | { readonly registeredID: string }
  | { readonly raw: Uint8Array };

const octets = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? ascii(text) : text);

export function encodeGeneralName(name: GeneralNameInput): Bytes | Uint8Array {
  if ('otherName' in name) return otherName(name.otherName);
  if ('rfc822Name' in name) return contextPrimitive(1, octets(name.rfc822Name));
  if ('dNSName' in name) return contextPrimitive(2, octets(name.dNSName));
  if ('x400Address' in name) return context(3, name.x400Address);
  if ('directoryName' in name) return context(4, encodeName(name.directoryName));
  if ('ediPartyName' in name) return ediPartyName(name.ediPartyName);
  if ('uniformResourceIdentifier' in name) return contextPrimitive(6, octets(name.uniformResourceIdentifier));
  if ('iPAddress' in name) return contextPrimitive(7, addressOctets(name.iPAddress));
  if ('registeredID' in name) return contextPrimitive(8, oidOctets(name.registeredID));
  return name.raw;
}

/** `OtherName ::= SEQUENCE { type-id OBJECT IDENTIFIER, value [0] EXPLICIT ANY }` */
function otherName({ typeID, value }: { typeID: string; value: Uint8Array | string }): Bytes {
  return context(0, oid(typeID), context(0, typeof value === 'string' ? stringValue(value) : value));
}

/** `EDIPartyName ::= SEQUENCE { nameAssigner [0] DirectoryString OPTIONAL, partyName [1] DirectoryString }` */
function ediPartyName({ partyName, nameAssigner }: { partyName: string; nameAssigner?: string }): Bytes {
  const assigner = nameAssigner === undefined ? [] : [context(0, stringValue(nameAssigner))];
  return context(5, ...assigner, context(1, stringValue(partyName)));
}

/** The octets of `10.0.0.1`, `2001:db8::1`, or with a mask for name constraints `10.0.0.0/255.0.0.0`. */
function addressOctets(address: string | Uint8Array): Uint8Array {
  if (typeof address !== 'string') return address;
  const parts = address.split('/').map((part) => (part.includes(':') ? ipv6Octets(part) : part.split('.').map(Number)));
  return Uint8Array.from(parts.flat());
}

function ipv6Octets(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const groups = (part: string): string[] => part.split(':').filter((group) => group !== '');
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...fromHex([...left, ...zeros, ...right].map((group) => group.padStart(4, '0')).join(''))];
}

/** One name of each of the nine kinds. */
export const everyGeneralName: readonly GeneralNameInput[] = [
  { otherName: { typeID: '1.3.6.1.4.1.311.20.2.3', value: 'jürgen@lab.example' } },
  { rfc822Name: 'root@lab.example' },
  { dNSName: 'lab.example' },
  { x400Address: fromHex('3000') },
  {
    directoryName: [
      ['C', 'DE'],
      ['CN', 'Lab Ä'],
    ],
  },
  { ediPartyName: { partyName: 'party', nameAssigner: 'assigner' } },
  { uniformResourceIdentifier: 'https://lab.example/' },
  { iPAddress: '2001:db8::1' },
  { registeredID: '1.2.3.4' },
];
