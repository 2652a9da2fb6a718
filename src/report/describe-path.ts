import { reportCertificate, type ReportedCertificate } from '../document/reported-certificate.js';
import type { Certificate } from '../pki/certificate.js';
import { day, drawTree, quote, type TreeNode } from './text-layout.js';

const roles: Readonly<Record<ReportedCertificate['role'], string>> = {
  root: 'root CA',
  intermediate: 'intermediate CA',
  leaf: 'not a CA',
};

/**
 * A certification path as a tree: each certificate below the one that issued it. `standing` says what the one on top is to
 * the device; when it is nothing and the top is no root, whoever has issued it stands above.
 */
export function describePath(path: readonly Certificate[], standing?: string): string {
  const top = path.at(-1);
  if (top === undefined) return '';
  const tree = path.reduce<TreeNode>(
    (below, certificate) => {
      const note = certificate === top && standing !== undefined ? `: ${standing}` : '';
      const children = below.text === '' ? [] : [below];
      return { text: `${describe(certificate)}${note}`, children };
    },
    { text: '' },
  );
  return drawTree(
    standing === undefined && top.role !== 'root'
      ? { text: `${quote(top.issuer.text)} is missing`, children: [tree] }
      : tree,
  );
}

function describe(certificate: Certificate): string {
  const { role, key, notAfter } = reportCertificate(certificate);
  return `${certificate.name}, ${roles[role]}, ${key}, valid until ${day(notAfter)}`;
}
