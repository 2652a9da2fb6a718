import type { Pkcs12Report } from '../document/inspect-pkcs12.js';
import type { ReportedBag, ReportedProtection, ReportedSafe } from '../document/reported-pkcs12.js';
import type { ImportingSystem } from '../trust/pkcs12/diagnose-pkcs12.js';
import { certificateRows } from './describe-certificate.js';
import { alignRows, count, drawTree, quote, type TreeNode } from './text-layout.js';

const MAX_BAGS = 50;

const bagNames: Readonly<Record<ReportedBag['kind'], string>> = {
  key: 'private key, not encrypted by itself',
  'shrouded-key': 'private key',
  certificate: 'certificate',
  crl: 'revocation list',
  secret: 'secret',
  unknown: 'bag of an unknown kind',
};

/** A PKCS#12 file as a tree: its MAC, its safes with what is in them, and its identity. */
export function describePkcs12({ mac, safes, identity, isOpen }: Pkcs12Report): string {
  const closed = safes.some(({ bags }) => bags === undefined);
  return drawTree({
    text: isOpen ? 'PKCS#12, opened' : 'PKCS#12, seen from outside',
    children: [
      { text: `MAC: ${mac === undefined ? 'none' : describeProtection(mac)}` },
      ...safes.map(describeSafe),
      ...(identity === undefined
        ? []
        : [
            {
              text: `identity ${quote(identity.friendlyName ?? identity.certificate.name)}`,
              children: [
                ...certificateRows(identity.certificate),
                ...alignRows([['chain', identity.chain.map(({ name }) => quote(name)).join(', ') || undefined]]),
              ].map((text) => ({ text })),
            },
          ]),
      ...(closed && !isOpen ? [{ text: 'more can be seen with the password' }] : []),
    ],
  });
}

/** `iOS 18.0, macOS 15.0 ... and later`, or that no system imports the file. */
export function describeImports(imports: readonly ImportingSystem[]): string {
  if (imports.length === 0) return 'imported by no system';
  return `imported by ${imports.map(({ os, from }) => `${os} ${from}`).join(', ')} and later`;
}

function describeSafe({ encryption, bags }: ReportedSafe): TreeNode {
  const shown = (bags ?? []).slice(0, MAX_BAGS).map((bag) => ({ text: describeBag(bag) }));
  const more = (bags ?? []).length - shown.length;
  const inside = bags === undefined ? '' : `: ${count(bags.length, 'bag')}`;
  return {
    text: `${encryption === undefined ? 'not encrypted' : describeProtection(encryption)}${inside}`,
    children: more > 0 ? [...shown, { text: `… ${String(more)} more` }] : shown,
  };
}

function describeBag({ kind, encryption, friendlyName, localKeyID, certificate }: ReportedBag): string {
  return [
    certificate === undefined ? bagNames[kind] : `certificate ${quote(certificate.name)}`,
    ...(encryption === undefined ? [] : [describeProtection(encryption)]),
    ...(friendlyName === undefined ? [] : [`friendlyName ${quote(friendlyName)}`]),
    ...(localKeyID === undefined ? [] : [`localKeyID ${localKeyID.slice(0, 40)}`]),
  ].join(', ');
}

function describeProtection({ algorithm, iterations }: ReportedProtection): string {
  return iterations === undefined ? algorithm : `${algorithm}, ${count(iterations, 'iteration')}`;
}
