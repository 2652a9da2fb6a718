/** The part of a policy that a profile goes beyond. */
export type PolicyRule =
  | 'ambiguous'
  | 'encrypted'
  | 'identifier'
  | 'max-payloads'
  | 'mdm'
  | 'payload-type'
  | 'profile-type'
  | 'removal'
  | 'root'
  | 'scope'
  | 'unknown-type';

/** One thing in a profile that its policy does not allow. */
export interface PolicyViolation {
  readonly rule: PolicyRule;
  /** JSON pointer in the profile. */
  readonly pointer: string;
  readonly message: string;
}
