import type { PlistInput, PlistReal } from '../plist/value.js';

/** A dictionary with any keys. */
type OpenDictionary = Readonly<Record<string, PlistInput | undefined>>;

/** What a payload holds whose schema was written as a literal; any keys, where the schema says no more. */
export type SchemaContent<Schema> = Schema extends { readonly properties: object }
  ? DictionaryOf<Schema>
  : OpenDictionary;

type DictionaryOf<Schema> = Schema extends { readonly properties: infer Properties }
  ? Named<Properties, RequiredOf<Schema>> & OthersOf<Schema>
  : OpenDictionary;

type RequiredOf<Schema> = Schema extends { readonly required: readonly (infer Key)[] } ? Key : never;

type Named<Properties, Required> = {
  readonly [Key in keyof Properties as Key extends Required ? Key : never]: ValueOf<Properties[Key]>;
} & {
  readonly [Key in keyof Properties as Key extends Required ? never : Key]?: ValueOf<Properties[Key]> | undefined;
};

type OthersOf<Schema> = Schema extends { readonly additionalProperties: false } ? unknown : OpenDictionary;

type ValueOf<Schema> = Schema extends { readonly const: infer Value }
  ? Value
  : Schema extends { readonly enum: readonly (infer Value)[] }
    ? Value
    : Schema extends { readonly plist: keyof PlistValues }
      ? PlistValues[Schema['plist']]
      : Schema extends { readonly type: keyof JsonValues }
        ? JsonValues[Schema['type']]
        : Schema extends { readonly type: 'array'; readonly items: infer Items }
          ? readonly ValueOf<Items>[]
          : Schema extends { readonly type: 'object' }
            ? DictionaryOf<Schema>
            : PlistInput;

interface PlistValues {
  readonly string: string;
  readonly boolean: boolean;
  readonly integer: number | bigint;
  readonly real: number | PlistReal;
  readonly data: Uint8Array;
  readonly date: Date;
}

interface JsonValues {
  readonly string: string;
  readonly boolean: boolean;
  readonly integer: number | bigint;
  readonly number: number | bigint | PlistReal;
}
