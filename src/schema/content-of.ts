import type { PlistInput } from '../plist/value.js';
import type { PayloadTypeDefinition } from './define-payload-type.js';
import type { PayloadContent, PayloadType } from './generated/payload-content.js';

/** What a payload of an unknown type may hold: anything that a property list can. */
export type AnyContent = Readonly<Record<string, PlistInput | undefined>>;

/** What a payload of a type may hold, be it one of Apple's, one of one's own, or one that nobody knows. */
export type ContentOf<Type> = Type extends PayloadType
  ? PayloadContent<Type>
  : Type extends PayloadTypeDefinition<infer Content>
    ? Content
    : AnyContent;
