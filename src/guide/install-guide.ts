import { iosGeneration, newestPlatform, type Platform } from '../device/platform.js';
import { assertKnownOptions } from '../diagnostics/assert-known-options.js';
import { english } from './english.js';
import { german } from './german.js';
import { readGuideFacts, type GuidedProfile, type GuideFacts, type InstallChannel } from './guide-facts.js';
import type { GuideLanguage } from './guide-language.js';
import { markdownText, plainText, words, type GuideText, type Quotes } from './guide-text.js';
import { planGuide, type GuideSectionKind } from './plan-guide.js';

/** BCP 47. */
export type GuideLanguageTag = 'en' | 'de';

const languages: Readonly<Record<GuideLanguageTag, GuideLanguage>> = { en: english, de: german };

export interface InstallGuideOptions {
  readonly install: InstallChannel;
  /** `iOS` unless given; iPadOS is iOS. */
  readonly os?: Platform;
  /** For example `17.4`: the rows of Settings have moved over the years. The newest unless given. */
  readonly version?: string;
  /** `en` unless given. */
  readonly language?: GuideLanguageTag;
}

/** What belongs together: steps in order, or points each of which is about another case. */
export interface GuideSection {
  readonly kind: GuideSectionKind;
  readonly title: string;
  readonly isOrdered: boolean;
  /** Plain text, one step or point each. */
  readonly texts: readonly string[];
}

/** What a person does on the device, with the names that stand on the screen. */
export interface InstallGuide {
  readonly language: GuideLanguageTag;
  /** The title of the steps. */
  readonly title: string;
  /** The steps of the installation, in order. */
  readonly steps: readonly string[];
  /** The installation first, then what to do when a row is missing, how to remove it again, and Mail's exceptions. */
  readonly sections: readonly GuideSection[];
  /** Plain text: the sections that are named, or all. */
  toText(...kinds: readonly GuideSectionKind[]): string;
  /** Markdown: the sections that are named, or all. Names out of the profile are escaped, so that they stay names. */
  toMarkdown(...kinds: readonly GuideSectionKind[]): string;
}

interface Written {
  readonly kind: GuideSectionKind;
  readonly title: string;
  readonly isOrdered: boolean;
  readonly texts: readonly GuideText[];
}

/**
 * The way from the file to a root that is trusted. Whether the last switch has to be turned on by hand depends on the
 * channel alone (Apple support article 102390), so no profile can do it for the person. What only common knowledge says
 * of a system is worded as a report.
 *
 * @throws TypeError when the profile is none, an option is unknown or another word, or `version` no version
 * @example
 * const guide = installGuide(profile, { install: 'manual', os: 'iOS', version: '17.4', language: 'de' });
 * console.log(guide.toText('install'), guide.toMarkdown());
 */
export function installGuide(profile: GuidedProfile, options: InstallGuideOptions): InstallGuide {
  const { install, os, version, language } = readOptions(options);
  const spoken: GuideLanguage = languages[language];
  assertProfile(profile);
  const facts = readGuideFacts(profile, { os, version }, install);
  const written = planGuide(facts).map(({ kind, texts }): Written => {
    const sentences = texts.map(({ id, subject = '' }) => spoken.texts[id](facts, subject));
    return { kind, title: titleOf(kind, facts, spoken), isOrdered: isOrdered(kind), texts: sentences };
  });
  const sections = written.map((section): GuideSection => {
    const texts = section.texts.map((text) => plainText(text, spoken.quotes));
    return Object.freeze({ ...section, texts: Object.freeze(texts) });
  });
  const select = (kinds: readonly GuideSectionKind[]): readonly Written[] =>
    kinds.length === 0 ? written : written.filter(({ kind }) => kinds.includes(kind));
  const [{ title, texts: steps } = { title: '', texts: [] }] = sections;
  return Object.freeze({
    language,
    title,
    steps,
    sections: Object.freeze(sections),
    toText: (...kinds: readonly GuideSectionKind[]) =>
      select(kinds)
        .map((section) => sectionText(section, spoken.quotes))
        .join('\n\n'),
    toMarkdown: (...kinds: readonly GuideSectionKind[]) =>
      `${select(kinds)
        .map((section) => sectionMarkdown(section, spoken.quotes))
        .join('\n\n')}\n`,
  });
}

function sectionText({ title, isOrdered: ordered, texts }: Written, quotes: Quotes): string {
  const lines = texts.map((text, index) => {
    const mark = ordered ? `${String(index + 1).padStart(2)}.` : ' -';
    return `${mark} ${plainText(text, quotes)}`;
  });
  return [title, ...lines].join('\n');
}

function sectionMarkdown({ title, isOrdered: ordered, texts }: Written, quotes: Quotes): string {
  const lines = texts.map((text, index) => `${ordered ? `${String(index + 1)}.` : '-'} ${markdownText(text, quotes)}`);
  return [`## ${markdownText([words(title)], quotes)}`, '', ...lines].join('\n');
}

const isOrdered = (kind: GuideSectionKind): boolean => kind === 'install' || kind === 'remove';

function titleOf(kind: GuideSectionKind, { install, os }: GuideFacts, { titles }: GuideLanguage): string {
  if (kind !== 'install') return titles[kind];
  return install === 'manual' ? titles.manual[os] : titles[install];
}

/** A built or parsed one: the bytes of a file have to be read first. */
function assertProfile(profile: unknown): void {
  const { payloads } = (profile ?? {}) as { readonly payloads?: unknown };
  const isList = Array.isArray(payloads) && (payloads as readonly unknown[]).every(isPayload);
  if (!isList) throw new TypeError('profile must be one that ProfileBuilder.build() or parseProfile() returned');
}

function isPayload(value: unknown): boolean {
  const { type, content } = (value ?? {}) as { readonly type?: unknown; readonly content?: unknown };
  return typeof type === 'string' && typeof content === 'object' && content !== null;
}

const knownOptions: Readonly<Record<keyof InstallGuideOptions, true>> = {
  install: true,
  os: true,
  version: true,
  language: true,
};
const channels: readonly unknown[] = ['manual', 'mdm', 'configurator'];

function readOptions(options: InstallGuideOptions): Required<InstallGuideOptions> {
  const {
    install,
    os = 'iOS',
    version = newestPlatform.version,
    language = 'en',
  } = (options as Partial<InstallGuideOptions> | undefined) ?? {};
  if (install === undefined || !channels.includes(install)) {
    throw new TypeError("options.install must be 'manual', 'mdm' or 'configurator'");
  }
  assertKnownOptions('options', options, knownOptions);
  if (!Object.hasOwn(languages, language)) throw new TypeError("options.language must be 'en' or 'de'");
  try {
    iosGeneration({ os, version });
  } catch {
    throw new TypeError("options.os must be a system such as 'iOS', and options.version a version such as '17.4'");
  }
  return { install, os, version, language };
}
