import type { Platform } from '../device/platform.js';
import type { GuideFacts } from './guide-facts.js';
import type { GuideLanguage } from './guide-language.js';
import { command, name, names, row, say, words, type GuidePart } from './guide-text.js';

const devices: Readonly<Record<Platform, string>> = {
  iOS: 'iPhone',
  macOS: 'Mac',
  tvOS: 'Apple TV',
  watchOS: 'Apple Watch',
  visionOS: 'Apple Vision Pro',
};

const device = ({ os }: GuideFacts): GuidePart => words(devices[os]);
const profile = (facts: GuideFacts): GuidePart =>
  facts.profile === undefined ? words('the profile') : name(facts.profile);
const is = ({ roots }: GuideFacts): GuidePart => words(roots.length === 1 ? 'is' : 'are');
const trustSettings = row('Settings', 'General', 'About', 'Certificate Trust Settings');

/** Where the installed profiles are listed. */
function profilesRow({ os, since }: GuideFacts): GuidePart {
  if (os === 'watchOS') return row('Watch', 'General', 'Profiles');
  if (os !== 'macOS') {
    return row('Settings', 'General', os === 'iOS' && !since('15') ? 'Profiles' : 'VPN & Device Management');
  }
  if (since('15')) return row('System Settings', 'General', 'Device Management');
  return since('13') ? row('System Settings', 'Privacy & Security', 'Profiles') : row('System Preferences', 'Profiles');
}

