/** What is known about each error code of one area: `Details` maps a code to the shape of its details. */
export type ErrorFacts<Details> = {
  readonly [Code in keyof Details]: {
    /** When it happens: one sentence for the reference page. */
    readonly about: string;
    readonly message: (details: Details[Code]) => string;
    readonly hint: (details: Details[Code]) => string;
  };
};
