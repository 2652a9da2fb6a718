import { decodeCertificate, type Certificate } from '../../../../src/pki/certificate.js';
import { findNameConstraintViolations } from '../../../../src/trust/names/name-constraints.js';
import { intermediateCA, leaf, rootCA } from '../../../support/authorities.js';
import type { NameConstraintsInput } from '../../../support/extension.js';
import type { CertificateOptions } from '../../../support/issue-certificate.js';

/** The options of the certificates of a path, the leaf first and the root last; a leaf has no names unless it is given some. */
export function pathOf(...options: readonly CertificateOptions[]): readonly Certificate[] {
  const [server = {}, ...authorities] = options;
  const [anchor = {}, ...below] = authorities.reverse();
  const root = rootCA(anchor);
  let issuer = root;
  const chain = [root];
  for (const [index, authority] of below.entries()) {
    issuer = intermediateCA(issuer, { subject: `CA ${index}`, ...authority });
    chain.unshift(issuer);
  }
  chain.unshift(leaf(issuer, { subject: [], subjectAltName: 'absent', ...server }));
  return chain.map(({ der }) => decodeCertificate(der));
}

/** `excluded dNSName a.example`, one text a violation, for a leaf under a CA with these constraints. */
export function violationsOf(constraints: NameConstraintsInput, server: CertificateOptions): readonly string[] {
  const path = pathOf(server, { nameConstraints: constraints }, {});
  const { violations } = findNameConstraintViolations(path, { anchorConstrains: true });
  for (const { by, certificate, reason } of violations) {
    if (by !== path[1] || certificate !== path[reason === 'unsupported-form' ? 1 : 0])
      throw new Error('another one is blamed');
  }
  return violations.map(({ reason, form, name }) => `${reason} ${form} ${name}`.trim());
}
