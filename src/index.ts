export type { Bytes } from './diagnostics/bytes.js';
export { isProfilewrightError, ProfilewrightError } from './diagnostics/profilewright-error.js';
export type { ErrorCode, ErrorDetails } from './diagnostics/errors/index.js';
export type { CertificateReference, Issue, IssuePlace, RuleLevels, Severity } from './diagnostics/issue.js';
export type { IssueCode } from './diagnostics/issues/index.js';
export type { DeviceContext } from './device/device-context.js';
export type { Platform, PlatformVersion } from './device/platform.js';
export type { VersionRange } from './device/version-range.js';

export { readCertificate, readCertificates } from './pki/read-certificates.js';
export type { CertificateInput, ReadCertificatesOptions } from './pki/read-certificates.js';
export type { Certificate, CertificateRole, EncodingDefect } from './pki/certificate.js';
export type { DistinguishedName, NameAttribute } from './pki/distinguished-name.js';
export type {
  AuthorityKeyIdentifier,
  BasicConstraints,
  ExtendedKeyUsage,
  Extension,
  KeyUsage,
  KeyUsageName,
} from './pki/extensions.js';
export type { AccessDescription } from './pki/authority-info-access.js';
export type { GeneralName, NameConstraints, SubjectAltName } from './pki/general-name.js';
export type {
  CertificatePolicies,
  InhibitAnyPolicy,
  PolicyConstraints,
  PolicyMapping,
  PolicyMappings,
} from './pki/policy-extensions.js';
export type { PublicKey, PublicKeyAlgorithm } from './pki/public-key.js';
export type { SignatureAlgorithm } from './pki/signature-algorithm.js';

export { PlistReal, real } from './plist/value.js';
export type { PlistDictionary, PlistInput, PlistValue } from './plist/value.js';

export { definePayloadType } from './schema/define-payload-type.js';
export type { PayloadTypeDefinition } from './schema/define-payload-type.js';
export type { PayloadContent, PayloadType } from './schema/generated/payload-content.js';
export type { JsonSchema, JsonSchemaObject } from './schema/json-schema.js';
export type { SchemaContent } from './schema/schema-content.js';

export type { AnyContent, PayloadInput, ReferredValues } from './profile/payload-input.js';
export { ProfileBuilder } from './builder/profile-builder.js';
export type { AddCertificateOptions, BuildOptions } from './builder/profile-builder.js';
export type {
  CertificatePayloadOptions,
  Payload,
  PayloadOptions,
  PayloadScope,
  Profile,
  ProfileOptions,
} from './profile/profile.js';

