import type { PolicyLink } from './policy-chain.js';

/** A node of the valid_policy_tree of RFC 5280 section 6.1.2 (a). */
interface TreeNode {
  readonly policy: string;
  expected: readonly string[];
  readonly parent: TreeNode | undefined;
  children: TreeNode[];
}

const nodesAt = (node: TreeNode, depth: number): TreeNode[] =>
  depth === 0 ? [node] : node.children.flatMap((child) => nodesAt(child, depth - 1));

function addChild(parent: TreeNode, policy: string, expected: readonly string[] = [policy]): void {
  parent.children.push({ policy, expected, parent, children: [] });
}

/** Takes away every node above `depth` that has no way down to it; false when nothing is left. */
function prune(node: TreeNode, depth: number): boolean {
  if (depth === 0) return true;
  node.children = node.children.filter((child) => prune(child, depth - 1));
  return node.children.length > 0;
}

/** Section 6.1.3 (d). */
function growTree(tree: TreeNode, depth: number, policies: readonly string[], mayUseAny: boolean): boolean {
  for (const policy of policies.filter((name) => name !== 'any')) {
    const matching = nodesAt(tree, depth - 1).filter(({ expected }) => expected.includes(policy));
    const parents = matching.length > 0 ? matching : nodesAt(tree, depth - 1).filter((node) => node.policy === 'any');
    for (const parent of parents) addChild(parent, policy);
  }
  if (mayUseAny && policies.includes('any')) {
    for (const parent of nodesAt(tree, depth - 1)) {
      for (const policy of parent.expected) {
        if (!parent.children.some((child) => child.policy === policy)) addChild(parent, policy);
      }
    }
  }
  return prune(tree, depth);
}

/** Section 6.1.4 (b). */
function mapTree(tree: TreeNode, depth: number, mappings: PolicyLink['mappings'], isInhibited: boolean): boolean {
  for (const issuer of new Set(mappings.map(([from]) => from))) {
    const subjects = mappings.filter(([from]) => from === issuer).map(([, to]) => to);
    const nodes = nodesAt(tree, depth);
    const matching = nodes.filter(({ policy }) => policy === issuer);
    if (isInhibited) {
      for (const { parent } of matching) parent!.children = parent!.children.filter(({ policy }) => policy !== issuer);
    } else if (matching.length > 0) {
      for (const node of matching) node.expected = subjects;
    } else {
      const any = nodes.find(({ policy }) => policy === 'any');
      if (any !== undefined) addChild(any.parent!, issuer, subjects);
    }
  }
  return prune(tree, depth);
}

/**
 * RFC 5280 sections 6.1.2 to 6.1.5 to the letter, with the tree that grows without bounds, for a path from below the
 * anchor to the leaf. Any policy will do, nothing is demanded at the beginning.
 */
export function isAcceptableByTree(links: readonly PolicyLink[]): boolean {
  let tree: TreeNode | undefined = { policy: 'any', expected: ['any'], parent: undefined, children: [] };
  let [explicit, mapping, inhibitAny] = [links.length + 1, links.length + 1, links.length + 1];
  for (const [index, link] of links.entries()) {
    const [depth, isLeaf] = [index + 1, index === links.length - 1];
    const mayUseAny = inhibitAny > 0 || (!isLeaf && link.isSelfIssued);
    if (tree && !(link.policies && growTree(tree, depth, link.policies, mayUseAny))) tree = undefined;
    if (explicit === 0 && !tree) return false;
    if (isLeaf) break;
    if (link.mappings.flat().includes('any')) return false;
    if (tree && !mapTree(tree, depth, link.mappings, mapping === 0)) tree = undefined;
    if (!link.isSelfIssued) {
      [explicit, mapping, inhibitAny] = [explicit, mapping, inhibitAny].map((count) => Math.max(0, count - 1)) as [
        number,
        number,
        number,
      ];
    }
    explicit = Math.min(explicit, link.explicit ?? explicit);
    mapping = Math.min(mapping, link.mapping ?? mapping);
    inhibitAny = Math.min(inhibitAny, link.inhibitAny ?? inhibitAny);
  }
  explicit = links.at(-1)?.explicit === 0 ? 0 : Math.max(0, explicit - 1);
  return explicit > 0 || tree !== undefined;
}
