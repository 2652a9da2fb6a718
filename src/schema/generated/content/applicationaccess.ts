// Written by `npm run generate` from schemas/com.apple.applicationaccess.schema.json. Do not edit.
import type { PlistReal } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.applicationaccess`
 * Since iOS 4.0, macOS 10.7, tvOS 9.0, visionOS 1.1, watchOS 10.0.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface ApplicationaccessContent extends CommonContent {
  readonly PayloadType?: 'com.apple.applicationaccess' | undefined;
  /**
   * Since iOS 7.0, macOS 14.0, visionOS 2.0.
   * Not for tvOS.
   * Needs supervision on iOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowAccountModification?: boolean | undefined;
  /**
   * Since iOS 8.0, macOS 10.15, visionOS 2.0.
   * Not for tvOS, watchOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowActivityContinuation?: boolean | undefined;
  /**
   * Since iOS 4.2.1, macOS 10.13.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowAddingGameCenterFriends?: boolean | undefined;
  /**
   * Since iOS 7.0, macOS 10.13, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowAirDrop?: boolean | undefined;
  /**
   * Since macOS 12.3, tvOS 10.2.
   * Not for iOS, visionOS, watchOS.
   * Needs supervision on tvOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowAirPlayIncomingRequests?: boolean | undefined;
  /**
   * Since iOS 11.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowAirPrint?: boolean | undefined;
  /**
   * Since iOS 11.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowAirPrintCredentialsStorage?: boolean | undefined;
  /**
   * Since iOS 11.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowAirPrintiBeaconDiscovery?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowAppCellularDataModification?: boolean | undefined;
  /**
   * Since iOS 14.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowAppClips?: boolean | undefined;
  /**
   * Since visionOS 2.0.
   * Not for macOS, tvOS.
   * Needs supervision on iOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowAppInstallation?: boolean | undefined;
  /**
   * Since iOS 18.4, macOS 15.4.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowAppleIntelligenceReport?: boolean | undefined;
  /**
   * Since iOS 14.0, macOS 12.0, visionOS 2.0.
   * Not for tvOS, watchOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: ignored.
   * Default: `true`.
   */
  readonly allowApplePersonalizedAdvertising?: boolean | undefined;
  /**
   * Since iOS 4.2.1.
   * Not for macOS, tvOS, visionOS.
   * Needs supervision on iOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowAppRemoval?: boolean | undefined;
  /**
   * Since iOS 18.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: ignored.
   * Default: `true`.
   */
  readonly allowAppsToBeHidden?: boolean | undefined;
  /**
   * Since iOS 18.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: ignored.
   * Default: `true`.
   */
  readonly allowAppsToBeLocked?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowARDRemoteManagementModification?: boolean | undefined;
  /**
   * Since iOS 5.0, macOS 14.0, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowAssistant?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS.
   * Deprecated in iOS 26.4, watchOS 26.4.
   * Needs supervision on iOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowAssistantUserGeneratedContent?: boolean | undefined;
  /**
   * Since iOS 5.1.
   * Not for macOS, tvOS, visionOS.
   * Deprecated in iOS 26.4, watchOS 26.4.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowAssistantWhileLocked?: boolean | undefined;
  /**
   * Since iOS 8.1.3.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowAutoCorrection?: boolean | undefined;
  /**
   * Since iOS 17.4.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowAutoDim?: boolean | undefined;
  /**
   * Since iOS 9.0.
   * Not for macOS, tvOS, visionOS.
   * Needs supervision on iOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowAutomaticAppDownloads?: boolean | undefined;
  /**
   * Since tvOS 15.4.
   * Not for iOS, macOS, visionOS, watchOS.
   * Needs supervision on tvOS.
   * Default: `true`.
   */
  readonly allowAutomaticScreenSaver?: boolean | undefined;
  /**
   * Since iOS 14.5, macOS 10.12.
   * Not for tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowAutoUnlock?: boolean | undefined;
  /**
   * Since iOS 11.0, macOS 13.0, visionOS 27.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowBluetoothModification?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowBluetoothSharingModification?: boolean | undefined;
  /**
   * Since iOS 6.0, macOS 15.0.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowBookstore?: boolean | undefined;
  /**
   * Since iOS 6.0, macOS 15.0, tvOS 11.3.
   * Not for visionOS, watchOS.
   * Deprecated in tvOS 17.0.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowBookstoreErotica?: boolean | undefined;
  /**
   * Since iOS 18.1, macOS 26.0.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowCallRecording?: boolean | undefined;
  /**
   * Since macOS 10.11, tvOS 17.0, visionOS 2.0.
   * Not for watchOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowCamera?: boolean | undefined;
  /**
   * Since iOS 11.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowCellularPlanModification?: boolean | undefined;
  /**
   * Since iOS 5.0, visionOS 27.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowChat?: boolean | undefined;
  /**
   * Since macOS 10.12.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowCloudAddressBook?: boolean | undefined;
  /**
   * Since iOS 5.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowCloudBackup?: boolean | undefined;
  /**
   * Since macOS 10.12.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowCloudBookmarks?: boolean | undefined;
  /**
   * Since macOS 10.12.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowCloudCalendar?: boolean | undefined;
  /**
   * Since macOS 10.12.4.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowCloudDesktopAndDocuments?: boolean | undefined;
  /**
   * Since iOS 5.0, macOS 10.11, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowCloudDocumentSync?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowCloudFreeform?: boolean | undefined;
  /**
   * Since iOS 7.0, macOS 10.12, visionOS 2.0.
   * Not for tvOS, watchOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowCloudKeychainSync?: boolean | undefined;
  /**
   * Since macOS 10.12.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowCloudMail?: boolean | undefined;
  /**
   * Since macOS 10.12.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowCloudNotes?: boolean | undefined;
  /**
   * Since iOS 9.0, macOS 10.12, visionOS 2.0.
   * Not for tvOS, watchOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowCloudPhotoLibrary?: boolean | undefined;
  /**
   * Since iOS 15.0, macOS 12.0, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowCloudPrivateRelay?: boolean | undefined;
  /**
   * Since macOS 10.12.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowCloudReminders?: boolean | undefined;
  /**
   * Since macOS 10.13.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Not in the user channel on macOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowContentCaching?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowContinuousPathKeyboard?: boolean | undefined;
  /**
   * Since iOS 18.2.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowDefaultBrowserModification?: boolean | undefined;
  /**
   * Since iOS 18.4.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowDefaultCallingAppModification?: boolean | undefined;
  /**
   * Since iOS 18.4.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowDefaultMessagingAppModification?: boolean | undefined;
  /**
   * Since iOS 8.1.3, macOS 10.11.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowDefinitionLookup?: boolean | undefined;
  /**
   * Since iOS 9.0, macOS 14.0, tvOS 11.0, visionOS 2.0.
   * Not for watchOS.
   * Needs supervision on iOS, tvOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowDeviceNameModification?: boolean | undefined;
  /**
   * Since tvOS 13.0.
   * Not for iOS, macOS, visionOS, watchOS.
   * Needs supervision on tvOS.
   * Default: `true`.
   */
  readonly allowDeviceSleep?: boolean | undefined;
  /**
   * Since iOS 6.0, macOS 10.13, visionOS 2.0.
   * Not for tvOS.
   * Default: `true`.
   */
  readonly allowDiagnosticSubmission?: boolean | undefined;
  /**
   * Since iOS 9.3.2, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowDiagnosticSubmissionModification?: boolean | undefined;
  /**
   * Since iOS 10.3, macOS 10.13.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowDictation?: boolean | undefined;
  /**
   * Since iOS 26.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * Not to be installed by hand on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   */
  readonly allowedCameraRestrictionBundleIDs?: readonly string[] | undefined;
  /**
   * Since iOS 18.3, macOS 15.3, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * Needs supervision on iOS, visionOS.
   * Not to be installed by hand on iOS, macOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * @deprecated on all systems
   */
  readonly allowedExternalIntelligenceWorkspaceIDs?: readonly string[] | undefined;
  /**
   * Since iOS 8.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Shared iPad: ignored.
   * Default: `true`.
   */
  readonly allowEnablingRestrictions?: boolean | undefined;
  /**
   * Since iOS 9.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowEnterpriseAppTrust?: boolean | undefined;
  /**
   * Since iOS 8.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Default: `true`.
   */
  readonly allowEnterpriseBookBackup?: boolean | undefined;
  /**
   * Since iOS 8.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Default: `true`.
   */
  readonly allowEnterpriseBookMetadataSync?: boolean | undefined;
  /**
   * Since iOS 8.0, macOS 12.0, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowEraseContentAndSettings?: boolean | undefined;
  /**
   * Since iOS 12.1.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowESIMModification?: boolean | undefined;
  /**
   * Since iOS 18.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowESIMOutgoingTransfers?: boolean | undefined;
  /**
   * Since macOS 15.0, tvOS 11.3.
   * Not for visionOS, watchOS.
   * Needs supervision on iOS, tvOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowExplicitContent?: boolean | undefined;
  /**
   * Since iOS 18.2, macOS 15.2, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * User enrolment: allowed on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowExternalIntelligenceIntegrations?: boolean | undefined;
  /**
   * Since iOS 18.2, macOS 15.2, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * User enrolment: allowed on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowExternalIntelligenceIntegrationsSignIn?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowFileSharingModification?: boolean | undefined;
  /**
   * Since iOS 13.1, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowFilesNetworkDriveAccess?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowFilesUSBDriveAccess?: boolean | undefined;
  /**
   * Since iOS 13.0, macOS 10.15.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowFindMyDevice?: boolean | undefined;
  /**
   * Since iOS 13.0, macOS 10.15.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowFindMyFriends?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowFindMyFriendsModification?: boolean | undefined;
  /**
   * Since iOS 7.0, macOS 10.12.4, visionOS 2.0.
   * Not for tvOS, watchOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowFingerprintForUnlock?: boolean | undefined;
  /**
   * Since iOS 8.3, macOS 14.0, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowFingerprintModification?: boolean | undefined;
  /**
   * Since iOS 6.0, macOS 10.13.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: ignored.
   * Default: `true`.
   */
  readonly allowGameCenter?: boolean | undefined;
  /**
   * Since iOS 18.0, macOS 15.0, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowGenmoji?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowGlobalBackgroundFetchWhenRoaming?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowHostPairing?: boolean | undefined;
  /**
   * Since iOS 18.0, macOS 15.0, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowImagePlayground?: boolean | undefined;
  /**
   * Since iOS 18.0, visionOS 2.4.
   * Not for macOS, tvOS, watchOS.
   * Deprecated in iOS 26.4, visionOS 26.4.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowImageWand?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowInAppPurchases?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowInternetSharingModification?: boolean | undefined;
  /**
   * Since iOS 18.0, macOS 15.0.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowiPhoneMirroring?: boolean | undefined;
  /**
   * Since iOS 17.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowiPhoneWidgetsOnMac?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowiTunes?: boolean | undefined;
  /**
   * Since macOS 10.13.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowiTunesFileSharing?: boolean | undefined;
  /**
   * Since iOS 9.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowKeyboardShortcuts?: boolean | undefined;
  /**
   * Since iOS 15.0, tvOS 15.0, visionOS 27.0.
   * Not for macOS, watchOS.
   * Deprecated in iOS 27.0, tvOS 27.0, visionOS 27.0.
   * Needs supervision on iOS, tvOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * @deprecated on all systems
   */
  readonly allowListedAppBundleIDs?: readonly string[] | undefined;
  /**
   * Since iOS 17.2, macOS 26.0.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowLiveVoicemail?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowLocalUserCreation?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Default: `true`.
   */
  readonly allowLockScreenControlCenter?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS.
   * Default: `true`.
   */
  readonly allowLockScreenNotificationsView?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Default: `true`.
   */
  readonly allowLockScreenTodayView?: boolean | undefined;
  /**
   * Since iOS 15.2.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowMailPrivacyProtection?: boolean | undefined;
  /**
   * Since iOS 18.4, macOS 15.4, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowMailSmartReplies?: boolean | undefined;
  /**
   * Since iOS 18.1, macOS 15.1, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowMailSummary?: boolean | undefined;
  /**
   * Since iOS 8.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Default: `true`.
   */
  readonly allowManagedAppsCloudSync?: boolean | undefined;
  /**
   * Since iOS 12.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Not to be installed by hand on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `false`.
   */
  readonly allowManagedToWriteUnmanagedContacts?: boolean | undefined;
  /**
   * Since iOS 17.4.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowMarketplaceAppInstallation?: boolean | undefined;
  /**
   * Since macOS 15.1.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowMediaSharingModification?: boolean | undefined;
  /**
   * Since iOS 4.1, macOS 10.13.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowMultiplayerGaming?: boolean | undefined;
  /**
   * Since iOS 9.3, macOS 10.12.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowMusicService?: boolean | undefined;
  /**
   * Since iOS 9.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowNews?: boolean | undefined;
  /**
   * Since iOS 14.2.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowNFC?: boolean | undefined;
  /**
   * Since iOS 18.4, macOS 15.4.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowNotesTranscription?: boolean | undefined;
  /**
   * Since iOS 18.3, macOS 15.3.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowNotesTranscriptionSummary?: boolean | undefined;
  /**
   * Since iOS 9.3, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowNotificationsModification?: boolean | undefined;
  /**
   * Since iOS 7.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Default: `true`.
   */
  readonly allowOpenFromManagedToUnmanaged?: boolean | undefined;
  /**
   * Since iOS 7.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Default: `true`.
   */
  readonly allowOpenFromUnmanagedToManaged?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowOTAPKIUpdates?: boolean | undefined;
  /**
   * Since iOS 9.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowPairedWatch?: boolean | undefined;
  /**
   * Since iOS 6.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowPassbookWhileLocked?: boolean | undefined;
  /**
   * Since iOS 9.0, macOS 10.13, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowPasscodeModification?: boolean | undefined;
  /**
   * Since iOS 12.0, macOS 10.14, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowPasswordAutoFill?: boolean | undefined;
  /**
   * Since iOS 12.0, macOS 10.14, tvOS 12.0.
   * Not for visionOS, watchOS.
   * Deprecated in tvOS 17.4.
   * Removed in tvOS 26.4.
   * Needs supervision on iOS, tvOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowPasswordProximityRequests?: boolean | undefined;
  /**
   * Since iOS 12.0, macOS 10.14, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowPasswordSharing?: boolean | undefined;
  /**
   * Since iOS 12.2.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowPersonalHotspotModification?: boolean | undefined;
  /**
   * Since iOS 18.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowPersonalizedHandwritingResults?: boolean | undefined;
  /**
   * Since iOS 5.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 17.0.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowPhotoStream?: boolean | undefined;
  /**
   * Since iOS 8.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowPodcasts?: boolean | undefined;
  /**
   * Since iOS 8.1.3.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowPredictiveKeyboard?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowPrinterSharingModification?: boolean | undefined;
  /**
   * Since iOS 11.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: ignored.
   * Default: `true`.
   */
  readonly allowProximitySetupToNewDevice?: boolean | undefined;
  /**
   * Since iOS 9.3.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowRadioService?: boolean | undefined;
  /**
   * Since iOS 16.0, macOS 13.0.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.0, macOS 26.0.
   * Removed in iOS 27.0, macOS 27.0.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowRapidSecurityResponseInstallation?: boolean | undefined;
  /**
   * Since iOS 16.0, macOS 13.0.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.0, macOS 26.0.
   * Removed in iOS 27.0, macOS 27.0.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowRapidSecurityResponseRemoval?: boolean | undefined;
  /**
   * Since iOS 18.1.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowRCSMessaging?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowRemoteAppleEventsModification?: boolean | undefined;
  /**
   * Since tvOS 10.2.
   * Not for iOS, macOS, visionOS, watchOS.
   * Needs supervision on tvOS.
   * Default: `true`.
   */
  readonly allowRemoteAppPairing?: boolean | undefined;
  /**
   * Since iOS 9.3, macOS 10.14.4.
   * Not for tvOS, visionOS, watchOS.
   * Default: `true`.
   */
  readonly allowRemoteScreenObservation?: boolean | undefined;
  /**
   * Since macOS 26.4.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Not to be installed by hand on macOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowRosettaUsageAwareness?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowSafari?: boolean | undefined;
  /**
   * Since iOS 26.0, macOS 26.0, visionOS 26.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * Not to be installed by hand on macOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowSafariHistoryClearing?: boolean | undefined;
  /**
   * Since iOS 26.0, macOS 26.0, visionOS 26.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * Not to be installed by hand on macOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowSafariPrivateBrowsing?: boolean | undefined;
  /**
   * Since iOS 18.4, macOS 15.4, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowSafariSummary?: boolean | undefined;
  /**
   * Since iOS 18.2.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowSatelliteConnection?: boolean | undefined;
  /**
   * Since iOS 3.1, macOS 10.14.4, visionOS 2.0.
   * Not for tvOS.
   * Default: `true`.
   */
  readonly allowScreenShot?: boolean | undefined;
  /**
   * Since iOS 13.4.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: required.
   * Default: `true`.
   */
  readonly allowSharedDeviceTemporarySession?: boolean | undefined;
  /**
   * Since iOS 6.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowSharedStream?: boolean | undefined;
  /**
   * Since iOS 27.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 27.0.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowSiriAI?: boolean | undefined;
  /**
   * Since iOS 8.1.3.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowSpellCheck?: boolean | undefined;
  /**
   * Since iOS 8.0, macOS 10.11.
   * Not for tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowSpotlightInternetResults?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowStartupDiskModification?: boolean | undefined;
  /**
   * Since iOS 11.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowSystemAppRemoval?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Not in the user channel on macOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowTimeMachineBackup?: boolean | undefined;
  /**
   * Since iOS 9.0, visionOS 2.0.
   * Not for macOS, tvOS.
   * Needs supervision on iOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowUIAppInstallation?: boolean | undefined;
  /**
   * Since iOS 6.0, macOS 13.0, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly allowUIConfigurationProfileInstallation?: boolean | undefined;
  /**
   * Since macOS 13.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `true`.
   */
  readonly allowUniversalControl?: boolean | undefined;
  /**
   * Since iOS 12.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Not to be installed by hand on iOS, visionOS.
   * Default: `false`.
   */
  readonly allowUnmanagedToReadManagedContacts?: boolean | undefined;
  /**
   * Since iOS 14.5.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `false`.
   */
  readonly allowUnpairedExternalBootToRecovery?: boolean | undefined;
  /**
   * Since iOS 5.0, visionOS 1.1.
   * Not for macOS, tvOS, watchOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowUntrustedTLSPrompt?: boolean | undefined;
  /**
   * Since iOS 11.4.1, macOS 13.0.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * Not in the user channel on macOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowUSBRestrictedMode?: boolean | undefined;
  /**
   * Since visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowVideoConferencing?: boolean | undefined;
  /**
   * Since iOS 18.4.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly allowVideoConferencingRemoteControl?: boolean | undefined;
  /**
   * Since iOS 18.3.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowVisualIntelligenceSummary?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 17.0.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowVoiceDialing?: boolean | undefined;
  /**
   * Since iOS 11.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowVPNCreation?: boolean | undefined;
  /**
   * Since iOS 9.0, macOS 10.13.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `true`.
   */
  readonly allowWallpaperModification?: boolean | undefined;
  /**
   * Since iOS 17.5.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   */
  readonly allowWebDistributionAppInstallation?: boolean | undefined;
  /**
   * Since iOS 18.0, macOS 15.0, visionOS 2.4.
   * Not for tvOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Shared iPad: forbidden.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly allowWritingTools?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   */
  readonly autonomousSingleAppModePermittedAppIDs?: readonly string[] | undefined;
  /**
   * Since iOS 9.3, tvOS 11.0.
   * Not for macOS, visionOS, watchOS.
   * Deprecated in iOS 15.0, tvOS 15.0.
   * Needs supervision on iOS, tvOS.
   * User enrolment: forbidden on iOS.
   * @deprecated on all systems
   */
  readonly blacklistedAppBundleIDs?: readonly string[] | undefined;
  /**
   * Since iOS 15.0, tvOS 15.0, visionOS 27.0.
   * Not for macOS, watchOS.
   * Deprecated in iOS 27.0, tvOS 27.0, visionOS 27.0.
   * Needs supervision on iOS, tvOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * @deprecated on all systems
   */
  readonly blockedAppBundleIDs?: readonly string[] | undefined;
  /**
   * Since iOS 26.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   */
  readonly deniedICCIDsForiMessageFaceTime?: readonly string[] | undefined;
  /**
   * Since iOS 26.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   */
  readonly deniedICCIDsForRCS?: readonly string[] | undefined;
  /**
   * Since macOS 12.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on macOS.
   * Default: `172800`.
   */
  readonly enforcedFingerprintTimeout?: number | bigint | undefined;
  /**
   * Since iOS 11.3, macOS 10.13.4, tvOS 12.2.
   * Not for visionOS, watchOS.
   * Deprecated in iOS 26.0, macOS 26.0, tvOS 26.0.
   * Removed in iOS 27.0, macOS 27.0, tvOS 27.0.
   * Needs supervision on iOS, tvOS.
   * User enrolment: forbidden on iOS, macOS.
   * Range: 1 to 90.
   * Default: `30`.
   * @deprecated on all systems
   */
  readonly enforcedSoftwareUpdateDelay?: number | bigint | undefined;
  /**
   * Since macOS 11.3.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Deprecated in macOS 26.0.
   * Removed in macOS 27.0.
   * User enrolment: forbidden on macOS.
   * Range: 1 to 90.
   * Default: `30`.
   * @deprecated on all systems
   */
  readonly enforcedSoftwareUpdateMajorOSDeferredInstallDelay?: number | bigint | undefined;
  /**
   * Since macOS 11.3.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Deprecated in macOS 26.0.
   * Removed in macOS 27.0.
   * User enrolment: forbidden on macOS.
   * Range: 1 to 90.
   * Default: `30`.
   * @deprecated on all systems
   */
  readonly enforcedSoftwareUpdateMinorOSDeferredInstallDelay?: number | bigint | undefined;
  /**
   * Since macOS 11.3.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Deprecated in macOS 26.0.
   * Removed in macOS 27.0.
   * User enrolment: forbidden on macOS.
   * Range: 1 to 90.
   * Default: `30`.
   * @deprecated on all systems
   */
  readonly enforcedSoftwareUpdateNonOSDeferredInstallDelay?: number | bigint | undefined;
  /**
   * Since iOS 9.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Default: `false`.
   */
  readonly forceAirDropUnmanaged?: boolean | undefined;
  /**
   * Not for iOS, macOS, visionOS, watchOS.
   * Default: `false`.
   */
  readonly forceAirPlayIncomingRequestsPairingPassword?: boolean | undefined;
  /**
   * Since iOS 7.1.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Default: `false`.
   */
  readonly forceAirPlayOutgoingRequestsPairingPassword?: boolean | undefined;
  /**
   * Since iOS 11.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `false`.
   */
  readonly forceAirPrintTrustedTLSRequirement?: boolean | undefined;
  /**
   * Since iOS 5.0, macOS 10.13.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 26.4, macOS 26.4.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly forceAssistantProfanityFilter?: boolean | undefined;
  /**
   * Since iOS 11.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `false`.
   */
  readonly forceAuthenticationBeforeAutoFill?: boolean | undefined;
  /**
   * Since iOS 12.0, tvOS 12.2, visionOS 2.0.
   * Not for macOS, watchOS.
   * Needs supervision on iOS, tvOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `false`.
   */
  readonly forceAutomaticDateAndTime?: boolean | undefined;
  /**
   * Since macOS 15.1.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Not to be installed by hand on macOS.
   * User enrolment: forbidden on macOS.
   * Default: `false`.
   */
  readonly forceBypassScreenCaptureAlert?: boolean | undefined;
  /**
   * Since iOS 11.0, macOS 10.14.4.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS, macOS.
   * Not to be installed by hand on macOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `false`.
   */
  readonly forceClassroomAutomaticallyJoinClasses?: boolean | undefined;
  /**
   * Since iOS 11.3, macOS 10.14.4.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS, macOS.
   * Not to be installed by hand on macOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `false`.
   */
  readonly forceClassroomRequestPermissionToLeaveClasses?: boolean | undefined;
  /**
   * Since iOS 11.0, macOS 10.14.4.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS, macOS.
   * Not to be installed by hand on macOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `false`.
   */
  readonly forceClassroomUnpromptedAppAndDeviceLock?: boolean | undefined;
  /**
   * Since iOS 11.0, macOS 10.14.4.
   * Not for tvOS, visionOS, watchOS.
   * Needs supervision on iOS, macOS.
   * Not to be installed by hand on macOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `false`.
   */
  readonly forceClassroomUnpromptedScreenObservation?: boolean | undefined;
  /**
   * Since macOS 11.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Deprecated in macOS 26.0.
   * Removed in macOS 27.0.
   * User enrolment: forbidden on macOS.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly forceDelayedAppSoftwareUpdates?: boolean | undefined;
  /**
   * Since macOS 11.3.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Deprecated in macOS 26.0.
   * Removed in macOS 27.0.
   * User enrolment: forbidden on macOS.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly forceDelayedMajorSoftwareUpdates?: boolean | undefined;
  /**
   * Since iOS 11.3, macOS 10.13, tvOS 12.2.
   * Not for visionOS, watchOS.
   * Deprecated in iOS 26.0, macOS 26.0, tvOS 26.0.
   * Removed in iOS 27.0, macOS 27.0, tvOS 27.0.
   * Needs supervision on iOS, tvOS.
   * User enrolment: forbidden on iOS, macOS.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly forceDelayedSoftwareUpdates?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * Default: `false`.
   */
  readonly forceEncryptedBackup?: boolean | undefined;
  /**
   * Since iOS 6.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 17.0.
   * User enrolment: forbidden on iOS.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly forceITunesStorePasswordEntry?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `false`.
   */
  readonly forceLimitAdTracking?: boolean | undefined;
  /**
   * Since iOS 14.5, macOS 14.0, visionOS 2.0.
   * Not for tvOS.
   * Deprecated in iOS 26.4, macOS 26.4, visionOS 26.4, watchOS 26.4.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly forceOnDeviceOnlyDictation?: boolean | undefined;
  /**
   * Since iOS 15.0.
   * Not for macOS, tvOS, visionOS.
   * Deprecated in iOS 26.4, watchOS 26.4.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly forceOnDeviceOnlyTranslation?: boolean | undefined;
  /**
   * Since iOS 17.2.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Shared iPad: forbidden.
   * Default: `false`.
   */
  readonly forcePreserveESIMOnErase?: boolean | undefined;
  /**
   * Since iOS 8.2.
   * Not for macOS, tvOS, visionOS.
   * Default: `false`.
   */
  readonly forceWatchWristDetection?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `false`.
   */
  readonly forceWiFiPowerOn?: boolean | undefined;
  /**
   * Since iOS 14.5, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `false`.
   */
  readonly forceWiFiToAllowedNetworksOnly?: boolean | undefined;
  /**
   * Since iOS 10.3.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Deprecated in iOS 14.5.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly forceWiFiWhitelisting?: boolean | undefined;
  /**
   * Since macOS 15.0, tvOS 11.3.
   * Not for visionOS, watchOS.
   * User enrolment: forbidden on iOS, macOS.
   * Range: 0 to 1000.
   * Default: `1000`.
   */
  readonly ratingApps?: number | bigint | undefined;
  /**
   * Since iOS 26.1.
   * Not for macOS, tvOS, visionOS, watchOS.
   * Not to be installed by hand on iOS.
   * User enrolment: forbidden on iOS.
   */
  readonly ratingAppsExemptedBundleIDs?: readonly string[] | undefined;
  /**
   * Since macOS 15.0, tvOS 11.3.
   * Not for visionOS, watchOS.
   * User enrolment: forbidden on iOS, macOS.
   * Range: 0 to 1000.
   * Default: `1000`.
   */
  readonly ratingMovies?: number | bigint | undefined;
  /** Not for visionOS, watchOS. */
  readonly ratingRegion?: 'us' | 'au' | 'ca' | 'de' | 'fr' | 'ie' | 'jp' | 'nz' | 'gb' | undefined;
  /**
   * Since macOS 15.0, tvOS 11.3.
   * Not for visionOS, watchOS.
   * User enrolment: forbidden on iOS, macOS.
   * Range: 0 to 1000.
   * Default: `1000`.
   */
  readonly ratingTVShows?: number | bigint | undefined;
  /**
   * Since iOS 15.0, visionOS 2.0.
   * Not for macOS, tvOS, watchOS.
   * Default: `false`.
   */
  readonly requireManagedPasteboard?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `2`.
   */
  readonly safariAcceptCookies?: 0 | 1 | 1.5 | 2 | PlistReal | undefined;
  /**
   * Since macOS 10.13, visionOS 2.0.
   * Not for tvOS, watchOS.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `true`.
   */
  readonly safariAllowAutoFill?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly safariAllowJavaScript?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * User enrolment: forbidden on iOS.
   * Default: `true`.
   */
  readonly safariAllowPopups?: boolean | undefined;
  /**
   * Not for macOS, tvOS, visionOS, watchOS.
   * Default: `false`.
   */
  readonly safariForceFraudWarning?: boolean | undefined;
  /**
   * Since iOS 9.3, tvOS 11.0.
   * Not for macOS, visionOS, watchOS.
   * Deprecated in iOS 15.0, tvOS 15.0.
   * Needs supervision on iOS, tvOS.
   * User enrolment: forbidden on iOS.
   * @deprecated on all systems
   */
  readonly whitelistedAppBundleIDs?: readonly string[] | undefined;
}
