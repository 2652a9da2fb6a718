import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { FindingList } from './finding-list.js';
import type { PlistLimits } from './limits.js';
import { joinPointer } from './pointer.js';
import { NO_PARENT, PositionRecord, type Positions } from './positions.js';
import { isScalarFault, scalarDecoders } from './scalar.js';
import type { PlistSource } from './source.js';
import type { PlistDictionary, PlistValue } from './value.js';
import { nameTag, XmlScanner, type OpenTag } from './xml-scanner.js';
import { findIllegalCharacter } from './xml-text.js';

/** What an XML property list holds, and where each part of it stood. */
export interface XmlPlist {
  readonly value: PlistValue;
  readonly positions: Positions;
}

/**
 * Reads the grammar of a property list as CoreFoundation does: what that refuses is refused, what it takes although other
 * readers see something else is a finding. One exception is the key `__proto__`, which no caller could handle safely.
 *
 * @throws ProfilewrightError `ERR_PLIST_MALFORMED`, `ERR_PLIST_ENCODING`, `ERR_PLIST_DTD_FORBIDDEN`, `ERR_PLIST_LIMIT`
 */
export function decodeXmlPlist(source: PlistSource, limits: Required<PlistLimits>, findings: FindingList): XmlPlist {
  return new XmlPlistDecoder(source, limits, findings).decode();
}

class XmlPlistDecoder {
  readonly findings: FindingList;
  readonly #scanner: XmlScanner;
  readonly #limits: Required<PlistLimits>;
  readonly #positions: PositionRecord;
  /** The value that is read at this moment. */
  #node = NO_PARENT;
  #nodes = 0;

  constructor(source: PlistSource, limits: Required<PlistLimits>, findings: FindingList) {
    this.findings = findings;
    this.#scanner = new XmlScanner(source, this, limits.maxStringLength);
    this.#positions = new PositionRecord(source.lines);
    this.#limits = limits;
  }

  decode(): XmlPlist {
    const root = this.#scanner.firstTag();
    const value =
      root.name === 'plist' ? this.#readPlist(root, NO_PARENT, '', 0) : this.#readValue(root, NO_PARENT, '', 0);
    this.#node = NO_PARENT;
    this.#scanner.finish();
    return { value, positions: this.#positions };
  }

  pointer(): () => string {
    const node = this.#node;
    return () => this.#positions.pointer(node);
  }

  /** One value in its `<plist>`. */
  #readPlist(tag: OpenTag, parent: number, token: string | number, depth: number): PlistValue {
    const first = tag.isEmpty ? undefined : this.#scanner.nextTag('plist');
    if (first?.kind !== 'open') return this.#scanner.refuse(tag.offset, 'the <plist> is empty');
    const node = this.#positions.length;
    const value = this.#readValue(first, parent, token, depth);
    this.#node = node;
    const next = this.#scanner.nextTag('plist');
    if (next.kind === 'open') this.#scanner.refuse(next.offset, 'a second value in the <plist>');
    this.#scanner.expectClose(tag);
    return value;
  }

