import { issue, type Issue } from '../../diagnostics/issue.js';
import { escapeText } from '../../diagnostics/escape-text.js';
import { textOf, type PlacedDictionary } from '../../profile/codec.js';
import { isDictionary } from '../../schema/plist-type.js';
import { certificateForm, embeddedIn } from '../content/payload-certificates.js';
import { payloadsOfType } from '../profile-memo.js';
import type { ProfileContext } from './profile-rule.js';

/**
 * A device asks a CA for its identity while it installs the profile, over TLS. Which root that server has is not known
 * here; that there is none in the profile is.
 */
export function* serverRootIsThere(context: ProfileContext): Generator<Issue> {
  const found = [...serversOf(context)].filter(({ url }) => /^https:/i.test(url));
  if (found.length === 0 || hasRoot(context)) return;
  for (const { pointer, url, protocol } of found) {
    yield issue('acme-scep-needs-root', { pointer }, { protocol, host: hostOf(url) });
  }
}

interface EnrolmentServer {
  readonly protocol: 'ACME' | 'SCEP';
  readonly pointer: string;
  readonly url: string;
}

function* serversOf(context: ProfileContext): Generator<EnrolmentServer> {
  for (const { pointer, dictionary } of payloadsOfType(context, 'com.apple.security.acme')) {
    const url = textOf(dictionary, 'DirectoryURL');
    if (url !== undefined) yield { protocol: 'ACME', pointer: `${pointer}/DirectoryURL`, url };
  }
  for (const { pointer, dictionary } of payloadsOfType(context, 'com.apple.security.scep')) {
    const content = dictionary['PayloadContent'];
    const url = isDictionary(content) ? textOf(content, 'URL') : undefined;
    if (url !== undefined) yield { protocol: 'SCEP', pointer: `${pointer}/PayloadContent/URL`, url };
  }
}

function hasRoot(context: ProfileContext): boolean {
  const isRoot = (payload: PlacedDictionary): boolean =>
    certificateForm(textOf(payload.dictionary, 'PayloadType') ?? '') !== undefined &&
    embeddedIn(payload, context)?.certificate?.role === 'root';
  return context.payloads.some(isRoot);
}

/** The rest of the URL may hold what only the device should know. */
function hostOf(url: string): string {
  return URL.canParse(url) ? `"${escapeText(new URL(url).host, 80)}"` : 'of the CA';
}
