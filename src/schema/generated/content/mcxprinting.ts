// Written by `npm run generate` from schemas/com.apple.mcxprinting.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.mcxprinting`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface McxprintingContent extends CommonContent {
  readonly PayloadType?: 'com.apple.mcxprinting' | undefined;
  /** Default: `true`. */
  readonly RequireAdminToAddPrinters?: boolean | undefined;
  /** Default: `true`. */
  readonly AllowLocalPrinters?: boolean | undefined;
  /** Default: `false`. */
  readonly RequireAdminToPrintLocally?: boolean | undefined;
  /** Default: `false`. */
  readonly ShowOnlyManagedPrinters?: boolean | undefined;
  /** Default: `false`. */
  readonly PrintFooter?: boolean | undefined;
  /** Default: `false`. */
  readonly PrintMACAddress?: boolean | undefined;
  readonly FooterFontSize?: string | undefined;
  readonly FooterFontName?: string | undefined;
  readonly DefaultPrinter?: {
    readonly DeviceURI?: string | undefined;
    readonly DisplayName?: string | undefined;
  } | undefined;
  readonly UserPrinterList?: {
    readonly Printer?: {
      readonly DeviceURI?: string | undefined;
      readonly DisplayName?: string | undefined;
      readonly Location?: string | undefined;
      readonly Model?: string | undefined;
      /** Default: `false`. */
      readonly PrinterLocked?: boolean | undefined;
      readonly PPDURL?: string | undefined;
    } | undefined;
  } | undefined;
}
