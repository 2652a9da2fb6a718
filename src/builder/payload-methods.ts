import type { PayloadInput } from '../profile/payload-input.js';
import { calDav, type CalDavOptions } from '../profile/payloads/cal-dav.js';
import { cardDav, type CardDavOptions } from '../profile/payloads/card-dav.js';
import {
  certificatePreference,
  type CertificatePreferenceOptions,
} from '../profile/payloads/certificate-preference.js';
import {
  certificateRevocation,
  type CertificateRevocationOptions,
} from '../profile/payloads/certificate-revocation.js';
import {
  certificateTransparency,
  type CertificateTransparencyOptions,
} from '../profile/payloads/certificate-transparency.js';
import { dnsSettings, type DnsSettingsOptions } from '../profile/payloads/dns-settings.js';
import { ethernet, type EthernetOptions } from '../profile/payloads/ethernet.js';
import { exchange, type ExchangeOptions } from '../profile/payloads/exchange.js';
import { font, type FontOptions } from '../profile/payloads/font.js';
import { httpProxy, type HttpProxyOptions } from '../profile/payloads/http-proxy.js';
import { identityPreference, type IdentityPreferenceOptions } from '../profile/payloads/identity-preference.js';
import { mail, type MailOptions } from '../profile/payloads/mail.js';
import { mdm, type MdmOptions } from '../profile/payloads/mdm.js';
import { passcode, type PasscodeOptions } from '../profile/payloads/passcode.js';
import { relay, type RelayOptions } from '../profile/payloads/relay.js';
import { removalPassword, type RemovalPasswordOptions } from '../profile/payloads/removal-password.js';
import { restrictions, type RestrictionsOptions } from '../profile/payloads/restrictions.js';
import { vpn, type VpnOptions } from '../profile/payloads/vpn.js';
import { webClip, type WebClipOptions } from '../profile/payloads/web-clip.js';
import { wifi, type WifiOptions } from '../profile/payloads/wifi.js';
import { mapOptions, type PayloadMapping } from '../profile/payloads/map-options.js';
import type { PayloadOptions } from '../profile/profile.js';
import type { PayloadType } from '../schema/generated/payload-content.js';

/**
 * A method for each payload type that is often used. Each takes options, of which `extra` holds what the others have no name
 * for, and the {@link PayloadOptions} of the payload; it adds what {@link ProfileBuilder.addPayload} would, with the same
 * errors, and throws a TypeError for an option that is unknown, of another type, or said twice.
 */
export abstract class PayloadMethods {
  /**
   * Adds a Wi-Fi network: open, with a password, or with 802.1X. The certificates that the network's server may chain to
   * and the identity of the client are embedded once, and may be those of other payloads.
   */
  addWifi(options: WifiOptions, payload?: PayloadOptions): this {
    return this.#add(wifi, options, payload);
  }

  /** Adds 802.1X for Ethernet, of a Mac's interfaces or of all systems. */
  addEthernet(options: EthernetOptions, payload?: PayloadOptions): this {
    return this.#add(ethernet, options, payload);
  }

  /** Adds a VPN: IKEv2, the VPN of an app, or one that is always on. With `perApp` it is for some apps and domains only. */
  addVpn(options: VpnOptions, payload?: PayloadOptions): this {
    return this.#add(vpn, options, payload);
  }

  /** Adds DNS over HTTPS or DNS over TLS. */
  addDnsSettings(options: DnsSettingsOptions, payload?: PayloadOptions): this {
    return this.#add(dnsSettings, options, payload);
  }

  /** Adds network relays, through which traffic goes in place of a VPN. */
  addRelay(options: RelayOptions, payload?: PayloadOptions): this {
    return this.#add(relay, options, payload);
  }

  /** Adds a proxy for all web traffic, for supervised devices. */
  addHttpProxy(options: HttpProxyOptions, payload?: PayloadOptions): this {
    return this.#add(httpProxy, options, payload);
  }

  /** Adds a mail account with IMAP or POP, and SMTP. A server below a CA of one's own needs its root in the profile too. */
  addMail(options: MailOptions, payload?: PayloadOptions): this {
    return this.#add(mail, options, payload);
  }

  /** Adds an account with Exchange ActiveSync, on iOS and visionOS; on macOS there is `com.apple.ews.account`. */
  addExchange(options: ExchangeOptions, payload?: PayloadOptions): this {
    return this.#add(exchange, options, payload);
  }

  /** Adds an account for calendars. */
  addCalDav(options: CalDavOptions, payload?: PayloadOptions): this {
    return this.#add(calDav, options, payload);
  }

  /** Adds an account for contacts. */
  addCardDav(options: CardDavOptions, payload?: PayloadOptions): this {
    return this.#add(cardDav, options, payload);
  }

  /** Adds an icon on the Home Screen that opens a web page. The icon is a whole PNG file, else `ERR_IMAGE_FORMAT`. */
  addWebClip(options: WebClipOptions, payload?: PayloadOptions): this {
    return this.#add(webClip, options, payload);
  }

  /** Adds a font. */
  addFont(options: FontOptions, payload?: PayloadOptions): this {
    return this.#add(font, options, payload);
  }

  /** Adds rules for the passcode of a device. */
  addPasscode(options: PasscodeOptions, payload?: PayloadOptions): this {
    return this.#add(passcode, options, payload);
  }

  /** Adds restrictions, by Apple's own names: `allowCamera: false` takes the camera away. */
  addRestrictions(options: RestrictionsOptions, payload?: PayloadOptions): this {
    return this.#add(restrictions, options, payload);
  }

  /** Exempts certificates or domains from Certificate Transparency. */
  addCertificateTransparency(options: CertificateTransparencyOptions, payload?: PayloadOptions): this {
    return this.#add(certificateTransparency, options, payload);
  }

  /** Has certificates below some CAs checked for revocation, on iOS and visionOS. */
  addCertificateRevocation(options: CertificateRevocationOptions, payload?: PayloadOptions): this {
    return this.#add(certificateRevocation, options, payload);
  }

  /** Names the certificate for a mail address, host or URL in the keychain of a Mac's user. */
  addCertificatePreference(options: CertificatePreferenceOptions, payload?: PayloadOptions): this {
    return this.#add(certificatePreference, options, payload);
  }

  /** Names the identity for a mail address, host or URL in the keychain of a Mac's user. */
  addIdentityPreference(options: IdentityPreferenceOptions, payload?: PayloadOptions): this {
    return this.#add(identityPreference, options, payload);
  }

  /** Adds a password without which the profile is not removed. */
  addRemovalPassword(options: RemovalPasswordOptions, payload?: PayloadOptions): this {
    return this.#add(removalPassword, options, payload);
  }

  /**
   * Enrols the device in device management. Devices install payloads in their order: certificates stand first in such a profile,
   * then identities, and this payload last, in whatever order they were added.
   */
  addMdm(options: MdmOptions, payload?: PayloadOptions): this {
    return this.#add(mdm, options, payload);
  }

  /** Adds a payload of any type. */
  abstract addPayload<Type extends PayloadType>(
    type: Type,
    content: PayloadInput<Type>,
    options?: PayloadOptions,
  ): this;

  #add<Options>(mapping: PayloadMapping<Options>, options: Options, payload?: PayloadOptions): this {
    const { type, content } = mapOptions(mapping, options);
    // The tables say what may stand where, as the compiler does for whoever calls addPayload.
    return this.addPayload(type, content, payload);
  }
}
