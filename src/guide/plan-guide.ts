import type { GuideFacts } from './guide-facts.js';
import type { GuideTextId } from './guide-language.js';

/** `install`: what a person does, in order; `missing`: when a row is not there; `remove`: in order; `mail`: Mail's exceptions. */
export type GuideSectionKind = 'install' | 'missing' | 'remove' | 'mail';

/** One text, and the name that it is about when the facts hold several. */
export interface PlannedText {
  readonly id: GuideTextId;
  readonly subject?: string;
}

export interface PlannedSection {
  readonly kind: GuideSectionKind;
  readonly texts: readonly PlannedText[];
}

/** Which texts are said, in which order: the same in every language. A section without texts is left out. */
export function planGuide(facts: GuideFacts): PlannedSection[] {
  const sections: PlannedSection[] = [
    { kind: 'install', texts: [...installTexts(facts)] },
    { kind: 'missing', texts: [...missingTexts(facts)] },
    { kind: 'remove', texts: [...removeTexts(facts)] },
    { kind: 'mail', texts: [...mailTexts(facts)] },
  ];
  return sections.filter(({ texts }) => texts.length > 0);
}

function* installTexts(facts: GuideFacts): Generator<PlannedText> {
  if (!isPossible(facts)) {
    yield { id: `no-${facts.install}` };
    return;
  }
  if (facts.install === 'manual') yield* manualTexts(facts);
  else if (facts.install === 'mdm') yield* texts('mdm-send', 'mdm-listed');
  else yield* texts('configurator-send', 'configurator-add', 'configurator-listed');
  yield* trustTexts(facts);
  for (const { name } of facts.unlisted) yield { id: 'unlisted', subject: name };
  if (facts.roots.length + facts.unlisted.length === 0) yield { id: 'no-root' };
}

/** Where certificate payloads are taken at all (Apple's device-management schema), and by whom. */
function isPossible({ os, install, since }: GuideFacts): boolean {
  if (install === 'configurator') return os === 'iOS' || os === 'tvOS';
  const firsts = {
    iOS: ['4', '4'],
    macOS: ['10.7', '10.7'],
    tvOS: ['9', '9'],
    watchOS: ['3', '10'],
    visionOS: ['1', '1.1'],
  };
  const [manual = '', mdm = ''] = firsts[os];
  return since(install === 'manual' ? manual : mdm);
}

function* manualTexts({ os, roots, unlisted, since }: GuideFacts): Generator<PlannedText> {
  const warning = roots.length + unlisted.length > 0 ? 'warning' : 'done';
  switch (os) {
    case 'iOS':
      if (since('12.2')) yield* texts('open', 'downloaded', 'install', warning);
      else yield* texts('open-old', 'install', warning);
      yield { id: since('15') ? 'listed' : 'listed-old' };
      break;
    case 'visionOS':
      yield* texts('open', 'downloaded', 'install', warning, 'listed');
      break;
    case 'macOS':
      yield* texts(since('11') ? 'mac-open' : 'mac-open-old', 'mac-install', 'listed');
      break;
    case 'tvOS':
      yield* texts('tv-serve', 'tv-add', 'tv-install');
      break;
    case 'watchOS':
      yield* texts('watch-open', 'watch-install', 'listed');
      break;
  }
}

/** The last step: a switch, or none (Apple support article 102390). */
function* trustTexts({ os, install, roots, since }: GuideFacts): Generator<PlannedText> {
  if (roots.length === 0) return;
  if (install !== 'manual') yield { id: 'trusted-at-once' };
  else if (os === 'macOS') yield* texts('mac-keychain', 'mac-always-trust');
  else if (os === 'tvOS') yield { id: 'tv-switch' };
  else if (os === 'watchOS') yield { id: 'watch-no-switch' };
  else if (os === 'iOS' && !since('10.3')) yield { id: 'trusted-before-switch' };
  else yield* texts('switch-open', 'switch-on');
}

/** Whether the person has to find a row in Certificate Trust Settings; of the Apple TV it is only reported. */
function hasSwitch({ os, install, since }: GuideFacts): boolean {
  if (install !== 'manual') return false;
  return os === 'iOS' ? since('10.3') : os === 'visionOS' || os === 'tvOS';
}

function* missingTexts(facts: GuideFacts): Generator<PlannedText> {
  if (!isPossible(facts)) return;
  const { os, install, roots, unlisted, since } = facts;
  for (const { name, reason } of unlisted) yield { id: reason, subject: name };
  if (os === 'iOS' && hasSwitch(facts) && since('18') && !since('18.1')) yield { id: 'ios-18-bug' };
  if (install === 'manual') yield* notInstalledTexts(facts);
  else yield { id: `${install}-failed` };
  if (roots.length > 0 && hasSwitch(facts)) yield* texts('form-is-right', 'renewed');
  if (roots.length > 0) yield { id: 'still-refused' };
}

/** Why nothing was installed. */
function* notInstalledTexts({ os, since }: GuideFacts): Generator<PlannedText> {
  const isDownloaded = os === 'visionOS' || (os === 'iOS' && since('12.2'));
  if (isDownloaded) yield* texts('not-installed-yet', 'eight-minutes');
  if ((os === 'iOS' && since('16')) || (os === 'macOS' && since('13'))) yield { id: 'lockdown-mode' };
  if (os === 'iOS' && since('17.3')) yield { id: 'stolen-device' };
  const firsts = { iOS: '6', macOS: '13', visionOS: '2', tvOS: undefined, watchOS: undefined };
  const first = firsts[os];
  if (first !== undefined && since(first)) yield { id: 'restriction' };
}

function* removeTexts(facts: GuideFacts): Generator<PlannedText> {
  if (!isPossible(facts)) return;
  const { os, install, roots } = facts;
  if (install === 'mdm') {
    yield { id: 'remove-by-mdm' };
    return;
  }
  if (install === 'configurator') yield { id: 'remove-by-configurator' };
  else if (os === 'tvOS') yield { id: 'tv-remove' };
  else yield* texts('remove-open', 'remove-tap');
  if (roots.length === 0) return;
  if (os === 'macOS') yield { id: 'mac-remove-trust' };
  else if (hasSwitch(facts)) yield { id: 'remove-trust' };
}

/** An exception that a person once allowed for one server is no profile, so that no profile can take it back. */
function* mailTexts({ os }: GuideFacts): Generator<PlannedText> {
  if (os === 'iOS') yield* texts('mail-exception', 'mail-name', 'mail-delete', 'mail-smtp', 'mail-root');
}

function* texts(...ids: readonly GuideTextId[]): Generator<PlannedText> {
  for (const id of ids) yield { id };
}