export type {
  AlwaysOnAppException,
  AlwaysOnOptions,
  AlwaysOnServiceException,
  AlwaysOnTunnel,
} from './profile/payloads/always-on-vpn.js';
export type { CalDavOptions } from './profile/payloads/cal-dav.js';
export type { CardDavOptions } from './profile/payloads/card-dav.js';
export type { CertificatePreferenceOptions } from './profile/payloads/certificate-preference.js';
export type { CertificateRevocationOptions } from './profile/payloads/certificate-revocation.js';
export type { CertificateTransparencyOptions } from './profile/payloads/certificate-transparency.js';
export type { DavAccountOptions } from './profile/payloads/dav-account.js';
export type { DnsOverHttpsOptions, DnsOverTlsOptions, DnsSettingsOptions } from './profile/payloads/dns-settings.js';
export type { EapOptions, EapType, TlsVersion } from './profile/payloads/eap.js';
export type { EthernetInterface, EthernetOptions } from './profile/payloads/ethernet.js';
export type { ExchangeOAuthOptions, ExchangeOptions, ExchangeServiceOptions } from './profile/payloads/exchange.js';
export type { FontOptions } from './profile/payloads/font.js';
export type { HttpProxyOptions } from './profile/payloads/http-proxy.js';
export type { IdentityPreferenceOptions } from './profile/payloads/identity-preference.js';
export type { Ikev2Options, Ikev2ProtectionOptions } from './profile/payloads/ikev2.js';
export type {
  IncomingMailOptions,
  MailAuthentication,
  MailOptions,
  OutgoingMailOptions,
  SmimeOptions,
} from './profile/payloads/mail.js';
export type { ExtraOption, PayloadExtra } from './profile/payloads/map-options.js';
export type { MdmOptions } from './profile/payloads/mdm.js';
export type {
  DnsDomainAction,
  DnsOnDemandRule,
  VpnDomainAction,
  VpnOnDemandRule,
} from './profile/payloads/on-demand.js';
export type { PasscodeFormOptions, PasscodeOptions } from './profile/payloads/passcode.js';
export type { NetworkProxyOptions } from './profile/payloads/proxy.js';
export type { RelayOptions, RelayServerOptions } from './profile/payloads/relay.js';
export type { RemovalPasswordOptions } from './profile/payloads/removal-password.js';
export type { RestrictionsOptions } from './profile/payloads/restrictions.js';
export type {
  AlwaysOnVpnOptions,
  AppVpnOptions,
  Ikev2VpnOptions,
  OtherVpnOptions,
  PerAppOptions,
  VendorVpnOptions,
  VpnOptions,
} from './profile/payloads/vpn.js';
export type { VpnDnsOptions, VpnProxiesOptions, VpnProxyOptions } from './profile/payloads/vpn-network.js';
export type { VpnRoutingOptions } from './profile/payloads/vpn-routing.js';
export type { WebClipOptions } from './profile/payloads/web-clip.js';
export type { PasspointOptions, QosOptions, WifiOptions } from './profile/payloads/wifi.js';

export { evaluateTrust } from './trust/evaluate-trust.js';
export type {
  AnchorSource,
  Considered,
  PathLimits,
  TrustAnchor,
  TrustPolicy,
  TrustQuery,
  TrustResult,
} from './trust/trust-query.js';
export { diagnoseRoot } from './trust/diagnose-root.js';
export type { DiagnoseRootOptions } from './trust/diagnose-root.js';
export type { DiagnoseOptions } from './trust/rules/certificate-context.js';

export { diagnoseServer } from './live/diagnose-server.js';
export type {
  DiagnosedServer,
  DiagnoseServerOptions,
  FileDiagnosis,
  ServerDiagnosis,
  ServerFile,
} from './live/diagnose-server.js';
export type { ServerTarget } from './live/server-target.js';
export type { TlsProtocol } from './live/server-flight.js';

export { installGuide } from './guide/install-guide.js';
export type { GuideLanguageTag, GuideSection, InstallGuide, InstallGuideOptions } from './guide/install-guide.js';
export type { GuidedProfile, InstallChannel } from './guide/guide-facts.js';
export type { GuideSectionKind } from './guide/plan-guide.js';

export { createSigner } from './cms/create-signer.js';
export type { CreateSignerOptions, SignerInput } from './cms/create-signer.js';
export type { KeyInput, KeyObjectLike } from './pki/key-input.js';
export type { AbortSignalLike, Signer, SigningAlgorithm, SigningInput } from './cms/signer.js';

