import type { SeededRandom } from './seeded-random.js';

/** Leaves as people and tools write them. */
const sound = [
  '<string>a</string>',
  '<string>a&amp;b&#65;</string>',
  '<string/>',
  '<string><![CDATA[a<b]]></string>',
  '<true/>',
  '<false></false>',
  '<integer>1</integer>',
  '<integer>-12</integer>',
  '<integer>18446744073709551615</integer>',
  '<real>1.5</real>',
  '<real>1</real>',
  '<real>nan</real>',
  '<date>2024-02-29T12:00:00Z</date>',
  '<data>AQID</data>',
  '<data> AQ==\n</data>',
  '<data></data>',
  '<array/>',
  '<dict></dict>',
];
/** Leaves that readers disagree on. */
const odd = [
  '<string>&#x1F600;</string>',
  '<string>x\r\ny</string>',
  '<integer> 0x1F</integer>',
  '<real> 1e3</real>',
  '<date>2024-02-30T25:61:61Z</date>',
  '<data>AQI</data>',
  '<data>AQ==AQ==</data>',
  '<data/>',
  '<key>k</key>',
];
const leaves = [...sound, ...sound, ...sound, ...odd];
const plain = ['a', 'b', 'c', 'd', 'e&amp;', 'PayloadType', 'PayloadContent', 'constructor'];
const keys = [...plain, ...plain, '<![CDATA[a]]>', '', '__proto__', 'CF$UID', '1'];
const apple = '"-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"';
const prologs = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<?xml version="1.0"?>',
  '',
  '\n<?xml version="1.0"?>',
  '<!-- c --><?xml version="1.0"?>',
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC ${apple}>`,
  '<?xml version="1.0"?><!DOCTYPE plist>',
];
const tails = ['', '', '', '', '\n', '\0\0', '<true/>', 'text', '<!-- c -->'];
/** What is put into the middle of a document. */
const fragments = [
  ...['<', '>', '/', '&', '"', "'", '=', 'A', '0', '-', '+', '.', 'e', '[', ' ', '\n', '\r', '\t', '\0', '\u0001'],
  ...['\u00a0', '\u0085', '\u2028', '\ufeff', '\ufffd', '\ufffe', 'é', '😀'],
  ...[
    '<!--',
    '-->',
    '<!--->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<?xml?>',
    '<!DOCTYPE plist>',
    '<!DOCTYPE plist [<!ENTITY a "b">]>',
  ],
  ...['<dict>', '</dict>', '<array>', '</array>', '<key>', '</key>', '<string>', '</string>', '<plist>', '</plist>'],
  ...['<true/>', '<integer>', '</integer>', '&#0;', '&#;', '&#x41;', '&#99999999;', '&#xD800;', '&lt', '&a;'],
  ...[' a="b"', ' a=">"', ' encoding="ISO-8859-1"', ' version="1.0"'],
];

function randomValue(random: SeededRandom, depth: number): string {
  const kind = random.next();
  if (depth <= 0 || kind < 0.5) return random.pick(leaves);
  const items = Array.from({ length: random.below(4) }, () => randomValue(random, depth - 1));
  if (kind < 0.75) return `<array>${items.join(random.pick(['', '\n', '<!-- c -->', ' ']))}</array>`;
  return `<dict>${items.map((item) => `<key>${random.pick(keys)}</key>${item}`).join(random.pick(['', '\n']))}</dict>`;
}

function mutate(random: SeededRandom, text: string): string {
  const at = random.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (random.below(6)) {
    case 0:
    case 1:
      return before + random.pick(fragments) + after;
    case 2:
      return before + after.slice(1 + random.below(3));
    case 3:
      return before + random.pick(fragments) + after.slice(1);
    case 4: {
      const from = random.below(text.length);
      return before + text.slice(from, from + 20) + after;
    }
    default:
      return random.chance(0.2) ? before : before + after.slice(0, 20) + after;
  }
}

/** An XML property list, or what is left of one: a third are whole, the others have up to three faults. */
export function randomPlist(random: SeededRandom): Uint8Array {
  const body = random.chance(0.9) ? `<plist version="1.0">${randomValue(random, 3)}</plist>` : randomValue(random, 2);
  let text = `${random.pick(prologs)}${body}${random.pick(tails)}`;
  for (let faults = random.chance(0.35) ? 0 : 1 + random.below(3); faults > 0; faults -= 1) text = mutate(random, text);
  const bytes = Buffer.from(text);
  if (bytes.length > 0 && random.chance(0.1)) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}
