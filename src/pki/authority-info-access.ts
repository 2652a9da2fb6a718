import { universalTag, type BerValue } from '../asn1/ber.js';
import { decodeOid } from '../asn1/oid.js';
import { readGeneralName, type GeneralName } from './general-name.js';

/** RFC 5280 section 4.2.2.1: where something about the issuer is found. */
export interface AccessDescription {
  /** `ocsp`, `caIssuers`, or the OID of another method. */
  readonly method: string;
  readonly location: GeneralName;
}

/** What the extension authorityInfoAccess says, in its order. */
export interface AuthorityInfoAccessFacts {
  readonly authorityInfoAccess?: readonly AccessDescription[];
}

const methodNames: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.48.1': 'ocsp',
  '1.3.6.1.5.5.7.48.2': 'caIssuers',
};

/**
 * `AuthorityInfoAccessSyntax ::= SEQUENCE SIZE (1..MAX) OF AccessDescription`, which is
 * `SEQUENCE { accessMethod OBJECT IDENTIFIER, accessLocation GeneralName }`. The defect is returned as text.
 */
export function decodeAuthorityInfoAccess(value: BerValue): AuthorityInfoAccessFacts | string {
  if (universalTag(value) !== 16) return 'AuthorityInfoAccessSyntax is not a SEQUENCE';
  if (value.children.length === 0) return 'AuthorityInfoAccessSyntax is empty';
  const descriptions = value.children.map(readAccessDescription);
  if (!descriptions.every((description) => description !== undefined)) return 'an AccessDescription cannot be read';
  return { authorityInfoAccess: Object.freeze(descriptions) };
}

function readAccessDescription(value: BerValue): AccessDescription | undefined {
  const [methodValue, locationValue, ...others] = universalTag(value) === 16 ? value.children : [];
  if (methodValue === undefined || locationValue === undefined || others.length > 0) return undefined;
  const oid = universalTag(methodValue) === 6 && !methodValue.constructed ? decodeOid(methodValue.content) : undefined;
  const location = readGeneralName(locationValue);
  return oid === undefined || location === undefined
    ? undefined
    : Object.freeze({ method: methodNames[oid] ?? oid, location });
}
