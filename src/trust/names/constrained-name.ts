import type { Certificate } from '../../pki/certificate.js';
import type { DistinguishedName } from '../../pki/distinguished-name.js';
import type { GeneralName } from '../../pki/general-name.js';
import { foldAscii } from './a-labels.js';
import { isDnsName } from './dns-name.js';

/** The forms of names that Apple's evaluator can constrain. */
export type ConstrainedForm = 'dNSName' | 'iPAddress' | 'rfc822Name' | 'uniformResourceIdentifier' | 'directoryName';

/** A name of a certificate, taken apart once so that comparing it with thousands of subtrees stays cheap. */
export type ConstrainedName = { readonly text: string } & (
  | { readonly form: 'dNSName'; readonly host: string }
  | { readonly form: 'iPAddress'; readonly octets: Uint8Array }
  /** Without `host` it is no mail address. */
  | { readonly form: 'rfc822Name'; readonly localPart: string; readonly host?: string }
  /** Without `host` the URI names none, or an address: RFC 5280 then lets no constraint on URIs be met. */
  | { readonly form: 'uniformResourceIdentifier'; readonly host?: string }
  | { readonly form: 'directoryName'; readonly rdns: readonly string[] }
);

/**
 * The names that constraints are applied to: the subject, the mail addresses in it, and the subjectAltName. RFC 5280 asks
 * for the mail addresses of the subject only where there is no subjectAltName; Apple's evaluator and OpenSSL always look at
 * them. A commonName is no DNS name here, for RFC 5280 and for Apple: TLS clients of Apple never read it.
 */
export function constrainedNames({ subject, subjectAltName }: Certificate): readonly ConstrainedName[] {
  const mail = subject.rdns.flat().filter(({ type }) => type === 'emailAddress');
  return [
    ...(subject.rdns.length === 0 ? [] : [directoryName(subject)]),
    ...mail.map(({ value }) => mailAddress(value)),
    ...(subjectAltName?.names ?? []).flatMap((name) => constrainedName(name) ?? []),
  ];
}

function constrainedName(name: GeneralName): ConstrainedName | undefined {
  switch (name.kind) {
    case 'dNSName':
      return { form: 'dNSName', text: name.value, host: foldAscii(name.value) };
    case 'iPAddress':
      return { form: 'iPAddress', text: name.value, octets: name.raw };
    case 'rfc822Name':
      return mailAddress(name.value);
    case 'uniformResourceIdentifier':
      return uri(name.value);
    case 'directoryName':
      return directoryName(name.value);
    default:
      return undefined;
  }
}

function directoryName(name: DistinguishedName): ConstrainedName {
  return { form: 'directoryName', text: name.text, rdns: normalizedRdns(name) };
}

/** The RDNs as texts that are equal when the RDNs match by RFC 5280 section 7.1. */
export function normalizedRdns({ normalized }: DistinguishedName): readonly string[] {
  return (JSON.parse(normalized) as unknown[]).map((rdn) => JSON.stringify(rdn));
}

function mailAddress(text: string): ConstrainedName {
  const at = text.lastIndexOf('@');
  const host = foldAscii(text.slice(at + 1));
  if (at < 1 || host === '' || host.startsWith('.')) return { form: 'rfc822Name', text, localPart: '' };
  return { form: 'rfc822Name', text, localPart: text.slice(0, at), host };
}

/** The host of RFC 3986 section 3.2: behind `//` and the user's name, in front of the port, the path, the query and the fragment. */
function uri(text: string): ConstrainedName {
  // A backslash would end the authority for some readers and not for others.
  const [, authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\\]*)(?:[/?#]|$)/i.exec(text) ?? [];
  const host = foldAscii(authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, ''));
  const name = host.replace(/\.$/, '');
  if (name.includes('*') || !isDnsName(name)) return { form: 'uniformResourceIdentifier', text };
  return { form: 'uniformResourceIdentifier', text, host: name };
}
