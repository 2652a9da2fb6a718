/**
 * How sure we are that devices act so. `high`: read in Apple's source, documentation or tests, or in a standard that leaves
 * no choice. `medium`: inferred from these, or seen by others in some versions. `low`: common knowledge only.
 */
export type Confidence = 'high' | 'medium' | 'low';

interface RuleFacts<Details> {
  readonly severity: 'error' | 'warning' | 'info';
  /** For rules of trust, where what a device does is not written in one place. */
  readonly confidence?: Confidence;
  /** Who says so: a section of an RFC, a page or source file of Apple's, a field report. */
  readonly source: string;
  /** What the rule checks and what a device does: one sentence for the reference page. */
  readonly about: string;
  readonly message: (details: Details, subject: string) => string;
  readonly hint?: (details: Details, subject: string) => string;
}

/**
 * What is known about each rule of one area: `Details` maps an issue code to the facts that its message needs.
 * `subject` in the texts is the certificate's name or the JSON pointer.
 */
export type IssueFacts<Details> = {
  readonly [Code in keyof Details]: RuleFacts<Details[Code]>;
};

/** Common knowledge alone makes nothing an error. */
type Weight =
  { readonly confidence: 'high' | 'medium' } | { readonly confidence: 'low'; readonly severity: 'warning' | 'info' };

/** The facts of an area about trust: each rule says how sure we are. */
export type TrustIssueFacts<Details> = {
  readonly [Code in keyof Details]: RuleFacts<Details[Code]> & Weight;
};
