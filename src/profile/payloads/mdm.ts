import type { CertificateInput } from '../../pki/read-certificates.js';
import type { Identity } from '../identity.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { certificates, choice, choices, count, flag, identity, text } from './option-table.js';

/** Options of {@link ProfileBuilder.addMdm}. */
export interface MdmOptions extends ExtraOption<'com.apple.mdm'> {
  /** IdentityCertificateUUID: the identity with which the device shows the server who it is. */
  readonly identity: Identity;
  /** Topic: of the push certificate, begins with `com.apple.mgmt.`. */
  readonly topic: string;
  /** ServerURL: https. */
  readonly serverUrl: string;
  /** CheckInURL: https. `serverUrl` unless given. */
  readonly checkInUrl?: string;
  /**
   * AccessRights: the sum of 1 list profiles, 2 install and remove them, 4 lock and remove the passcode, 8 erase, 16 device
   * facts, 32 network facts, 64 list provisioning profiles, 128 install and remove them, 256 list apps, 512 restrictions,
   * 1024 security facts, 2048 settings, 4096 manage apps. 8191 is all of them.
   */
  readonly accessRights?: number;
  /** SignMessage: the device signs each message. False unless given. */
  readonly signMessage?: boolean;
  /** CheckOutWhenRemoved: the device says so when the profile is removed. False unless given. */
  readonly checkOutWhenRemoved?: boolean;
  /** ServerCapabilities. */
  readonly serverCapabilities?: readonly ('per-user-connections' | 'bootstraptoken' | 'token')[];
  /** ServerURLPinningCertificateUUIDs: the only certificates that the server's chain may have at its place. */
  readonly serverPins?: CertificateInput;
  /** CheckInURLPinningCertificateUUIDs. */
  readonly checkInPins?: CertificateInput;
  /** PinningRevocationCheckRequired. False unless given. */
  readonly pinningRevocationCheckRequired?: boolean;
  /** EnrollmentMode, for enrolment by an account. */
  readonly enrollmentMode?: 'BYOD' | 'ADDE';
  /** AssignedManagedAppleID, for enrolment by an account. */
  readonly assignedManagedAppleId?: string;
  /** RequiredAppIDForMDM: the App Store identifier of an app that comes with enrolment by an account. */
  readonly requiredAppId?: number;
  /** PromptUserToAllowBootstrapTokenForAuthentication, on macOS. False unless given. */
  readonly promptForBootstrapToken?: boolean;
  /** UseDevelopmentAPNS. False unless given. */
  readonly useDevelopmentApns?: boolean;
}

const capabilities = {
  'per-user-connections': 'com.apple.mdm.per-user-connections',
  bootstraptoken: 'com.apple.mdm.bootstraptoken',
  token: 'com.apple.mdm.token',
} as const;

export const mdm: PayloadMapping<MdmOptions> = {
  type: 'com.apple.mdm',
  options: {
    identity: identity('IdentityCertificateUUID'),
    topic: text('Topic'),
    serverUrl: text('ServerURL'),
    checkInUrl: text('CheckInURL'),
    accessRights: count('AccessRights'),
    signMessage: flag('SignMessage'),
    checkOutWhenRemoved: flag('CheckOutWhenRemoved'),
    serverCapabilities: choices('ServerCapabilities', capabilities),
    serverPins: certificates('ServerURLPinningCertificateUUIDs'),
    checkInPins: certificates('CheckInURLPinningCertificateUUIDs'),
    pinningRevocationCheckRequired: flag('PinningRevocationCheckRequired'),
    enrollmentMode: choice('EnrollmentMode', ['BYOD', 'ADDE']),
    assignedManagedAppleId: text('AssignedManagedAppleID'),
    requiredAppId: count('RequiredAppIDForMDM'),
    promptForBootstrapToken: flag('PromptUserToAllowBootstrapTokenForAuthentication'),
    useDevelopmentApns: flag('UseDevelopmentAPNS'),
  },
};
