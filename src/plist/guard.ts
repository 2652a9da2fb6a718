import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { FindingList } from './finding-list.js';
import type { PlistLimits } from './limits.js';
import { joinPointer } from './pointer.js';
import { NO_PARENT, PositionRecord, type Positions } from './positions.js';
import { isScalarFault, scalarDecoders } from './scalar.js';
import type { PlistSource } from './source.js';
import type { PlistValue } from './value.js';
import { nameTag, XmlScanner, type OpenTag } from './xml-scanner.js';
import { escapeXml, findIllegalCharacter } from './xml-text.js';

/** A property list written anew so that the plist library cannot misread it. */
export interface GuardedPlist {
  /** XML of the six elements dict, array, key, string, true and false only. */
  readonly canonical: string;
  /** The values that stand behind the texts `mark + index` in the canonical XML, also where that is a key. */
  readonly scalars: readonly PlistValue[];
  readonly positions: Positions;
}

/**
 * Reads the grammar of a property list as CoreFoundation does: what that refuses is refused, what it takes although other
 * readers see something else is a finding. One exception is the key `__proto__`, which no caller could handle safely.
 *
 * @throws ProfilewrightError `ERR_PLIST_MALFORMED`, `ERR_PLIST_ENCODING`, `ERR_PLIST_DTD_FORBIDDEN`, `ERR_PLIST_LIMIT`
 */
export function guardPlist(
  source: PlistSource,
  mark: string,
  limits: Required<PlistLimits>,
  findings: FindingList,
): GuardedPlist {
  return new Guard(source, mark, limits, findings).guard();
}

class Guard {
  readonly findings: FindingList;
  readonly #scanner: XmlScanner;
  readonly #mark: string;
  readonly #limits: Required<PlistLimits>;
  readonly #output: string[] = [];
  readonly #scalars: PlistValue[] = [];
  readonly #markedKeys = new Map<string, string>();
  readonly #positions: PositionRecord;
  /** The value that is read at this moment. */
  #node = NO_PARENT;
  #nodes = 0;

  constructor(source: PlistSource, mark: string, limits: Required<PlistLimits>, findings: FindingList) {
    this.findings = findings;
    this.#scanner = new XmlScanner(source, this, limits.maxStringLength);
    this.#positions = new PositionRecord(source.lines);
    this.#mark = mark;
    this.#limits = limits;
  }

  guard(): GuardedPlist {
    const root = this.#scanner.firstTag();
    if (root.name === 'plist') this.#readPlist(root, NO_PARENT, '', 0);
    else this.#readValue(root, NO_PARENT, '', 0);
    this.#node = NO_PARENT;
    this.#scanner.finish();
    const canonical = `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0">${this.#output.join('')}</plist>`;
    return { canonical, scalars: this.#scalars, positions: this.#positions };
  }

  pointer(): () => string {
    const node = this.#node;
    return () => this.#positions.pointer(node);
  }

  /** One value in its `<plist>`. Returns its node. */
  #readPlist(tag: OpenTag, parent: number, token: string | number, depth: number): number {
    const value = tag.isEmpty ? undefined : this.#scanner.nextTag('plist');
    if (value?.kind !== 'open') return this.#scanner.refuse(tag.offset, 'the <plist> is empty');
    const node = this.#readValue(value, parent, token, depth);
    this.#node = node;
    const next = this.#scanner.nextTag('plist');
    if (next.kind === 'open') this.#scanner.refuse(next.offset, 'a second value in the <plist>');
    this.#scanner.expectClose(tag);
    return node;
  }

  /** Returns the node of the value. */
  #readValue(tag: OpenTag, parent: number, token: string | number, depth: number): number {
    if (tag.name === 'plist') {
      this.#checkDepth(depth, tag.offset);
      const node = this.#readPlist(tag, parent, token, depth + 1);
      this.findings.add('plist-nested-plist', { offset: tag.offset, pointer: () => this.#positions.pointer(node) }, {});
      return node;
    }
    this.#countNode(tag);
    const node = this.#positions.add(parent, token, tag.offset);
    this.#node = node;
    switch (tag.name) {
      case 'dict':
        this.#readContainer(tag, depth, () => this.#readEntries(node, depth));
        break;
      case 'array':
        this.#readContainer(tag, depth, () => this.#readItems(node, depth));
        break;
      case 'key':
        this.findings.add('plist-key-as-value', { offset: tag.offset, pointer: this.pointer() }, {});
        this.#readString(tag);
        break;
      case 'string':
        this.#readString(tag);
        break;
      case 'true':
      case 'false':
        if (!tag.isEmpty) this.#scanner.expectClose(tag);
        this.#output.push(`<${tag.name}/>`);
        break;
      case 'integer':
      case 'real':
      case 'date':
      case 'data':
        this.#readScalar(tag, tag.name);
        break;
      default:
        this.#scanner.refuse(tag.offset, `${nameTag(tag.name)} is no element of a property list`);
    }
    return node;
  }

  #readContainer(tag: OpenTag, depth: number, readContent: () => void): void {
    this.#checkDepth(depth, tag.offset);
    this.#output.push(`<${tag.name}>`);
    if (!tag.isEmpty) {
      readContent();
      this.#scanner.expectClose(tag);
    }
    this.#output.push(`</${tag.name}>`);
  }

