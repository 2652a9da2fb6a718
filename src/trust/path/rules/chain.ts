import { equalBytes } from '../../../asn1/der.js';
import { escapeText } from '../../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../../diagnostics/issue.js';
import type { Certificate } from '../../../pki/certificate.js';
import type { PathContext } from '../path-context.js';

/** Only "leaf first" matters to Apple; other clients want each certificate behind the one that it issued. */
export function* chainOrder({ path, chain, policy }: PathContext): Generator<Issue> {
  if (policy.kind !== 'tls-server') return;
  const sent = path.flatMap((certificate) => {
    const place = chain.findIndex(({ raw }) => equalBytes(raw, certificate.raw));
    return place < 0 ? [] : [place];
  });
  const isInOrder = sent.every((place, index) => index === 0 || place > (sent[index - 1] ?? 0));
  if (!isInOrder) yield issue('chain-order', { certificate: path[0] });
}

/**
 * A missing issuer may be fetched from where the certificate says: over plain HTTP, and as long as the certificate is valid
 * (SecCAIssuerRequest.m, SecCertificateSource.c). A watch does not, and nobody does who joins a network.
 */
export function* issuerDownload({ path, source, policy, platform, at }: PathContext): Generator<Issue> {
  const last = path.at(-1) ?? path[0];
  const isAsked = policy.kind === 'tls-server' && platform.os !== 'watchOS' && source === undefined;
  if (!isAsked || last.isSelfSigned || at < last.notBefore || at > last.notAfter) return;
  const addresses = (last.authorityInfoAccess ?? []).flatMap(({ method, location }) =>
    method === 'caIssuers' && location.kind === 'uniformResourceIdentifier' ? [location.value] : [],
  );
  const address = addresses.find((text) => /^http:\/\//i.test(text));
  if (address === undefined) return;
  yield issue('aia-fetch', { certificate: last }, { address: `"${escapeText(address, 200)}"` });
}

/** Two CAs of one name, which only key identifiers tell apart without trying their keys. */
export function* sameNameCAs({ path, chain, anchors }: PathContext): Generator<Issue> {
  for (const [index, certificate] of path.slice(1).entries()) {
    const child = path[index] ?? certificate;
    const isTold = child.authorityKeyIdentifier?.keyIdentifier !== undefined;
    if (isTold && certificate.subjectKeyIdentifier !== undefined) continue;
    const isTwin = ({ isCA, subject, publicKey }: Certificate): boolean =>
      isCA &&
      subject.normalized === certificate.subject.normalized &&
      !equalBytes(publicKey.spki, certificate.publicKey.spki);
    if (!chain.some(isTwin) && !anchors.some(isTwin)) continue;
    const lacking =
      certificate.subjectKeyIdentifier === undefined
        ? `${certificate.name} has no subjectKeyIdentifier`
        : `${child.name} has no authorityKeyIdentifier`;
    yield issue('same-name-cas', { certificate }, { lacking });
  }
}
