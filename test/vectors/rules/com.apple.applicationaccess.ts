import type { DeviceContext } from '../../../src/device/device-context.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const on = (platforms: NonNullable<DeviceContext['platforms']>): DeviceContext => ({ platforms });
const workspace = (...ids: string[]): Dictionary => ({ allowedExternalIntelligenceWorkspaceIDs: ids });
const iccids = Array.from({ length: 5 }, (_, index) => `8988211000000000000${String(index)}`);
const webClip = { PayloadType: 'com.apple.webClip.managed', URL: 'https://lab.test', Label: 'Lab', IsRemovable: true };
const education = (ScreenObservationPermissionModificationAllowed: boolean): Dictionary => ({
  PayloadType: 'com.apple.education',
  OrganizationUUID: '0000ED00-0000-4000-8000-000000000000',
  OrganizationName: 'Lab School',
  UserIdentifier: 'teacher',
  Users: [],
  Groups: [],
  ScreenObservationPermissionModificationAllowed,
});

export const rules: RuleExamples = {
  'aa-external-workspace-single': {
    fires: workspace('lab', 'other'),
    quiet: workspace('lab'),
    at: '/allowedExternalIntelligenceWorkspaceIDs',
  },
  'aa-denied-iccids-imessage-max-4': {
    fires: { deniedICCIDsForiMessageFaceTime: iccids },
    quiet: { deniedICCIDsForiMessageFaceTime: iccids.slice(1) },
    at: '/deniedICCIDsForiMessageFaceTime',
  },
  'aa-denied-iccids-rcs-max-4': {
    fires: { deniedICCIDsForRCS: iccids },
    quiet: { deniedICCIDsForRCS: iccids.slice(1) },
    at: '/deniedICCIDsForRCS',
  },
  'aa-managed-contacts-write-no-effect': {
    fires: { allowManagedToWriteUnmanagedContacts: true },
    quiet: { allowManagedToWriteUnmanagedContacts: true, allowOpenFromManagedToUnmanaged: false },
    at: '',
  },
  'aa-managed-contacts-read-no-effect': {
    fires: { allowUnmanagedToReadManagedContacts: true, allowOpenFromManagedToUnmanaged: true },
    quiet: { allowUnmanagedToReadManagedContacts: true, allowOpenFromManagedToUnmanaged: false },
    at: '/allowOpenFromManagedToUnmanaged',
  },
  'aa-camera-exceptions-need-camera-off': {
    fires: { allowedCameraRestrictionBundleIDs: ['com.example.app'] },
    quiet: { allowedCameraRestrictionBundleIDs: ['com.example.app'], allowCamera: false },
    at: '',
  },
  'aa-screen-observation-under-screenshot': {
    fires: { allowScreenShot: false, allowRemoteScreenObservation: true },
    quiet: { allowScreenShot: true, allowRemoteScreenObservation: true },
    at: '/allowRemoteScreenObservation',
  },
  'aa-screen-observation-supervised-before-13': {
    fires: { allowRemoteScreenObservation: false },
    quiet: { allowRemoteScreenObservation: false },
    quietContext: { ...on({ iOS: { from: '13.0' }, macOS: { from: '10.15' } }), supervised: false },
    at: '/allowRemoteScreenObservation',
  },
  'aa-screen-observation-user-enrollment': {
    fires: { allowRemoteScreenObservation: false },
    quiet: { allowRemoteScreenObservation: false },
    quietContext: { ...on({ macOS: { from: '12.0' } }), enrollment: 'user' },
    at: '/allowRemoteScreenObservation',
  },
  'aa-supervised-since-ios-13': {
    fires: { allowSafari: false },
    quiet: { allowSafari: false },
    quietContext: { ...on({ iOS: { from: '12.0', to: '12' } }), supervised: false },
    at: '/allowSafari',
  },
  'aa-unsupervised-use-deprecated': {
    fires: { allowCamera: false },
    quiet: { allowCamera: false },
    quietContext: { ...on({ iOS: { from: '17.0' } }), supervised: true },
    at: '/allowCamera',
  },
  'aa-tvos-airplay-incoming-moved': {
    fires: { forceAirPlayIncomingRequestsPairingPassword: true },
    quiet: { forceAirPlayIncomingRequestsPairingPassword: true },
    quietContext: on({ tvOS: { from: '9.0', to: '10.1' } }),
    at: '/forceAirPlayIncomingRequestsPairingPassword',
  },
  'aa-app-lock-off-implies-hide-off': {
    fires: { allowAppsToBeLocked: false, allowAppsToBeHidden: true },
    quiet: { allowAppsToBeLocked: false, allowAppsToBeHidden: false },
    at: '/allowAppsToBeHidden',
  },
  'aa-update-delay-needs-force': {
    fires: { enforcedSoftwareUpdateDelay: 14 },
    quiet: { enforcedSoftwareUpdateDelay: 14, forceDelayedSoftwareUpdates: true },
    at: '',
  },
  'aa-major-delay-needs-force': {
    fires: { enforcedSoftwareUpdateMajorOSDeferredInstallDelay: 14, forceDelayedSoftwareUpdates: true },
    quiet: { enforcedSoftwareUpdateMajorOSDeferredInstallDelay: 14, forceDelayedMajorSoftwareUpdates: true },
    at: '',
  },
  'aa-minor-delay-needs-force': {
    fires: { enforcedSoftwareUpdateMinorOSDeferredInstallDelay: 14, forceDelayedMajorSoftwareUpdates: true },
    quiet: { enforcedSoftwareUpdateMinorOSDeferredInstallDelay: 14, forceDelayedSoftwareUpdates: true },
    at: '',
  },
  'aa-non-os-delay-needs-force': {
    fires: { enforcedSoftwareUpdateNonOSDeferredInstallDelay: 14, forceDelayedAppSoftwareUpdates: false },
    quiet: { enforcedSoftwareUpdateNonOSDeferredInstallDelay: 14, forceDelayedAppSoftwareUpdates: true },
    at: '/forceDelayedAppSoftwareUpdates',
  },
  'aa-rating-apps-values': { fires: { ratingApps: 250 }, quiet: { ratingApps: 200 }, at: '/ratingApps' },
  'aa-rating-movies-values': { fires: { ratingMovies: 250 }, quiet: { ratingMovies: 200 }, at: '/ratingMovies' },
  'aa-rating-tv-values': { fires: { ratingTVShows: 700 }, quiet: { ratingTVShows: 600 }, at: '/ratingTVShows' },
  'aa-unprompted-observation-needs-education': {
    fires: { payloads: [{ forceClassroomUnpromptedScreenObservation: true }, education(false)] },
    quiet: { payloads: [{ forceClassroomUnpromptedScreenObservation: true }, education(true)] },
    at: '',
  },
  'aa-safari-off-blocks-web-clips': {
    fires: { payloads: [{ allowSafari: false }, webClip] },
    quiet: { payloads: [{ allowSafari: true }, webClip] },
    at: '',
  },
  'aa-same-restriction-in-two-payloads': {
    fires: { payloads: [{ allowCamera: false }, { allowCamera: true, allowScreenShot: false }] },
    quiet: { payloads: [{ allowCamera: false }, { allowScreenShot: false }] },
  },
};
