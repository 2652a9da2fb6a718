import { describe, expect, test } from 'vitest';
import { rootCommand } from '../../../src/trust/root-command.js';
import { commonName, issue, name } from './lab.js';

const commandFor = (subject: Uint8Array): string => rootCommand(issue({ subject }).certificate);

/** What a POSIX shell makes of the words that follow `-subj`, for texts in one pair of quotes or in pieces joined by `\'`. */
function subjectWord(command: string): string {
  const [, word = ''] = /-subj ((?:'[^']*'|"[^"]*"|\\.)+)/.exec(command) ?? [];
  return word.replace(
    /'([^']*)'|"([^"]*)"|\\(.)/g,
    (_, ...pieces: (string | undefined)[]) => pieces.slice(0, 3).find((piece) => piece !== undefined) ?? '',
  );
}

describe('rootCommand', () => {
  test('puts a plain name in double quotes, which every shell understands', () => {
    expect(commandFor(commonName('Lab Root-1.2'))).toContain(' -subj "/CN=Lab Root-1.2" -addext ');
  });

  test.each([
    ['$(touch x) `id` $HOME "q" !x', '/CN=$(touch x) `id` $HOME "q" !x'],
    ["it's", "/CN=it's"],
    ["'; rm -rf ~; '", "/CN='; rm -rf ~; '"],
    ['a/O=b+OU=c\\d', '/CN=a\\/O=b\\+OU=c\\\\d'],
  ])('takes %s literally, in the shell and in openssl', (text, word) => {
    const command = commandFor(commonName(text));
    expect(command).toContain(" -subj '/CN=");
    expect(subjectWord(command)).toBe(word);
  });

  test('says that the name is UTF-8 only when it has to be', () => {
    expect(commandFor(commonName('Müller'))).toContain(" -subj '/CN=Müller' -utf8 ");
    expect(commandFor(commonName('A & B'))).not.toContain('-utf8');
  });

  test('leaves out what could deceive a terminal, and what openssl takes no more', () => {
    expect(commandFor(commonName('a\n\u001b[31m\u202eb\u0000'))).toContain(" -subj '/CN=a[31mb' ");
    expect(subjectWord(commandFor(commonName('ü'.repeat(100))))).toBe(`/CN=${'ü'.repeat(64)}`);
  });

  test('falls back to the organization, then to a plain word', () => {
    expect(commandFor(name(['2.5.4.10', 'Lab AG']))).toContain('"/CN=Lab AG"');
    expect(commandFor(name(['2.5.4.10', 'Lab AG'], ['2.5.4.3', ' ']))).toContain('"/CN=Lab AG"');
    expect(commandFor(name())).toContain('"/CN=Root CA"');
  });
});
