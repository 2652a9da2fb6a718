/** Text as Markdown shows it literally, on one line. In code, between backticks, nothing needs escaping nor could have it. */
export function literal(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/[\\*_<>[\]|#]/g, '\\$&') : part))
    .join('`')
    .replace(/\s*\n\s*/g, ' · ');
}

/** Code in a cell of a table, where a bar would end the cell, in code too. */
export function cellCode(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}

/** A table that Prettier leaves as it is: it would pad every cell to the longest one of its column. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) =>
    ['', ...cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)), ''].join('|'),
  );
  return ['<!-- prettier-ignore -->', ...lines].join('\n');
}

/** The anchors that GitHub gives to the headings of a page, in the order in which they stand there. */
export class Anchors {
  readonly #taken = new Map<string, number>();

  add(heading: string): string {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = this.#taken.get(slug) ?? 0;
    this.#taken.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${String(count)}`;
  }
}
