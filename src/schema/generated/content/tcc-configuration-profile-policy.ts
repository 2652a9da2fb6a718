// Written by `npm run generate` from schemas/com.apple.TCC.configuration-profile-policy.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.TCC.configuration-profile-policy`
 * Since macOS 10.14.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface TCCConfigurationProfilePolicyContent extends CommonContent {
  readonly PayloadType?: 'com.apple.TCC.configuration-profile-policy' | undefined;
  readonly Services: {
    readonly AddressBook?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    readonly Calendar?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    readonly Reminders?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    readonly Photos?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /**
     * Deprecated in macOS 27.0.
     * @deprecated on all systems
     */
    readonly Camera?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /**
     * Deprecated in macOS 27.0.
     * @deprecated on all systems
     */
    readonly Microphone?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /**
     * Deprecated in macOS 27.0.
     * @deprecated on all systems
     */
    readonly Accessibility?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    readonly PostEvent?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    readonly SystemPolicyAllFiles?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    readonly SystemPolicySysAdminFiles?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    readonly AppleEvents?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly MediaLibrary?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly FileProviderPresence?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly ListenEvent?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly ScreenCapture?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /**
     * Since macOS 10.15.
     * Deprecated in macOS 27.0.
     * @deprecated on all systems
     */
    readonly SpeechRecognition?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly SystemPolicyDesktopFolder?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly SystemPolicyDocumentsFolder?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly SystemPolicyDownloadsFolder?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly SystemPolicyNetworkVolumes?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 10.15. */
    readonly SystemPolicyRemovableVolumes?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 13.0. */
    readonly SystemPolicyAppBundles?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /** Since macOS 14.0. */
    readonly SystemPolicyAppData?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
    /**
     * Since macOS 11.0.
     * Deprecated in macOS 27.0.
     * @deprecated on all systems
     */
    readonly BluetoothAlways?: readonly {
      readonly Identifier: string;
      readonly IdentifierType: 'bundleID' | 'path';
      readonly CodeRequirement: string;
      /** Default: `false`. */
      readonly StaticCode?: boolean | undefined;
      readonly Allowed?: boolean | undefined;
      /** Since macOS 11.0. */
      readonly Authorization?: 'Allow' | 'Deny' | 'AllowStandardUserToSetSystemService' | undefined;
      readonly Comment?: string | undefined;
      readonly AEReceiverIdentifier?: string | undefined;
      readonly AEReceiverIdentifierType?: 'bundleID' | 'path' | undefined;
      readonly AEReceiverCodeRequirement?: string | undefined;
    }[] | undefined;
  };
}