export const english: GuideLanguage = {
  quotes: ['"', '"'],
  titles: {
    manual: {
      iOS: 'On the iPhone',
      macOS: 'On the Mac',
      tvOS: 'On the Apple TV',
      watchOS: 'On the Apple Watch',
      visionOS: 'On the Apple Vision Pro',
    },
    mdm: 'Through an MDM server',
    configurator: 'With Apple Configurator over USB',
    missing: 'When a row is missing',
    remove: 'To remove it again',
    mail: 'When Mail clings to a certificate',
  },
  texts: {
    'no-manual': (facts) =>
      say`This version takes no profile with certificates from a person; they came with iOS 4, OS X 10.7, tvOS 9 and watchOS 3. Update the ${device(facts)} first.`,
    'no-mdm': (facts) =>
      say`This version of the ${device(facts)} knows no MDM; it came with watchOS 10 and visionOS 1.1. Update it first.`,
    'no-configurator': (facts) =>
      say`Apple Configurator installs no profile on the ${device(facts)}. Install it by hand or through an MDM server.`,

    open: () => say`Send the file with AirDrop or Mail, or open its address in Safari; tap ${row('Allow')} when asked.`,
    'open-old': () =>
      say`Send the file with AirDrop or Mail, or open its address in Safari; the installation begins by itself.`,
    downloaded: (facts) =>
      say`Open ${row('Settings', 'Profile Downloaded')} within 8 minutes; after that the ${device(facts)} drops the download.`,
    install: (facts) => say`Check that the profile is ${profile(facts)}, tap ${row('Install')} and enter the passcode.`,
    warning: () => say`Read the warning about the root certificate, tap ${row('Install')} twice, then ${row('Done')}.`,
    done: () => say`Tap ${row('Install')} once more, then ${row('Done')}.`,
    listed: (facts) => say`${profilesRow(facts)} now lists ${profile(facts)}.`,
    'listed-old': (facts) =>
      say`${profilesRow(facts)} now lists ${profile(facts)}; the row may be called Profile, or Profiles & Device Management.`,
    'switch-open': () => say`Open ${trustSettings} (the last row of About).`,
    'switch-on': ({ roots }) =>
      say`Under ${name('Enable full trust for root certificates')} switch on ${names(roots)}, then tap ${row('Continue')}.`,
    'trusted-before-switch': (facts) =>
      say`${names(facts.roots)} ${is(facts)} trusted as soon as the profile is installed; the switch for it came with iOS 10.3.`,
    'trusted-at-once': (facts) =>
      facts.os === 'macOS'
        ? say`${names(facts.roots)} ${is(facts)} trusted at once: on this way nothing is set in Keychain Access.`
        : say`${names(facts.roots)} ${is(facts)} trusted at once: on this way nothing is switched on in ${trustSettings}.`,
    unlisted: (_, subject) =>
      say`${name(subject)} will not be trusted: the certificate is not fit to be a root. The points below say why.`,
    'no-root': () => say`The profile holds no root, so there is nothing to switch on.`,

    'mdm-send': (facts) =>
      say`Send the profile with the InstallProfile command; nothing is tapped on the ${device(facts)}.`,
    'mdm-listed': (facts) => say`${profilesRow(facts)} lists ${profile(facts)} below the MDM profile.`,
    'configurator-send': (facts) =>
      facts.os === 'tvOS'
        ? say`Connect the Apple TV to the Mac, or pair it in Apple Configurator where it has no port for that.`
        : say`Connect the ${device(facts)} to the Mac, unlock it and tap ${row('Trust')}.`,
    'configurator-add': (facts) =>
      say`In Apple Configurator choose the ${device(facts)}, then ${row('Actions', 'Add', 'Profiles')}, and pick the file.`,
    'configurator-listed': (facts) =>
      say`Follow what the ${device(facts)} asks until ${profilesRow(facts)} lists ${profile(facts)}.`,

    'mac-open': () =>
      say`Open the file. Nothing is installed yet: a notice says that the profile can be reviewed in the settings.`,
    'mac-open-old': () => say`Open the file; the installation begins by itself.`,
    'mac-install': (facts) =>
      say`Open ${profilesRow(facts)} (if it is elsewhere, search the settings for "profiles"), check that the profile is ${profile(facts)}, click ${row('Install')} and enter the password of an administrator.`,
    'mac-keychain': ({ roots }) =>
      say`Look at ${names(roots)} in ${row('Keychain Access', 'System')}: a Mac was seen to leave certificates of a profile that a person installed without trust for TLS.`,
    'mac-always-trust': () =>
      say`Unless it is trusted there already, double-click the certificate, open ${row('Trust')}, set ${name('When using this certificate')} to ${row('Always Trust')} and close the window.`,
    'tv-serve': () => say`Put the file on a web server that the Apple TV can reach.`,
    'tv-add': () =>
      say`Open ${row('Settings', 'General', 'Privacy & Security')}, move to ${row('Share Apple TV Analytics')} (or ${row('Send to Apple')}) without choosing it, press Play/Pause, choose ${row('Add Profile')} and enter the address. Apple does not describe this way; it is reported by many.`,
    'tv-install': (facts) => say`Check that the profile is ${profile(facts)}, and choose ${row('Install')}.`,
    'tv-switch': ({ roots }) =>
      say`Look for ${trustSettings}, and switch on ${names(roots)} there. Apple does not describe this row for the Apple TV; it is reported by some.`,
    'watch-open': () =>
      say`Open the file on the paired iPhone, and choose ${row('Apple Watch')} when it asks for which device the profile is.`,
    'watch-install': (facts) => say`Check that the profile is ${profile(facts)}, and install it as the iPhone says.`,
    'watch-no-switch': ({ roots }) =>
      say`No switch is known for the Apple Watch, so try with one whether it trusts ${names(roots)}. The way that Apple describes is MDM, since watchOS 10.`,

    'root-one-cert-per-payload': (_, subject) =>
      say`${name(subject)} stands first in its payload, and a device reads nothing behind it. The root that follows is lost: give each certificate a payload of its own.`,
    'root-ca-flag': (_, subject) =>
      say`${name(subject)} is no CA: its basicConstraints lack ${command('cA=TRUE')}. It gets no row, and cannot be mended: make the root again.`,
    'root-not-self-signed': (_, subject) =>
      say`${name(subject)} is not self-signed: it was issued by another CA. Only that one gets a row: put the root into the profile.`,
    'root-self-signed-shape': (_, subject) =>
      say`${name(subject)} names itself as issuer, but its key identifiers or its signature do not fit. For Apple it is no root: make it again.`,
    'root-empty-subject': (_, subject) =>
      say`${name(subject)} has an empty subject, and cannot be trusted: make it again.`,
    'root-common-name': (_, subject) =>
      say`${name(subject)} has no commonName. The list was seen to leave such roots out: make it again with a commonName.`,
    'ios-18-bug': () =>
      say`iOS 18.0 and 18.0.1 were seen to show an empty list although all is right. Restarting and installing again did not help; updating to 18.1 did.`,
    'not-installed-yet': (facts) =>
      say`If ${profilesRow(facts)} does not list ${profile(facts)}, it is only downloaded. Open ${row('Settings', 'Profile Downloaded')} and install it.`,
    'eight-minutes': (facts) =>
      say`If ${row('Profile Downloaded')} is gone, load the file again: the ${device(facts)} deletes a download after 8 minutes, and keeps the newest only.`,
    'lockdown-mode': (facts) =>
      say`In Lockdown Mode the ${device(facts)} takes no new profile. Turn it off under ${row(facts.os === 'macOS' ? 'System Settings' : 'Settings', 'Privacy & Security', 'Lockdown Mode')}, install, and turn it on again.`,
    'stolen-device': () =>
      say`Away from familiar places, Stolen Device Protection must be turned off before a profile can be installed, and on again afterwards.`,
    restriction: () =>
      say`An organization can forbid profiles from people on its devices (${command('allowUIConfigurationProfileInstallation')}): then only its MDM server can install one.`,
    'mdm-failed': (facts) =>
      say`If ${profile(facts)} is not listed, the command failed, or waits. Read the ErrorChain in the answer of the ${device(facts)}.`,
    'configurator-failed': (facts) =>
      say`If ${profile(facts)} is not listed, the ${device(facts)} was locked, or still asks. Unlock it and add the profile again.`,
    'form-is-right': ({ roots }) =>
      say`${names(roots)}: this file is in order (a CA, self-signed, with a commonName). If the name is not in the list, another file was installed: a server or intermediate certificate, or a bundle that does not begin with the root, gets no row. ${command('profilewright doctor FILE')} says what a file holds.`,
    renewed: () =>
      say`A renewed root is another certificate, even with the same name and key. Its switch is off until somebody turns it on.`,
    'still-refused': () =>
      say`If the root is trusted and a site is refused all the same, it is the server. ${command('profilewright doctor HOST:PORT --root ca.pem')} says why.`,

    'remove-open': (facts) => say`Open ${profilesRow(facts)} and choose ${profile(facts)}.`,
    'remove-tap': (facts) =>
      facts.os === 'macOS'
        ? say`Click ${row('Remove')}, and enter the password of an administrator.`
        : say`Choose ${row('Remove Profile')}, and enter the passcode.`,
    'remove-trust': ({ roots }) =>
      say`The switch of ${names(roots)} should be gone with it: look into ${trustSettings}.`,
    'mac-remove-trust': ({ roots }) =>
      say`Look for ${names(roots)} in ${row('Keychain Access', 'System')}, and delete what is left: settings for trust were seen to outlive a certificate.`,
    'tv-remove': (facts) =>
      say`Go the same way as for ${row('Add Profile')}, choose ${profile(facts)} in the list, and remove it.`,
    'remove-by-mdm': ({ identifier }) =>
      identifier === undefined
        ? say`Send the RemoveProfile command with the identifier of the profile; a person cannot remove it.`
        : say`Send the RemoveProfile command with the identifier ${name(identifier)}; a person cannot remove it.`,
    'remove-by-configurator': (facts) =>
      say`In Apple Configurator choose the ${device(facts)}, then ${row('Actions', 'Remove', 'Profiles')}; or remove ${profile(facts)} on the device under ${profilesRow(facts)}.`,

    'mail-exception': () =>
      say`A certificate that somebody once allowed for a mail server is an exception for this one server, and no profile: nothing in Settings shows it, and no profile can clear it. It holds until the server has another certificate.`,
    'mail-name': () =>
      say`If the question comes again and again, correct the host name in the account, or the certificate of the server: its name must be in subjectAltName.`,
    'mail-delete': () => say`If that does not help, delete the account, restart, and set it up again.`,
    'mail-smtp': () =>
      say`If it is the outgoing server, its entry outlives the account. It helped others to set up any other account for a moment, to delete the entry in its list of outgoing servers (${row('SMTP')}), and to restart before the account is set up again.`,
    'mail-root': () => say`For good: let the root be trusted, as the steps above say. Then no exception is needed.`,
  },
};
