// Written by `npm run generate` from schemas/CommonPayloadKeys.schema.json. Do not edit.

/** Keys that every payload has. Where they are left out, they come from the options or are derived. */
export interface CommonContent {
  readonly PayloadIdentifier?: string | undefined;
  readonly PayloadUUID?: string | undefined;
  readonly PayloadVersion?: 1 | undefined;
  readonly PayloadDescription?: string | undefined;
  readonly PayloadDisplayName?: string | undefined;
  readonly PayloadOrganization?: string | undefined;
  readonly PayloadEnabled?: boolean | undefined;
}
