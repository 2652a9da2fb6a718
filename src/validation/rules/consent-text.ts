import { escapeText } from '../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import { joinPointer } from '../../plist/pointer.js';
import { isDictionary } from '../../schema/plist-type.js';
import type { ProfileContext } from './profile-rule.js';

/** ConsentText has a text for languages that are not listed. */
export function* consentTextHasDefault({ profile }: ProfileContext): Generator<Issue> {
  const texts = profile['ConsentText'];
  if (isDictionary(texts) && !Object.hasOwn(texts, 'default')) {
    yield issue('toplevel-consent-text-default', { pointer: '/ConsentText' });
  }
}

/** Letters, then subtags behind hyphens; Apple writes underscores in places. */
const languageForm = /^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i;
/** RFC 5646 section 4.4.1 asks implementations for 35 characters. */
const MAX_LANGUAGE_LENGTH = 64;

/** The keys of ConsentText are languages. */
export function* consentTextIsByLanguage({ profile }: ProfileContext): Generator<Issue> {
  const texts = profile['ConsentText'];
  if (!isDictionary(texts)) return;
  for (const language of Object.keys(texts)) {
    if (language.length <= MAX_LANGUAGE_LENGTH && languageForm.test(language)) continue;
    const pointer = joinPointer('/ConsentText', language);
    yield issue('toplevel-consent-text-is-language-map', { pointer }, { language: escapeText(language, 60) });
  }
}
