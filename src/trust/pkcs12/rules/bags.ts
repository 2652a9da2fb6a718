import { issue, type Issue } from '../../../diagnostics/issue.js';
import type { Pkcs12Bag } from '../../../pki/pkcs12-bags.js';
import type { Pkcs12Facts } from '../../../pki/pkcs12-facts.js';
import { arePaired } from '../../../pki/pkcs12-identity.js';
import { wholeFile, type Pkcs12Context } from './pkcs12-rule.js';

const isKey = ({ kind }: Pkcs12Bag): boolean => kind === 'key' || kind === 'shrouded-key';

const exportOne =
  'export one identity alone: `openssl pkcs12 -export -inkey KEY -in CERTIFICATE -certfile CHAIN -out NEW`';

/** Before the file is open, too many keys can be seen already, but not too few. */
export function* hasOneIdentity({ facts }: Pkcs12Context): Generator<Issue> {
  const { bags, opened } = facts;
  const isLess = opened !== undefined && opened.content === undefined;
  if (bags.filter(isKey).length <= 1 && !isLess) return;
  const found = `the PKCS#12 file ${countIdentity(facts)}`;
  yield issue('pkcs12-content-one-identity', wholeFile, { found, advice: exportOne, isWhole: true });
}

/** What a file holds in place of one identity; its certificates are counted when it is open, and all can be seen. */
export function countIdentity({ bags, opened }: Pick<Pkcs12Facts, 'bags' | 'opened'>): string {
  const keys = count(bags.filter(isKey).length, 'private key');
  if (opened === undefined) return `holds ${keys}, not one with its certificate`;
  const certificates = count(bags.filter(({ kind }) => kind === 'certificate').length, 'certificate');
  return `holds ${keys} and ${certificates}, not one private key with its certificate`;
}

function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : String(number)} ${noun}${number === 1 || number === 0 ? '' : 's'}`;
}

export function* keyIsShrouded({ facts: { bags } }: Pkcs12Context): Generator<Issue> {
  const keys = bags.filter(isKey);
  if (keys.some(({ kind }) => kind === 'key')) {
    yield issue('p12-key-bag', wholeFile, { reason: 'it is not encrypted by itself' });
  }
  if (keys.some(({ kind, isNested }) => kind === 'shrouded-key' && isNested)) {
    yield issue('p12-key-bag', wholeFile, { reason: 'it stands in a bag of bags' });
  }
}

export function* bagsAreKnown({ facts: { bags } }: Pkcs12Context): Generator<Issue> {
  const unknown = new Set(bags.flatMap(({ kind, oid, isNested }) => (kind === 'unknown' && !isNested ? [oid] : [])));
  for (const oid of unknown) yield issue('p12-bag-unknown', wholeFile, { oid });
}

/** Whether the device finds the certificate of the key, as we do by looking at the keys. */
export function* isPaired({ facts: { opened } }: Pkcs12Context): Generator<Issue> {
  if (opened?.content === undefined) return;
  const { content, pair } = opened;
  if (pair === undefined) {
    const names = content.certificates.slice(0, 20).map(({ certificate: { name } }) => name);
    yield issue('p12-key-mismatch', wholeFile, { names });
  } else if (!arePaired(pair.keyAttributes, pair.certificate)) {
    yield issue('p12-localkeyid', wholeFile);
  }
}

export function* keyType({ facts: { opened } }: Pkcs12Context): Generator<Issue> {
  const algorithm = opened?.pair?.publicKey.algorithm ?? 'RSA';
  if (algorithm !== 'RSA' && algorithm !== 'EC') yield issue('p12-key-type', wholeFile, { found: algorithm });
}
