import {
  boolean,
  fromHex,
  integer,
  namedBits,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../support/der.js';
import {
  basicConstraints,
  keyUsage,
  subjectAltName,
  unknownExtension,
  type ExtensionInput,
} from '../../../../support/extension.js';
import { encodeGeneralName } from '../../../../support/general-name.js';
import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import type { Part, TrustCase } from '../trust-case.js';

const withExtra = (...extraExtensions: readonly ExtensionInput[]): CertificateOptions => ({ extraExtensions });
const critical = (dotted: string): CertificateOptions => withExtra(unknownExtension(true, dotted));
const purpose = (value: Uint8Array, isCritical = false): CertificateOptions => ({
  extendedKeyUsage: { oid: '2.5.29.37', critical: isCritical, value },
});

const unknown: readonly TrustCase[] = [
  [
    'an unknown critical extension on the leaf',
    { leaf: withExtra(unknownExtension(true)) },
    'refused',
    'error critical-unknown-extension leaf',
  ],
  [
    'an unknown critical extension on the intermediate',
    { intermediate: withExtra(unknownExtension(true)) },
    'refused',
    'error critical-unknown-extension intermediate',
  ],
  [
    'an unknown critical extension on the root, which nobody looks at',
    { root: withExtra(unknownExtension(true)) },
    'trusted',
    'info critical-unknown-extension root',
  ],
  [
    'unknown extensions that are not critical',
    { leaf: withExtra(unknownExtension(false)), intermediate: withExtra(unknownExtension(false)) },
    'trusted',
  ],
  [
    'the poison of Certificate Transparency',
    { leaf: critical('1.3.6.1.4.1.11129.2.4.3') },
    'refused',
    'error critical-unknown-extension leaf',
  ],
  [
    'a critical tlsFeature, which Apple does not know',
    { leaf: critical('1.3.6.1.5.5.7.1.24') },
    'refused',
    'error critical-unknown-extension leaf',
  ],
];

/** `AuthorityInfoAccessSyntax ::= SEQUENCE OF SEQUENCE { accessMethod, accessLocation }` (RFC 5280 section 4.2.2.1). */
const caIssuers = sequence(
  sequence(oid('1.3.6.1.5.5.7.48.2'), encodeGeneralName({ uniformResourceIdentifier: 'http://lab.example/ca.crt' })),
);

/** What Apple's parser has a place for may be critical. */
const known: readonly TrustCase[] = (
  [
    ['cRLDistributionPoints', '2.5.29.31', sequence(sequence())],
    ['authorityInfoAccess', '1.3.6.1.5.5.7.1.1', caIssuers],
    ['subjectInfoAccess', '1.3.6.1.5.5.7.1.11', caIssuers],
    ['privateKeyUsagePeriod', '2.5.29.16', sequence()],
    ['netscapeCertType', '2.16.840.1.113730.1.1', namedBits([1])],
    ['the version of Entrust', '1.2.840.113533.7.65.0', sequence()],
    ['the mark of OCSP responders', '1.3.6.1.5.5.7.48.1.5', nullValue()],
    ["Apple's mark of Developer ID", '1.2.840.113635.100.6.1.13', nullValue()],
  ] as const
).map(([name, dotted, value]): TrustCase => [
  `${name}, critical`,
  { leaf: withExtra({ oid: dotted, critical: true, value }) },
  'trusted',
]);

const appleArc: readonly TrustCase[] = [
  [
    "an arc beside Apple's, critical",
    { leaf: critical('1.2.840.113635.100.5.1') },
    'refused',
    'error critical-unknown-extension leaf',
  ],
];

const duplicates = (['leaf', 'intermediate', 'root'] as const).map((part: Part): TrustCase => [
  `keyUsage twice in the ${part}`,
  { [part]: withExtra(keyUsage(['keyCertSign', 'digitalSignature'])) },
  'refused',
  `error duplicate-extension ${part}`,
]);

const unparseable: readonly TrustCase[] = [
  [
    'a SubjectAltName without names',
    { leaf: { subjectAltName: subjectAltName([]) }, policy: 'basic' },
    'refused',
    'error known-extension-unparseable leaf',
  ],
  [
    'a purpose that is no OID, told once',
    { leaf: purpose(sequence(integer(1))), source: 'app' },
    'refused',
    'error known-extension-unparseable leaf',
  ],
  [
    'keyUsage that is no BIT STRING in the intermediate',
    { intermediate: { keyUsage: { oid: '2.5.29.15', value: octetString(fromHex('06')) } } },
    'refused',
    'error known-extension-unparseable intermediate',
  ],
  [
    'a subjectKeyIdentifier that is no OCTET STRING in the root',
    { root: { subjectKeyIdentifier: 'absent', ...withExtra({ oid: '2.5.29.14', value: integer(1) }) } },
    'refused',
    'error known-extension-unparseable root',
  ],
  [
    'an unknown extension that holds anything',
    { leaf: withExtra({ oid: '1.3.6.1.4.1.99999.7', value: fromHex('ffff') }) },
    'trusted',
  ],
];

const trueAs01 = sequence(boolean(0x01));

const constraints: readonly TrustCase[] = [
  [
    'cA=TRUE written as 01 in the intermediate, told once',
    {
      intermediate: { basicConstraints: 'absent', ...withExtra({ oid: '2.5.29.19', critical: true, value: trueAs01 }) },
    },
    'refused',
    'error basic-constraints-der intermediate',
  ],
  [
    'cA=TRUE written as 01 in the root',
    { root: { basicConstraints: 'absent', ...withExtra({ oid: '2.5.29.19', critical: true, value: trueAs01 }) } },
    'refused',
    'error basic-constraints-der root',
  ],
  [
    'bytes behind basicConstraints',
    {
      intermediate: {
        basicConstraints: 'absent',
        ...withExtra({ oid: '2.5.29.19', critical: true, value: sequence(boolean(true), integer(0), integer(0)) }),
      },
    },
    'refused',
    'error basic-constraints-der intermediate',
  ],
  [
    'basicConstraints that are not critical',
    { intermediate: { basicConstraints: 'absent', ...withExtra(basicConstraints({ cA: true, critical: false })) } },
    'trusted',
  ],
];

export const extensionCases: readonly TrustCase[] = [
  ...unknown,
  ...known,
  ...appleArc,
  ...duplicates,
  ...unparseable,
  ...constraints,
];
