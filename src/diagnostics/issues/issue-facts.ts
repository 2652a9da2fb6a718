/**
 * What is known about each rule of one area: `Details` maps an issue code to the facts that its message needs.
 * `subject` in the texts is the certificate's name or the JSON pointer.
 */
export type IssueFacts<Details> = {
  readonly [Code in keyof Details]: {
    readonly severity: 'error' | 'warning' | 'info';
    /** Who says so: a section of an RFC, a page or source file of Apple's, a field report. */
    readonly source: string;
    /** What the rule checks and what a device does: one sentence for the reference page. */
    readonly about: string;
    readonly message: (details: Details[Code], subject: string) => string;
    readonly hint?: (details: Details[Code], subject: string) => string;
  };
};
