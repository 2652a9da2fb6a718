import {
  dictionariesOf,
  keysOf,
  listNames,
  quoteName,
  textsOf,
  valueAt,
  type EffectivePayload,
} from './effective-payload.js';
import type { ReportedValue } from './redact-content.js';

/** What an app may do with a service; those that a profile can only forbid, or leave to people, stand as `undefined`. */
const services: Readonly<Record<string, string | undefined>> = {
  SystemPolicyAllFiles: 'read all protected files',
  SystemPolicySysAdminFiles: 'read and change the files of the administration',
  SystemPolicyAppBundles: 'change other apps',
  SystemPolicyAppData: 'read the data of other apps',
  SystemPolicyDesktopFolder: 'read the files on the Desktop',
  SystemPolicyDocumentsFolder: 'read the files in Documents',
  SystemPolicyDownloadsFolder: 'read the files in Downloads',
  SystemPolicyNetworkVolumes: 'read the files on network volumes',
  SystemPolicyRemovableVolumes: 'read the files on removable volumes',
  Accessibility: 'control the Mac',
  PostEvent: 'press keys and click',
  AddressBook: 'read the contacts',
  Calendar: 'read the calendars',
  Photos: 'read the photos',
  Reminders: 'read the reminders',
  MediaLibrary: 'read the media library',
  SpeechRecognition: 'have speech recognized, by Apple too',
  BluetoothAlways: 'use Bluetooth',
  FileProviderPresence: 'see when files are used that it provides',
  Camera: undefined,
  Microphone: undefined,
  ListenEvent: undefined,
  ScreenCapture: undefined,
};

/** What apps may do without asking anybody: one sentence for each service of a privacy policy, and each steered app. */
export function findGrants(payload: EffectivePayload): string[] {
  return keysOf(valueAt(payload, 'Services')).flatMap((service) => {
    const granted = dictionariesOf(valueAt(payload, 'Services', service)).filter(isGranted);
    // Each answer about Apple events holds for one pair of apps.
    if (service === 'AppleEvents') return granted.flatMap((answer) => grant([answer], steering(answer)));
    return grant(granted, Object.hasOwn(services, service) ? services[service] : `use ${quoteName(service)}`);
  });
}

type Answer = Readonly<Record<string, ReportedValue>>;

function grant(answers: readonly Answer[], act: string | undefined): string[] {
  const apps = answers.flatMap(({ Identifier: name }) => textsOf([name]));
  return act === undefined || apps.length === 0 ? [] : [`${listNames(apps)} may ${act} without asking`];
}

function steering({ AEReceiverIdentifier: receiver }: Answer): string {
  return `control ${listNames(textsOf([receiver])) || 'other apps'}`;
}

/** `Authorization` counts where both stand there; a 1 is taken for a true. */
function isGranted({ Authorization: answer, Allowed: allowed }: Answer): boolean {
  return answer === undefined ? allowed === true || allowed === 1 : answer === 'Allow';
}
