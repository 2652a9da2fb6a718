import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { installGuide } from '../../../src/guide/install-guide.js';
import { markdownText, name, plainText, row, say } from '../../../src/guide/guide-text.js';
import { rootCA } from '../../support/authorities.js';

/** CommonMark 0.31 section 2.4: a backslash in front of any ASCII punctuation shows it, and nothing else happens. */
const unescape = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const hostile = [
  '*bold* _emphasis_ `code`',
  '[click](https://example.org)',
  '![image](https://example.org/x.png)',
  '<script>alert(1)</script>',
  'https://example.org and www.example.org',
  'mail@example.org',
  '&lt;b&gt; &#65;',
  '# title | cell ~~gone~~',
  '1. item - item + item',
  '\\*already escaped\\*',
];

test.each(hostile)('a name stays a name in Markdown: %s', (subject) => {
  const profile = new ProfileBuilder({ displayName: subject }).addRootCA(rootCA({ subject }).der).build();
  const { steps, toMarkdown } = installGuide(profile, { install: 'manual' });
  const last = toMarkdown('install').trimEnd().split('\n').at(-1) ?? '';
  const [, shown = ''] = /switch on "(.*)", then tap/.exec(last) ?? [];
  expect(shown.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]/);
  expect(unescape(shown)).toBe(subject);
  expect(steps.at(-1)).toContain(`"${subject}"`);
});

test('a name of several lines, or with tabs, cannot leave its line', () => {
  const subject = 'Root\n\n# Do this\n```\nx\r\n\ty';
  const profile = {
    displayName: subject,
    payloads: new ProfileBuilder().addRootCA(rootCA({ subject }).der).build().payloads,
  };
  const markdown = installGuide(profile, { install: 'manual' }).toMarkdown();
  expect(markdown.match(/^#/gm)).toHaveLength(4);
  expect(markdown).not.toMatch(/^```|\t|\r/m);
});

test('rows are bold, words of our own are escaped where Markdown would take them for more', () => {
  const text = say`a_b <c> ${row('One', 'Two')} ${name('x.y')}`;
  expect(markdownText(text, ['«', '»'])).toBe('a\\_b \\<c\\> **One › Two** «x\\.y»');
  expect(plainText(text, ['«', '»'])).toBe('a_b <c> One › Two «x.y»');
});
