import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { PlistLimits } from './limits.js';
import { joinPointer } from './pointer.js';
import { NO_PARENT, PositionRecord, type Positions } from './positions.js';
import { isScalarFault, scalarDecoders } from './scalar.js';
import type { PlistSource } from './source.js';
import type { PlistValue } from './value.js';
import { nameTag, XmlScanner, type XmlEvent } from './xml-scanner.js';
import { escapeXml } from './xml-text.js';

/** A property list written anew so that the plist library cannot misread it. */
export interface GuardedPlist {
  /** XML of the six elements dict, array, key, string, true and false only. */
  readonly canonical: string;
  /** The values that stand behind the texts `mark + index` in the canonical XML. */
  readonly scalars: readonly PlistValue[];
  readonly positions: Positions;
}

/** What means nothing between elements and may stand there. */
const passedOver = { comment: 'a comment', instruction: 'a processing instruction', doctype: 'a DOCTYPE' } as const;

type OpenEvent = Extract<XmlEvent, { kind: 'open' }>;

/**
 * Reads the strict grammar of a property list: one value, keys once and with a value, nothing between elements but white
 * space and comments, nothing inside leaves but text (CDATA in strings and keys), exact numbers, dates and base64.
 *
 * @throws ProfilewrightError `ERR_PLIST_MALFORMED`, `ERR_PLIST_DUPLICATE_KEY`, `ERR_PLIST_DTD_FORBIDDEN`, `ERR_PLIST_LIMIT`
 */
export function guardPlist(source: PlistSource, mark: string, limits: Required<PlistLimits>): GuardedPlist {
  return new Guard(source, mark, limits).guard();
}

class Guard {
  readonly #scanner: XmlScanner;
  readonly #mark: string;
  readonly #limits: Required<PlistLimits>;
  readonly #output: string[] = [];
  readonly #scalars: PlistValue[] = [];
  readonly #positions: PositionRecord;
  #nodes = 0;

  constructor(source: PlistSource, mark: string, limits: Required<PlistLimits>) {
    this.#scanner = new XmlScanner(source);
    this.#positions = new PositionRecord(source.lines);
    this.#mark = mark;
    this.#limits = limits;
  }

  guard(): GuardedPlist {
    const root = this.#nextElement(true);
    if (root.kind !== 'open' || root.name !== 'plist') this.#refuse(root, 'expected <plist>');
    if (root.empty) this.#refuse(root, 'the <plist> is empty');
    const value = this.#nextElement();
    if (value.kind !== 'open') this.#refuse(value, 'the <plist> is empty');
    this.#readValue(value, NO_PARENT, '', 0);
    const close = this.#nextElement();
    if (close.kind !== 'close' || close.name !== 'plist') this.#refuse(close, 'expected </plist> behind the one value');
    const end = this.#nextElement();
    if (end.kind !== 'end') this.#refuse(end, 'something follows </plist>');
    const canonical = `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0">${this.#output.join('')}</plist>`;
    return { canonical, scalars: this.#scalars, positions: this.#positions };
  }

  #readValue(event: OpenEvent, parent: number, token: string | number, depth: number): void {
    this.#countNode(event);
    const node = this.#positions.add(parent, token, event.offset);
    switch (event.name) {
      case 'dict':
        this.#readContainer(event, depth, () => this.#readEntries(node, depth));
        break;
      case 'array':
        this.#readContainer(event, depth, () => this.#readItems(node, depth));
        break;
      case 'string':
        this.#output.push('<string>', escapeXml(this.#readLeaf(event)), '</string>');
        break;
      case 'true':
      case 'false':
        if (this.#readLeaf(event) !== '') this.#refuse(event, `<${event.name}> has content`);
        this.#output.push(`<${event.name}/>`);
        break;
      case 'integer':
      case 'real':
      case 'date':
      case 'data':
        this.#readScalar(event, event.name);
        break;
      default:
        this.#refuse(event, `${nameTag(event.name)} is no element of a property list`);
    }
  }

  #readContainer({ name, empty, offset }: OpenEvent, depth: number, readContent: () => void): void {
    if (depth >= this.#limits.maxDepth) this.#exceed('depth', this.#limits.maxDepth, offset);
    this.#output.push(`<${name}>`);
    if (!empty) readContent();
    this.#output.push(`</${name}>`);
  }

  #readItems(node: number, depth: number): void {
    for (let index = 0; ; index += 1) {
      const event = this.#nextElement();
      if (event.kind === 'close' && event.name === 'array') return;
      if (event.kind !== 'open') this.#refuse(event, 'the <array> never ends');
      this.#readValue(event, node, index, depth + 1);
    }
  }

