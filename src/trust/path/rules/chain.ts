import { equalBytes } from '../../../asn1/der.js';
import { issue, type Issue } from '../../../diagnostics/issue.js';
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

/** Two CAs of one name, which only key identifiers tell apart without trying their keys. */
export function* sameNameCAs({ path, chain }: PathContext): Generator<Issue> {
  for (const certificate of path.slice(1)) {
    const twin = chain.find(
      ({ subject, publicKey }) =>
        subject.normalized === certificate.subject.normalized &&
        !equalBytes(publicKey.spki, certificate.publicKey.spki),
    );
    if (twin !== undefined && certificate.subjectKeyIdentifier === undefined) {
      yield issue('same-name-cas', { certificate });
    }
  }
}