export type { Identity } from './profile/identity.js';
export { pkcs12Identity } from './profile/pkcs12-identity.js';
export type { Pkcs12Identity, Pkcs12IdentityOptions } from './profile/pkcs12-identity.js';
export { scepIdentity } from './profile/scep-identity.js';
export type { ScepIdentity, ScepIdentityOptions, ScepSubjectAltName } from './profile/scep-identity.js';
export { acmeIdentity } from './profile/acme-identity.js';
export type { AcmeIdentity, AcmeIdentityOptions, AcmeKey, AcmeSubjectAltName } from './profile/acme-identity.js';
export { adCertificateIdentity } from './profile/ad-certificate-identity.js';
export type { AdCertificateIdentity, AdCertificateIdentityOptions } from './profile/ad-certificate-identity.js';
export type {
  RequestedKeyUsage,
  RequestedSubject,
  SubjectAttribute,
  SubjectAttributeType,
  SubjectInput,
} from './profile/request-options.js';
export type { Secret } from './diagnostics/secret.js';
export type { Pkcs12Limits } from './pki/iteration-budget.js';
export { inspectPkcs12 } from './document/inspect-pkcs12.js';
export type { InspectPkcs12Options, Pkcs12Report } from './document/inspect-pkcs12.js';
export type { ReportedBag, ReportedIdentity, ReportedProtection, ReportedSafe } from './document/reported-pkcs12.js';
export type { ImportingSystem } from './trust/pkcs12/diagnose-pkcs12.js';
export type { BagKind } from './pki/pkcs12-bags.js';
export { convertPkcs12 } from './document/convert-pkcs12.js';
export type { ConvertPkcs12Options, Pkcs12Form } from './document/convert-pkcs12.js';

export { diffProfiles } from './document/diff-profiles.js';
export type { DiffProfilesOptions, ProfileChange, ProfileChangeKind } from './document/diff-profiles.js';
export type { ChangedValue, KeyChange } from './document/changed-value.js';
export { planUpdate } from './document/plan-update.js';
export type { PlanUpdateOptions, UpdatePlan } from './document/plan-update.js';
export type { InstallEffect, InstallEffectKind } from './document/install-effects.js';
export type { ProfileInput } from './document/read-profile.js';
export { serverRewrites } from './document/server-rewrites.js';
export type { RewritingServer, ServerRewrite } from './document/server-rewrites.js';
export { assertOnly } from './document/assert-only.js';
export type { ProfilePolicy } from './document/profile-policy.js';
export type { PolicyRule, PolicyViolation } from './diagnostics/policy-violation.js';
export { editProfile } from './document/edit-profile.js';
export type { EditProfileOptions, ProfileEdit } from './document/edit-profile.js';
export type { JudgedOptions } from './document/finish-profile.js';
export { ejectProfile } from './document/eject-profile.js';
export type {
  EjectedFile,
  EjectedProfile,
  EjectNote,
  EjectNoteKind,
  EjectProfileOptions,
} from './document/eject-profile.js';
export { mergeProfiles } from './document/merge-profiles.js';
export type { MergeProfilesOptions } from './document/merge-profiles.js';
export { sanitizeProfile } from './document/sanitize-profile.js';
export type { SanitizedProfile } from './document/sanitize-profile.js';
export { resignProfile, unwrapProfile } from './document/unwrap-profile.js';
export type { UuidRule } from './profile/renew-uuids.js';
export { inspectProfile } from './document/inspect-profile.js';
export type {
  InspectProfileOptions,
  ProfileReport,
  ReportedPayload,
  ReportedSignature,
} from './document/inspect-profile.js';
export type { ProfileEffect } from './document/profile-effects.js';
export type { ProfileRisk } from './document/profile-risks.js';
export type { ReportedValue } from './document/redact-content.js';
export type { ReportedCertificate } from './document/reported-certificate.js';
export type { ReportedIssue } from './document/reported-issue.js';
export { encryptProfile } from './document/encrypt-profile.js';
export type { EncryptProfileOptions } from './document/encrypt-profile.js';
export type { RecipientNaming } from './cms/seal-envelope.js';
export { decryptProfile } from './document/decrypt-profile.js';
export type { DecryptProfileOptions } from './document/decrypt-profile.js';
export { parseProfile } from './document/parse-profile.js';
export type { ParsedProfile, ParseProfileOptions } from './document/parse-profile.js';
export type { PlistLimits } from './plist/limits.js';
export { signProfile } from './document/sign-profile.js';
export type { SignProfileOptions } from './document/sign-profile.js';
export { validateProfile } from './document/validate-profile.js';
export type { ValidateProfileOptions } from './document/validate-profile.js';
export { verifyProfile } from './document/verify-profile.js';
export type { VerifiedProfile, VerifyProfileOptions } from './document/verify-profile.js';