  #readEntries(node: number, depth: number): void {
    const keys = new Set<string>();
    for (;;) {
      const event = this.#nextElement();
      if (event.kind === 'close' && event.name === 'dict') return;
      if (event.kind !== 'open') this.#refuse(event, 'the <dict> never ends');
      if (event.name !== 'key')
        this.#refuse(event, `expected <key>, found ${nameTag(event.name)}: a value without a key`);
      this.#countNode(event);
      const key = this.#readLeaf(event);
      if (key === '__proto__') this.#refuse(event, 'the key "__proto__" is not allowed');
      if (keys.has(key)) {
        const pointer = joinPointer(this.#positions.pointer(node), key);
        throw new ProfilewrightError('ERR_PLIST_DUPLICATE_KEY', { ...this.#scanner.place(event.offset), pointer });
      }
      keys.add(key);
      this.#output.push('<key>', escapeXml(key), '</key>');
      const value = this.#nextElement();
      if (value.kind !== 'open' || value.name === 'key') this.#refuse(event, 'a key without a value');
      this.#readValue(value, node, key, depth + 1);
    }
  }

  #readScalar(event: OpenEvent, name: keyof typeof scalarDecoders): void {
    const value = scalarDecoders[name](this.#readLeaf(event));
    if (isScalarFault(value)) this.#refuse(event, value.reason);
    this.#output.push('<string>', this.#mark, String(this.#scalars.length), '</string>');
    this.#scalars.push(value);
  }

  /** The text up to the closing tag. */
  #readLeaf(open: OpenEvent): string {
    if (open.empty) return '';
    const isText = open.name === 'string' || open.name === 'key';
    let text = '';
    for (;;) {
      const event = this.#scanner.next();
      switch (event.kind) {
        case 'close':
          if (event.name !== open.name)
            this.#refuse(event, `<${open.name}> is closed by the end of ${nameTag(event.name)}`);
          return text;
        case 'text':
          if (event.cdata && !isText) {
            this.#refuse(event, `a CDATA section inside <${open.name}>`);
          }
          text += event.text;
          if (isText && text.length > this.#limits.maxStringLength) {
            this.#exceed('characters of a text', this.#limits.maxStringLength, open.offset);
          }
          break;
        case 'open':
          return this.#refuse(event, `${nameTag(event.name)} inside <${open.name}>`);
        case 'end':
          return this.#refuse(open, `the <${open.name}> never ends`);
        default:
          return this.#refuse(event, `${passedOver[event.kind]} inside <${open.name}>`);
      }
    }
  }

  /** The next tag, or the end; white space, comments and (before the root) one DOCTYPE are passed over. */
  #nextElement(beforeRoot = false): Exclude<XmlEvent, { kind: 'text' | 'comment' | 'instruction' | 'doctype' }> {
    for (let mayDeclare = beforeRoot; ;) {
      const event = this.#scanner.next();
      switch (event.kind) {
        case 'text':
          if (!event.blank) this.#refuse(event, 'text between elements');
          break;
        case 'doctype':
          if (!mayDeclare) this.#refuse(event, 'a DOCTYPE in the middle of the file, or a second one');
          mayDeclare = false;
          break;
        case 'comment':
        case 'instruction':
          break;
        default:
          return event;
      }
    }
  }

  #countNode({ offset }: OpenEvent): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) this.#exceed('nodes', this.#limits.maxNodes, offset);
  }

  #exceed(limit: 'depth' | 'nodes' | 'characters of a text', maximum: number, offset: number): never {
    const { line } = this.#scanner.place(offset);
    throw new ProfilewrightError('ERR_PLIST_LIMIT', { limit, maximum, line });
  }

  #refuse({ offset }: XmlEvent, reason: string): never {
    return this.#scanner.refuse(offset, reason);
  }
}
