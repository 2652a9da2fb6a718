/** Rules that never speak under their own code, and through what they act. Everything else in `schemas/rules/` is judged. */
export const silentRules: Readonly<Record<string, string>> = {
  'common-payload-enabled': 'adds a key to the schema: a wrong value there is told by the codes of the schema',
  'toplevel-payload-enabled': 'adds a key to the schema: a wrong value there is told by the codes of the schema',
  'toplevel-is-encrypted': 'adds a key to the schema: a wrong value there is told by the codes of the schema',
  'kerberos-domain-realm-mapping-shape':
    'corrects the key table, which takes the realm for the name of a key: a wrong value there is told by the codes of the schema',
  'loginwindow-admin-host-info-any-value':
    'loosens the key table from macOS 10.10 on: for older systems its list is told by `schema-enum`',
  'media-actions-string-or-array': 'loosens the key table: a wrong value is told by the codes of the schema',
  'scep-subject-alt-name-string-or-array': 'loosens the key table: a wrong value is told by the codes of the schema',
  'vpn-always-on-tunnel-keys':
    'adds keys to the schema: a wrong value there is told by the codes of the schema and by the rules about tunnels',
  'firstactiveethernet-eap-inherits-wifi': 'brings rules of the Wi-Fi payload, which speak with their own codes',
  'firsteth-eap-inherits-wifi': 'brings rules of the Wi-Fi payload, which speak with their own codes',
  'globalethernet-eap-inherits-wifi': 'brings rules of the Wi-Fi payload, which speak with their own codes',
  'secondactiveeth-eap-inherits-wifi': 'brings rules of the Wi-Fi payload, which speak with their own codes',
  'secondeth-eap-inherits-wifi': 'brings rules of the Wi-Fi payload, which speak with their own codes',
  'thirdactiveeth-eap-inherits-wifi': 'brings rules of the Wi-Fi payload, which speak with their own codes',
  'thirdethernet-eap-inherits-wifi': 'brings rules of the Wi-Fi payload, which speak with their own codes',
  'applayer-inherits-vpn': 'brings the rules of the VPN payload, which speak with their own codes',
};

/** What a rule says that a profile alone does not tell, so that it is judged in part. */
export const partlyJudged: Readonly<Record<string, string>> = {
  'psso-access-key-issuer-elliptic-curve':
    'the kind of key is judged; that the certificate has issued the terminal identity is not, which is known to the device only',
  'education-client-identity-usage': 'judged when the PKCS#12 payload carries its password',
  'education-resource-identity-usage':
    'judged when the identity is a PKCS#12 payload that carries its password; SCEP, ACME and AD certificates do not exist yet',
  'lom-device-certificate-usage':
    'judged when the identity is a PKCS#12 payload that carries its password; SCEP, ACME and AD certificates do not exist yet',
  'lom-controller-certificate-usage':
    'judged when the identity is a PKCS#12 payload that carries its password; SCEP, ACME and AD certificates do not exist yet',
  'education-certificate-strength':
    'judged for certificates in the profile, of PKCS#12 payloads when they carry their password',
  'education-leader-common-name': 'judged for certificates in the profile that the anchor has issued',
  'education-member-common-name': 'judged for certificates in the profile that the anchor has issued',
  'pkcs12-content-one-identity': 'the structure is judged; what is inside only when the payload carries its password',
  'education-ios-needs-supervision':
    'nothing in the payload says whether it is for teachers only, so it is told for all',
  'ct-domain-dot-not-tld':
    'one label behind the dot is told; which suffixes of several labels are public is not known here',
  'cpn-max-five-networks': 'payloads of other profiles on the device are not known',
  'airplay-one-payload-on-ios': 'payloads of other profiles on the device are not known',
  'fde-escrow-one-per-machine': 'payloads of other profiles on the device are not known',
  'fde-redirect-one-per-machine': 'payloads of other profiles on the device are not known',
  'font-postscript-name-unique': 'payloads of other profiles on the device are not known',
  'network-usage-iccids-unique': 'payloads of other profiles on the device are not known',
  'sso-urls-unique': 'payloads of other profiles on the device are not known',
  'sso-hosts-unique': 'payloads of other profiles on the device are not known',
  'kerberos-hosts-unique': 'payloads of other profiles on the device are not known',
};
