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

/** The watch and the headset are feminine, the phone and the television box neuter. */
const isFeminine = ({ os }: GuideFacts): boolean => os === 'watchOS' || os === 'visionOS';
const isNeuter = ({ os }: GuideFacts): boolean => os === 'iOS' || os === 'tvOS';
const the = (facts: GuideFacts): GuidePart =>
  words(`${isFeminine(facts) ? 'die' : isNeuter(facts) ? 'das' : 'der'} ${devices[facts.os]}`);
const accusative = (facts: GuideFacts): GuidePart =>
  words(`${isFeminine(facts) ? 'die' : isNeuter(facts) ? 'das' : 'den'} ${devices[facts.os]}`);
const dative = (facts: GuideFacts): GuidePart => words(`${isFeminine(facts) ? 'der' : 'dem'} ${devices[facts.os]}`);
const genitive = (facts: GuideFacts): GuidePart => words(`${isFeminine(facts) ? 'der' : 'des'} ${devices[facts.os]}`);
const profile = (facts: GuideFacts): GuidePart =>
  facts.profile === undefined ? words('das Profil') : name(facts.profile);
const is = ({ roots }: GuideFacts): GuidePart => words(roots.length === 1 ? 'ist' : 'sind');
const trustSettings = row('Einstellungen', 'Allgemein', 'Info', 'Zertifikatsvertrauenseinstellungen');

/** Where the installed profiles are listed. */
function profilesRow({ os, since }: GuideFacts): GuidePart {
  if (os === 'watchOS') return row('Watch', 'Allgemein', 'Profile');
  if (os !== 'macOS') {
    return row('Einstellungen', 'Allgemein', os === 'iOS' && !since('15') ? 'Profile' : 'VPN und Geräteverwaltung');
  }
  if (since('15')) return row('Systemeinstellungen', 'Allgemein', 'Geräteverwaltung');
  return since('13')
    ? row('Systemeinstellungen', 'Datenschutz & Sicherheit', 'Profile')
    : row('Systemeinstellungen', 'Profile');
}