  #readItems(node: number, depth: number): void {
    for (let index = 0; ; index += 1) {
      this.#node = node;
      const tag = this.#scanner.nextTag('array');
      if (tag.kind === 'close') return;
      this.#readValue(tag, node, index, depth + 1);
    }
  }

  #readEntries(node: number, depth: number): void {
    const keys = new Set<string>();
    for (let last = ''; ;) {
      this.#node = node;
      const tag = this.#scanner.nextTag('dict');
      if (tag.kind === 'close') {
        const isUid = keys.size === 1 && keys.has('CF$UID') && (last === 'integer' || last === 'real');
        if (isUid) this.findings.add('plist-uid', { offset: tag.offset, pointer: this.pointer() }, {});
        return;
      }
      const key = this.#readKey(tag);
      const value = this.#scanner.nextTag('dict');
      if (value.kind === 'close') this.#scanner.refuse(tag.offset, 'a key without a value');
      last = value.name;
      this.#readValue(value, node, key, depth + 1);
      if (keys.has(key)) this.#noteDuplicate(node, key, tag.offset);
      keys.add(key);
    }
  }

  #readKey(tag: OpenTag): string {
    const { name, offset } = tag;
    if (name !== 'key') this.#scanner.refuse(offset, `expected <key>, found ${nameTag(name)}: a value without a key`);
    this.#countNode(tag);
    const key = this.#readLeaf(tag);
    if (key === '__proto__') this.#scanner.refuse(offset, 'the key "__proto__" is not allowed');
    this.#output.push('<key>', this.#writeText(key, offset, true), '</key>');
    return key;
  }

  #readString(tag: OpenTag): void {
    const text = this.#readLeaf(tag);
    this.#output.push('<string>', this.#writeText(text, tag.offset, false), '</string>');
  }

  #readLeaf(tag: OpenTag): string {
    if (tag.isEmpty) return '';
    const text = this.#scanner.readText(tag);
    this.#scanner.expectClose(tag);
    return text;
  }

  /** Text for the canonical XML; what XML cannot hold goes past the library. One key gets one mark, or it would be two. */
  #writeText(text: string, offset: number, isKey: boolean): string {
    const illegal = findIllegalCharacter(text);
    if (illegal === undefined) return escapeXml(text);
    this.findings.add('plist-illegal-character', { offset, pointer: this.pointer() }, { character: illegal.name });
    const marked = isKey ? this.#markedKeys.get(text) : undefined;
    const mark = marked ?? `${this.#mark}${String(this.#scalars.push(text) - 1)}`;
    if (isKey) this.#markedKeys.set(text, mark);
    return mark;
  }

  #readScalar(tag: OpenTag, name: keyof typeof scalarDecoders): void {
    if (tag.isEmpty) this.#scanner.refuse(tag.offset, `an empty <${name}/>`);
    const text = name === 'real' ? this.#scanner.readText(tag) : this.#scanner.readRaw(tag);
    const value = scalarDecoders[name](text, (code, details) => {
      this.findings.add(code, { offset: tag.offset, pointer: this.pointer() }, details);
    });
    if (isScalarFault(value)) this.#scanner.refuse(tag.offset, value.reason);
    this.#scanner.expectClose(tag);
    this.#output.push('<string>', this.#mark, String(this.#scalars.length), '</string>');
    this.#scalars.push(value);
  }

  #noteDuplicate(node: number, key: string, offset: number): void {
    const pointer = (): string => joinPointer(this.#positions.pointer(node), key);
    this.findings.add('plist-duplicate-key', { offset, pointer }, { counts: 'last' });
  }

  #countNode({ offset }: OpenTag): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) this.#exceed('nodes', this.#limits.maxNodes, offset);
  }

  #checkDepth(depth: number, offset: number): void {
    if (depth >= this.#limits.maxDepth) this.#exceed('depth', this.#limits.maxDepth, offset);
  }

  #exceed(limit: 'depth' | 'nodes', maximum: number, offset: number): never {
    throw new ProfilewrightError('ERR_PLIST_LIMIT', { limit, maximum, line: this.#scanner.lineAt(offset) });
  }
}