  #readValue(tag: OpenTag, parent: number, token: string | number, depth: number): PlistValue {
    if (tag.name === 'plist') return this.#readNestedPlist(tag, parent, token, depth);
    this.#countNode(tag);
    const node = this.#positions.add(parent, token, tag.offset);
    this.#node = node;
    switch (tag.name) {
      case 'dict':
        return this.#readDictionary(tag, node, depth);
      case 'array':
        return this.#readArray(tag, node, depth);
      case 'key':
        this.findings.add('plist-key-as-value', { offset: tag.offset, pointer: this.pointer() }, {});
        return this.#readText(tag);
      case 'string':
        return this.#readText(tag);
      case 'true':
      case 'false':
        if (!tag.isEmpty) this.#scanner.expectClose(tag);
        return tag.name === 'true';
      case 'integer':
      case 'real':
      case 'date':
      case 'data':
        return this.#readScalar(tag, tag.name);
      default:
        return this.#scanner.refuse(tag.offset, `${nameTag(tag.name)} is no element of a property list`);
    }
  }

  /** CoreFoundation takes a whole list in the place of a value. */
  #readNestedPlist(tag: OpenTag, parent: number, token: string | number, depth: number): PlistValue {
    this.#checkDepth(depth, tag.offset);
    const node = this.#positions.length;
    const value = this.#readPlist(tag, parent, token, depth + 1);
    this.findings.add('plist-nested-plist', { offset: tag.offset, pointer: () => this.#positions.pointer(node) }, {});
    return value;
  }

  #readArray(tag: OpenTag, node: number, depth: number): PlistValue {
    this.#checkDepth(depth, tag.offset);
    const values: PlistValue[] = [];
    if (!tag.isEmpty) {
      for (let item = this.#scanner.nextTag('array'); item.kind === 'open'; item = this.#scanner.nextTag('array')) {
        values.push(this.#readValue(item, node, values.length, depth + 1));
        this.#node = node;
      }
      this.#scanner.expectClose(tag);
    }
    return Object.freeze(values);
  }

  #readDictionary(tag: OpenTag, node: number, depth: number): PlistDictionary {
    this.#checkDepth(depth, tag.offset);
    const dictionary = Object.create(null) as Record<string, PlistValue>;
    if (!tag.isEmpty) {
      this.#readEntries(dictionary, node, depth);
      this.#scanner.expectClose(tag);
    }
    return Object.freeze(dictionary);
  }

  #readEntries(dictionary: Record<string, PlistValue>, node: number, depth: number): void {
    let count = 0;
    for (let last = ''; ;) {
      const tag = this.#scanner.nextTag('dict');
      if (tag.kind === 'close') {
        const isUid = count === 1 && 'CF$UID' in dictionary && (last === 'integer' || last === 'real');
        if (isUid) this.findings.add('plist-uid', { offset: tag.offset, pointer: this.pointer() }, {});
        return;
      }
      const key = this.#readKey(tag);
      const value = this.#scanner.nextTag('dict');
      if (value.kind === 'close') this.#scanner.refuse(tag.offset, 'a key without a value');
      last = value.name;
      const isDuplicate = key in dictionary;
      dictionary[key] = this.#readValue(value, node, key, depth + 1);
      if (isDuplicate) this.#noteDuplicate(node, key, tag.offset);
      else count += 1;
      this.#node = node;
    }
  }

  #readKey(tag: OpenTag): string {
    const { name, offset } = tag;
    if (name !== 'key') this.#scanner.refuse(offset, `expected <key>, found ${nameTag(name)}: a value without a key`);
    this.#countNode(tag);
    const key = this.#readText(tag);
    if (key === '__proto__') this.#scanner.refuse(offset, 'the key "__proto__" is not allowed');
    return key;
  }

  #readText(tag: OpenTag): string {
    if (tag.isEmpty) return '';
    const text = this.#scanner.readText(tag);
    this.#scanner.expectClose(tag);
    const illegal = findIllegalCharacter(text);
    if (illegal !== undefined) {
      const where = { offset: tag.offset, pointer: this.pointer() };
      this.findings.add('plist-illegal-character', where, { character: illegal.name });
    }
    return text;
  }

  #readScalar(tag: OpenTag, name: keyof typeof scalarDecoders): PlistValue {
    if (tag.isEmpty) this.#scanner.refuse(tag.offset, `an empty <${name}/>`);
    const text = name === 'real' ? this.#scanner.readText(tag) : this.#scanner.readRaw(tag);
    const value = scalarDecoders[name](text, (code, details) => {
      this.findings.add(code, { offset: tag.offset, pointer: this.pointer() }, details);
    });
    if (isScalarFault(value)) return this.#scanner.refuse(tag.offset, value.reason);
    this.#scanner.expectClose(tag);
    return value;
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
