import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { inspectProfile } from '../../../src/document/inspect-profile.js';
import { encodeHtml } from '../../../src/report/encode-html.js';
import { rootCA } from '../../support/authorities.js';

const root = rootCA({ subject: 'Lab Root' });

test('has what the report has: names, risks, effects, issues, payloads', () => {
  const profile = new ProfileBuilder({ displayName: 'Lab' })
    .addRootCA(root.pem)
    .addPayload('com.apple.dock', { tilesize: 48 })
    .build();
  const html = encodeHtml(inspectProfile(profile.toXml()));
  expect(html.startsWith('<!doctype html>\n')).toBe(true);
  for (const part of [
    '<title>Lab</title>',
    'unsigned configuration profile, no issues',
    '<h2>Know before you install it</h2>',
    'can pass for any server',
    '<h2>When it is installed, it</h2>',
    '<h2>2 payloads</h2>',
    '<code>tilesize</code> 48',
    'root CA (self-signed)',
  ]) {
    expect(html).toContain(part);
  }
});

test('text of the profile is text of the page and nothing else, and loads nothing', () => {
  const displayName = '</title><script>alert(1)</script>"\u202e&amp;';
  const xml = new ProfileBuilder({ identifier: 'com.example.profile', displayName })
    .addPayload<string>('com.example.<b>', { '<img src=x onerror=y>': '<iframe>', Password: 'sentinel' })
    .build()
    .toXml();
  const html = encodeHtml(inspectProfile(xml));
  expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"\\u{202E}&amp;amp;</title>');
  const tags = new Set([...html.matchAll(/<\/?([a-z]+\d?)/g)].map(([, tag]) => tag));
  const own = [
    'html',
    'main',
    'meta',
    'title',
    'style',
    'h1',
    'h2',
    'p',
    'table',
    'tr',
    'th',
    'td',
    'ul',
    'li',
    'b',
    'br',
    'span',
    'code',
    'pre',
    'details',
    'summary',
    'bdi',
  ];
  expect([...tags].filter((tag) => !own.includes(tag ?? ''))).toEqual([]);
  expect(html).not.toMatch(/https?:|url\(|src=[^x]/);
  expect(html).not.toContain('sentinel');
});

test('says the UUID of a payload, keeps the lines of a description, and shows no empty text', () => {
  const profile = new ProfileBuilder({ identifier: 'com.example.lab', description: 'one\ntwo', organization: '' })
    .addPayload('com.apple.dock', { tilesize: 48 })
    .build();
  const report = inspectProfile(profile.toXml());
  const html = encodeHtml(report);
  expect(html).toContain(`<tr><th scope="row">UUID</th><td>${report.payloads[0]?.uuid ?? ''}</td></tr>`);
  expect(html).toContain('one\ntwo</td>');
  expect(html).toMatch(/^td \{.*white-space: pre-line.*\}/m);
  expect(html).not.toContain('organization');
});

test('a name from right to left moves nothing beside it', () => {
  const xml = new ProfileBuilder({ identifier: 'com.example.profile' })
    .addPayload('com.apple.dock', { tilesize: 48 }, { displayName: 'שם' })
    .build()
    .toXml();
  expect(encodeHtml(inspectProfile(xml))).toContain('<summary><bdi>שם</bdi> (com.apple.dock)</summary>');
});

test('issues stand in the order of their weight, and no text is wider than the page', () => {
  const xml = '<plist><dict><key>a</key><true/><key>PayloadType</key><string>Configuration</string></dict></plist>';
  const html = encodeHtml(inspectProfile(xml));
  const levels = [...html.matchAll(/<b class="([a-z]+)">/g)].map(([, level]) => level);
  expect(new Set(levels).size).toBe(3);
  expect(levels).toEqual(['error', 'warning', 'info'].flatMap((level) => levels.filter((one) => one === level)));
  expect(html).toMatch(/^body \{.*overflow-wrap: anywhere.*\}$/m);
});

test('what is deep ends', () => {
  let deep: object = { end: true };
  for (let level = 0; level < 40; level += 1) deep = { level: deep };
  const xml = new ProfileBuilder({ identifier: 'com.example.profile' })
    .addPayload<string>('com.example.deep', { deep: deep as never })
    .build()
    .toXml();
  expect(encodeHtml(inspectProfile(xml))).toContain('…');
});