export const german: GuideLanguage = {
  quotes: ['„', '“'],
  titles: {
    manual: {
      iOS: 'Auf dem iPhone',
      macOS: 'Auf dem Mac',
      tvOS: 'Auf dem Apple TV',
      watchOS: 'Auf der Apple Watch',
      visionOS: 'Auf der Apple Vision Pro',
    },
    mdm: 'Über einen MDM-Server',
    configurator: 'Mit Apple Configurator über USB',
    missing: 'Wenn eine Zeile fehlt',
    remove: 'Wieder entfernen',
    mail: 'Wenn Mail an einem Zertifikat hängt',
  },
  texts: {
    'no-manual': (facts) =>
      say`Diese Version nimmt von Personen kein Profil mit Zertifikaten an; das geht ab iOS 4, OS X 10.7, tvOS 9 und watchOS 3. Zuerst ${accusative(facts)} aktualisieren.`,
    'no-mdm': (facts) =>
      say`Diese Version ${genitive(facts)} kennt kein MDM; das gibt es ab watchOS 10 und visionOS 1.1. Zuerst aktualisieren.`,
    'no-configurator': (facts) =>
      say`Apple Configurator installiert auf ${dative(facts)} kein Profil. Es von Hand oder über einen MDM-Server installieren.`,

    open: () =>
      say`Die Datei mit AirDrop oder Mail schicken oder ihre Adresse in Safari öffnen; bei der Frage auf ${row('Erlauben')} tippen.`,
    'open-old': () =>
      say`Die Datei mit AirDrop oder Mail schicken oder ihre Adresse in Safari öffnen; die Installation beginnt von selbst.`,
    downloaded: (facts) =>
      say`Innerhalb von 8 Minuten ${row('Einstellungen', 'Profil geladen')} öffnen; danach verwirft ${the(facts)} den Download.`,
    install: (facts) =>
      say`Prüfen, dass das Profil ${profile(facts)} ist, auf ${row('Installieren')} tippen und den Code eingeben.`,
    warning: () =>
      say`Die Warnung vor dem Root-Zertifikat lesen, zweimal auf ${row('Installieren')} tippen, dann auf ${row('Fertig')}.`,
    done: () => say`Noch einmal auf ${row('Installieren')} tippen, dann auf ${row('Fertig')}.`,
    listed: (facts) => say`Unter ${profilesRow(facts)} steht jetzt ${profile(facts)}.`,
    'listed-old': (facts) =>
      say`Unter ${profilesRow(facts)} steht jetzt ${profile(facts)}; die Zeile kann auch Profil oder Profile & Geräteverwaltung heißen.`,
    'switch-open': () => say`${trustSettings} öffnen (die letzte Zeile von Info).`,
    'switch-on': ({ roots }) =>
      say`Unter ${name('Volles Vertrauen für Root-Zertifikate aktivieren')} den Schalter von ${names(roots)} einschalten, dann auf ${row('Fortfahren')} tippen.`,
    'trusted-before-switch': (facts) =>
      say`${names(facts.roots)} ${is(facts)} vertrauenswürdig, sobald das Profil installiert ist; den Schalter dafür gibt es ab iOS 10.3.`,
    'trusted-at-once': (facts) =>
      facts.os === 'macOS'
        ? say`${names(facts.roots)} ${is(facts)} sofort vertrauenswürdig: Auf diesem Weg ist in der Schlüsselbundverwaltung nichts einzustellen.`
        : say`${names(facts.roots)} ${is(facts)} sofort vertrauenswürdig: Auf diesem Weg ist unter ${trustSettings} nichts einzuschalten.`,
    unlisted: (_, subject) =>
      say`${name(subject)} wird nicht vertrauenswürdig: Das Zertifikat taugt nicht als Root-Zertifikat. Die Punkte unten sagen, warum.`,
    'no-root': () => say`Das Profil enthält kein Root-Zertifikat, also ist nichts einzuschalten.`,

    'mdm-send': (facts) =>
      say`Das Profil mit dem Befehl InstallProfile schicken; auf ${dative(facts)} ist nichts zu tippen.`,
    'mdm-listed': (facts) => say`Unter ${profilesRow(facts)} steht ${profile(facts)} unter dem MDM-Profil.`,
    'configurator-send': (facts) =>
      facts.os === 'tvOS'
        ? say`Das Apple TV mit dem Mac verbinden oder, wenn es dafür keinen Anschluss hat, in Apple Configurator koppeln.`
        : say`Zuerst ${accusative(facts)} mit dem Mac verbinden, entsperren und auf ${row('Vertrauen')} tippen.`,
    'configurator-add': (facts) =>
      say`In Apple Configurator ${accusative(facts)} auswählen, dann ${row('Aktionen', 'Hinzufügen', 'Profile')} wählen und die Datei auswählen.`,
    'configurator-listed': (facts) =>
      say`Den Fragen ${genitive(facts)} folgen, bis unter ${profilesRow(facts)} ${profile(facts)} steht.`,

    'mac-open': () =>
      say`Die Datei öffnen. Installiert ist damit noch nichts: Ein Hinweis sagt, dass das Profil in den Einstellungen zu prüfen ist.`,
    'mac-open-old': () => say`Die Datei öffnen; die Installation beginnt von selbst.`,
    'mac-install': (facts) =>
      say`${profilesRow(facts)} öffnen (steht es woanders, in den Einstellungen nach „Profile“ suchen), prüfen, dass das Profil ${profile(facts)} ist, auf ${row('Installieren')} klicken und das Passwort eines Administrators eingeben.`,
    'mac-keychain': ({ roots }) =>
      say`${names(roots)} in ${row('Schlüsselbundverwaltung', 'System')} ansehen: Bei von Hand installierten Profilen fehlte schon einmal das Vertrauen für TLS.`,
    'mac-always-trust': () =>
      say`Ist es dort nicht schon vertrauenswürdig, das Zertifikat doppelt anklicken, ${row('Vertrauen')} öffnen, ${name('Bei Verwendung dieses Zertifikats')} auf ${row('Immer vertrauen')} stellen und das Fenster schließen.`,
    'tv-serve': () => say`Die Datei auf einen Webserver legen, den das Apple TV erreicht.`,
    'tv-add': () =>
      say`${row('Einstellungen', 'Allgemein', 'Datenschutz & Sicherheit')} öffnen, zu ${row('Apple TV-Analyse teilen')} gehen, ohne es auszuwählen, auf Wiedergabe/Pause drücken, ${row('Profil hinzufügen')} wählen und die Adresse eingeben. Apple beschreibt diesen Weg nicht; viele berichten von ihm.`,
    'tv-install': (facts) => say`Prüfen, dass das Profil ${profile(facts)} ist, und ${row('Installieren')} wählen.`,
    'tv-switch': ({ roots }) =>
      say`Nach ${trustSettings} suchen und dort ${names(roots)} einschalten. Apple beschreibt diese Zeile für das Apple TV nicht; manche berichten von ihr.`,
    'watch-open': () =>
      say`Die Datei auf dem gekoppelten iPhone öffnen und bei der Frage nach dem Gerät ${row('Apple Watch')} wählen.`,
    'watch-install': (facts) =>
      say`Prüfen, dass das Profil ${profile(facts)} ist, und es installieren, wie es das iPhone sagt.`,
    'watch-no-switch': ({ roots }) =>
      say`Für die Apple Watch ist kein Schalter bekannt, also an einer Apple Watch ausprobieren, ob sie ${names(roots)} vertraut. Der Weg, den Apple beschreibt, ist MDM, ab watchOS 10.`,

    'root-one-cert-per-payload': (_, subject) =>
      say`${name(subject)} steht in seiner Payload vorn, und mehr liest ein Gerät nicht. Das Root-Zertifikat dahinter geht verloren: Jedem Zertifikat eine eigene Payload geben.`,
    'root-ca-flag': (_, subject) =>
      say`${name(subject)} ist keine CA: In basicConstraints fehlt ${command('cA=TRUE')}. Das Zertifikat bekommt keine Zeile und lässt sich nicht nachbessern: das Root-Zertifikat neu erstellen.`,
    'root-not-self-signed': (_, subject) =>
      say`${name(subject)} ist nicht selbst signiert: Eine andere CA hat es ausgestellt. Nur diese bekommt eine Zeile: das Root-Zertifikat ins Profil aufnehmen.`,
    'root-self-signed-shape': (_, subject) =>
      say`${name(subject)} nennt sich selbst als Aussteller, aber Schlüsselkennungen oder Signatur passen nicht. Für Apple ist es kein Root-Zertifikat: neu erstellen.`,
    'root-empty-subject': (_, subject) =>
      say`${name(subject)} hat ein leeres Subject und kann nicht vertrauenswürdig werden: neu erstellen.`,
    'root-common-name': (_, subject) =>
      say`${name(subject)} hat keinen commonName. Solche Root-Zertifikate fehlten schon einmal in der Liste: mit commonName neu erstellen.`,
    'ios-18-bug': () =>
      say`iOS 18.0 und 18.0.1 zeigten auf manchen Geräten eine leere Liste, obwohl alles stimmte. Neustart und neue Installation halfen nicht; die Aktualisierung auf 18.1 half.`,
    'not-installed-yet': (facts) =>
      say`Fehlt ${profile(facts)} unter ${profilesRow(facts)}, ist es erst geladen. ${row('Einstellungen', 'Profil geladen')} öffnen und es installieren.`,
    'eight-minutes': (facts) =>
      say`Ist ${row('Profil geladen')} weg, die Datei noch einmal laden; ${the(facts)} löscht einen Download nach 8 Minuten und behält nur den neuesten.`,
    'lockdown-mode': (facts) =>
      say`Im Blockierungsmodus nimmt ${the(facts)} kein neues Profil an. Ihn unter ${row(facts.os === 'macOS' ? 'Systemeinstellungen' : 'Einstellungen', 'Datenschutz & Sicherheit', 'Blockierungsmodus')} ausschalten, das Profil installieren und den Modus wieder einschalten.`,
    'stolen-device': () =>
      say`Außerhalb vertrauter Orte muss der Schutz für gestohlene Geräte ausgeschaltet sein, bevor ein Profil installiert werden kann, und danach wieder eingeschaltet werden.`,
    restriction: () =>
      say`Eine Organisation kann auf ihren Geräten Profile von Personen verbieten (${command('allowUIConfigurationProfileInstallation')}): Dann installiert nur ihr MDM-Server eines.`,
    'mdm-failed': (facts) =>
      say`Fehlt ${profile(facts)} in der Liste, ist der Befehl gescheitert oder wartet noch. Die ErrorChain in der Antwort ${genitive(facts)} lesen.`,
    'configurator-failed': (facts) =>
      say`Fehlt ${profile(facts)} in der Liste, war ${the(facts)} gesperrt oder fragt noch. Das Gerät entsperren und das Profil noch einmal hinzufügen.`,
    'form-is-right': ({ roots }) =>
      say`${names(roots)}: Diese Datei ist in Ordnung (eine CA, selbst signiert, mit commonName). Fehlt der Name in der Liste, wurde eine andere Datei installiert: Ein Server- oder Zwischenzertifikat bekommt keine Zeile, ebenso wenig ein Bündel, das nicht mit dem Root-Zertifikat beginnt. ${command('profilewright doctor FILE')} sagt, was in einer Datei ist.`,
    renewed: () =>
      say`Ein erneuertes Root-Zertifikat ist ein anderes Zertifikat, auch mit demselben Namen und Schlüssel. Sein Schalter ist aus, bis ihn jemand einschaltet.`,
    'still-refused': () =>
      say`Ist das Root-Zertifikat vertrauenswürdig und wird eine Seite trotzdem abgelehnt, liegt es am Server. ${command('profilewright doctor HOST:PORT --root ca.pem')} sagt, warum.`,

    'remove-open': (facts) => say`${profilesRow(facts)} öffnen und ${profile(facts)} auswählen.`,
    'remove-tap': (facts) =>
      facts.os === 'macOS'
        ? say`Auf ${row('Entfernen')} klicken und das Passwort eines Administrators eingeben.`
        : say`${row('Profil entfernen')} wählen und den Code eingeben.`,
    'remove-trust': ({ roots }) =>
      say`Der Schalter von ${names(roots)} sollte damit verschwunden sein; unter ${trustSettings} nachsehen.`,
    'mac-remove-trust': ({ roots }) =>
      say`In ${row('Schlüsselbundverwaltung', 'System')} nach ${names(roots)} suchen und löschen, was noch da ist: Vertrauenseinstellungen haben schon einmal ihr Zertifikat überdauert.`,
    'tv-remove': (facts) =>
      say`Denselben Weg gehen wie zu ${row('Profil hinzufügen')}, in der Liste ${profile(facts)} auswählen und entfernen.`,
    'remove-by-mdm': ({ identifier }) =>
      identifier === undefined
        ? say`Den Befehl RemoveProfile mit der Kennung des Profils schicken; eine Person kann es nicht entfernen.`
        : say`Den Befehl RemoveProfile mit der Kennung ${name(identifier)} schicken; eine Person kann es nicht entfernen.`,
    'remove-by-configurator': (facts) =>
      say`In Apple Configurator ${accusative(facts)} auswählen, dann ${row('Aktionen', 'Entfernen', 'Profile')} wählen; oder ${profile(facts)} auf dem Gerät unter ${profilesRow(facts)} entfernen.`,

    'mail-exception': () =>
      say`Ein Zertifikat, das jemand einmal für einen Mailserver erlaubt hat, ist eine Ausnahme für diesen einen Server und kein Profil: In den Einstellungen ist sie nicht zu sehen, und kein Profil kann sie löschen. Sie gilt, bis der Server ein anderes Zertifikat hat.`,
    'mail-name': () =>
      say`Kommt die Frage immer wieder, den Hostnamen im Account oder das Zertifikat des Servers korrigieren: Sein Name muss in subjectAltName stehen.`,
    'mail-delete': () =>
      say`Hilft das nicht, den Account löschen, das Gerät neu starten und den Account wieder anlegen.`,
    'mail-smtp': () =>
      say`Ist es der Server für ausgehende E-Mails, überlebt sein Eintrag den Account. Anderen half es, für einen Augenblick irgendeinen anderen Account anzulegen, den Eintrag in dessen Liste (${row('SMTP')}) zu löschen und das Gerät neu zu starten, bevor der eigentliche Account wieder angelegt wird.`,
    'mail-root': () =>
      say`Auf Dauer: das Root-Zertifikat vertrauenswürdig machen, wie oben beschrieben. Dann ist keine Ausnahme nötig.`,
  },
};
