/** A product that changes a profile before it reaches the devices. */
export type RewritingServer = 'jamf' | 'zentral';

/** Keys that a product overwrites, so that a difference there is not the author's. */
export interface ServerRewrite {
  readonly server: RewritingServer;
  /** Keys of the profile itself. */
  readonly profileKeys: readonly string[];
  /** Keys of each payload. */
  readonly payloadKeys: readonly string[];
  readonly source: string;
}

const jamfKeys = ['PayloadUUID', 'PayloadIdentifier', 'PayloadOrganization', 'PayloadDisplayName'];

/** What is known of such products, and who says so. */
export const serverRewrites: readonly ServerRewrite[] = [
  {
    server: 'jamf',
    profileKeys: jamfKeys,
    payloadKeys: jamfKeys,
    source: 'deploymenttheory/terraform-provider-jamfpro, the keys that its comparison of configuration profiles drops',
  },
  {
    server: 'zentral',
    profileKeys: ['PayloadIdentifier', 'PayloadUUID'],
    payloadKeys: [],
    source: 'zentralopensource/zentral, zentral/contrib/mdm/commands/install_profile.py, build_payload',
  },
];
