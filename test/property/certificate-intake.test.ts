import { X509Certificate } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  createSigner,
  isProfilewrightError,
  parseProfile,
  ProfileBuilder,
  readCertificates,
  signProfile,
  verifyProfile,
  type CertificateInput,
  type ParsedProfile,
  type Profile,
} from 'profilewright';
import {
  certificateOptions,
  certificates,
  issuedCertificates,
  issuedRoots,
  mutilated,
  pemWrappings,
} from '../support/arbitraries.js';
import { signerChain } from '../support/authorities.js';
import { certificateBag, certificateBagLabels, certificateBagPem } from '../support/certificate-bag.js';
import type { BasicConstraintsInput, ExtensionInput } from '../support/extension.js';
import { issueCertificate, type IssuedCertificate } from '../support/issue-certificate.js';
import { pem } from '../support/pem.js';
import { privateKeyForms, refusedObjects } from '../support/refused-objects.js';
import { textStrings } from '../support/text-strings.js';

/** Bytes are compared as text: element by element, as `toEqual` does it, would cost more than all the rest. */
const toHex = (bytes: unknown): string => {
  expect(bytes).toBeInstanceOf(Uint8Array);
  return Buffer.from(bytes as Uint8Array).toString('hex');
};

/** Reads as little as possible, and nothing with the code under test. */
const embedded = (text: string): string[] =>
  [...text.matchAll(/<data>([^<]*)<\/data>/g)].map(([, body = '']) => toHex(Buffer.from(body, 'base64')));

const contents = ({ payloads }: Pick<ParsedProfile, 'payloads'>): string[] =>
  payloads.map(({ content }) => toHex(content['PayloadContent']));

/** Builds whatever the judgement is: what would be refused is told as a warning, and nothing else is changed. */
function buildAnyway(builder: ProfileBuilder): Profile {
  try {
    return builder.build();
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    const codes = new Set(error.details.issues.map(({ code }) => code));
    return builder.build({ rules: Object.fromEntries([...codes].map((code) => [code, 'warning'])) });
  }
}

/** The DER of each, equal ones once: what must come out, and in which order. */
const distinct = (issued: readonly IssuedCertificate[]): string[] => [...new Set(issued.map(({ der }) => toHex(der)))];

interface Intake {
  readonly form: string;
  readonly input: CertificateInput;
  readonly issued: readonly IssuedCertificate[];
}

const base64 = (der: Uint8Array, width: number): string =>
  Buffer.from(der)
    .toString('base64')
    .replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');

/** Every form in which certificates can be handed over, with text of all kinds around the blocks. */
function intakes(one: Arbitrary<IssuedCertificate>): Arbitrary<Intake> {
  const some = fc.array(one, { minLength: 1, maxLength: 4 });
  const remarks = textStrings({ maxParts: 4 }).filter(
    (text) => !/-----|private|begin/i.test(text) && !/\p{Cs}/u.test(text),
  );
  const forms = fc.record({
    wrapping: pemWrappings(),
    remark: remarks,
    width: fc.constantFrom(64, 76),
    label: fc.constantFrom(...certificateBagLabels),
    pick: fc.nat(),
  });
  return fc.tuple(some, forms).map(([issued, { wrapping, remark, width, label, pick }]) => {
    const bundle = issued.map(({ der }) => pem('CERTIFICATE', der, wrapping)).join(`\n${remark}\n`);
    const all: [form: string, make: () => CertificateInput][] = [
      ['PEM', () => bundle],
      ['PEM in bytes', () => Buffer.from(bundle)],
      ['PEM in UTF-16', () => Buffer.from(`\ufeff${bundle}`, 'utf16le')],
      ['DER', () => issued.map(({ der }) => der)],
      ['base64', () => issued.map(({ der }) => base64(der, width))],
      ['PKCS#7', () => certificateBag(issued)],
      ['PKCS#7 in PEM', () => `${remark}\n${certificateBagPem(issued, label)}`],
      ['PKCS#7 in base64', () => base64(certificateBag(issued), width)],
      ['objects of Node', () => issued.map(({ der }) => nodeObject(der))],
      ['all of it', () => [bundle, [certificateBag(issued)], issued.map(({ der }) => [der])]],
      ['what was read before', () => readCertificates(bundle)],
    ];
    const [form, make] = all[pick % all.length]!;
    return { form, input: make(), issued, [fc.toStringMethod]: () => `${form} of ${fc.stringify(issued)}` };
  });
}

/** Node's own object, unless it refuses the certificate (X25519 keys that sign nothing, names that are no UTF-8). */
function nodeObject(der: Uint8Array): { readonly raw: Uint8Array } {
  try {
    return new X509Certificate(der);
  } catch {
    return { raw: der };
  }
}

describe('any certificate', () => {
  test('is embedded byte for byte, in whatever form it comes, one or many', () => {
    fc.assert(
      fc.property(intakes(issuedCertificates({ malformedNames: true })), ({ input, issued }) => {
        const profile = buildAnyway(new ProfileBuilder({ displayName: 'Any' }).addCertificate(input));
        const expected = distinct(issued);
        expect(embedded(profile.toXml())).toEqual(expected);
        expect(contents(parseProfile(profile.toBytes()))).toEqual(expected);
        expect(readCertificates(input).map(({ raw }) => toHex(raw))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('comes out of a signed profile as it went in', async () => {
    const material = signerChain('p256');
    const [intermediate, root] = material.chain;
    const chain = [intermediate.der, root.der];
    const signer = await createSigner({ key: material.keyPem, certificate: material.certificate.der, chain });
    const anchors = readCertificates(root.der);
    await fc.assert(
      fc.asyncProperty(intakes(issuedCertificates()), async ({ input, issued }) => {
        const profile = buildAnyway(new ProfileBuilder({ displayName: 'Any' }).addCertificate(input));
        const verified = verifyProfile(await signProfile(profile, signer), { anchors });
        expect(verified.shownAs).toBe('Verified');
        expect(Buffer.from(verified.content).equals(profile.toBytes())).toBe(true);
        expect(contents(verified.profile)).toEqual(distinct(issued));
      }),
      { numRuns: 40 },
    );
  });

  test('is embedded as PEM text of the form of RFC 7468', () => {
    const lines =
      /^-----BEGIN CERTIFICATE-----\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/=]{1,64}\n)-----END CERTIFICATE-----\n$/;
    fc.assert(
      fc.property(certificates(), (der) => {
        const profile = buildAnyway(new ProfileBuilder({ displayName: 'Any' }).addCertificate(der, { format: 'pem' }));
        const texts = embedded(profile.toXml()).map((hex) => Buffer.from(hex, 'hex').toString('latin1'));
        expect(texts.map((text) => toHex(Buffer.from(lines.exec(text)?.[1] ?? '', 'base64')))).toEqual([toHex(der)]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('addRootCA', () => {
  test('takes every proper root, and embeds it byte for byte', () => {
    fc.assert(
      fc.property(intakes(issuedRoots()), ({ input, issued }) => {
        const profile = new ProfileBuilder().addRootCA(input).build();
        expect(embedded(profile.toXml())).toEqual(distinct(issued));
        expect(new Set(profile.payloads.map(({ type }) => type))).toEqual(new Set(['com.apple.security.root']));
        expect(profile.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('takes no other certificate, and says why', () => {
    fc.assert(
      fc.property(fc.oneof(issuedCertificates(), nearRoots), (issued) => {
        // Of several common names in one RDN the order is that of DER, not that of the options.
        fc.pre(new Set(commonNames(issued).map((name) => name.trim() === '')).size < 2);
        const { errors, profile } = buildAsRoot(issued);
        expect(profile !== undefined, errors.join(', ')).toBe(isProperRoot(issued));
        if (profile === undefined) expect(errors.length).toBeGreaterThan(0);
        else expect(embedded(profile.toXml())).toEqual([toHex(issued.der)]);
      }),
      { numRuns: 300 },
    );
  });
});

const varied = [
  'basicConstraints',
  'keyUsage',
  'key',
  'subject',
  'signedBy',
  'version',
  'authorityKeyIdentifier',
  'extraExtensions',
] as const;

/** Proper roots in which up to two things are as in any other certificate. */
const nearRoots: Arbitrary<IssuedCertificate> = fc
  .tuple(issuedRoots(), certificateOptions(), fc.subarray([...varied], { maxLength: 2 }))
  .map(([root, other, fields]) => {
    const kept = Object.entries(root.options).filter(([name]) => !fields.some((field) => field === name));
    const taken = Object.entries(other).filter(([name]) => fields.some((field) => field === name));
    return issueCertificate(Object.fromEntries([...kept, ...taken]));
  });

function buildAsRoot({ der }: IssuedCertificate): { errors: readonly string[]; profile?: Profile } {
  try {
    return { errors: [], profile: new ProfileBuilder({ displayName: 'Root' }).addRootCA(der).build() };
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    const errors = error.details.issues.filter(({ severity }) => severity === 'error');
    return { errors: errors.map(({ code }) => code) };
  }
}

function commonNames({ options: { subject = [] } }: IssuedCertificate): string[] {
  if (typeof subject === 'string' || subject instanceof Uint8Array) return [String(subject)];
  const attributes = subject.flatMap((rdn) => (typeof rdn[0] === 'string' ? [rdn] : rdn)) as [string, string][];
  return attributes.flatMap(([type, value]) => (type === 'CN' ? [value] : []));
}

/** What Apple's evaluator asks of a root, told by what the certificate was made of. */
function isProperRoot(issued: IssuedCertificate): boolean {
  const { options } = issued;
  const { version = 3, basicConstraints, keyUsage, authorityKeyIdentifier, extraExtensions = [] } = options;
  const isNamed = commonNames(issued).some((name) => name.trim() !== '');
  const keys: readonly unknown[] = [undefined, 'p256', 'p384', 'p521', 'rsa-2048', 'rsa-3072', 'rsa-e3'];
  if (options.signedBy !== undefined || !isNamed || !keys.includes(options.key)) return false;
  // A self-signed certificate of version 1 counts as a CA, when it has no extensions that say more.
  if (version !== 3) return version === 1 && basicConstraints === undefined && keyUsage === undefined;
  const isCA = (basicConstraints as BasicConstraintsInput | undefined)?.cA === true;
  const maySign = keyUsage === undefined || (keyUsage as readonly string[]).includes('keyCertSign');
  return isCA && maySign && authorityKeyIdentifier !== 'mismatch' && !hasTwice(extraExtensions);
}

const hasTwice = (extensions: readonly ExtensionInput[]): boolean =>
  new Set(extensions.map((extension) => ('oid' in extension ? String(extension.oid) : ''))).size < extensions.length;

describe('hostile input', () => {
  const forms: Arbitrary<Uint8Array> = fc.oneof(
    certificates(),
    issuedCertificates().map((issued) => certificateBag([issued, issued])),
    issuedCertificates().map((issued) => Buffer.from(issued.pem + certificateBagPem([issued]))),
    fc.constantFrom(...refusedObjects().map(({ input }) => Buffer.from(input))),
    fc.uint8Array({ maxLength: 200 }),
  );

  test('ends in certificates or in an error of ours, without a word on the console', () => {
    const output = (['log', 'warn', 'error', 'info'] as const).map((method) => vi.spyOn(console, method));
    fc.assert(
      fc.property(mutilated(forms), fc.boolean(), (bytes, isText) => {
        try {
          const builder = new ProfileBuilder({ displayName: 'Any' });
          const input = isText ? Buffer.from(bytes).toString('latin1') : bytes;
          const profile = buildAnyway(builder.addCertificate(input));
          // What was taken is one certificate, and nothing behind it.
          for (const der of embedded(profile.toXml()))
            expect(readCertificates(Buffer.from(der, 'hex'))).toHaveLength(1);
        } catch (error) {
          if (!isProfilewrightError(error)) throw error;
          expect(error.hint).not.toBe('');
        }
      }),
      { numRuns: 600 },
    );
    for (const spy of output) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test('a private key in the middle is found, wherever it stands', () => {
    const keys = privateKeyForms('p256').concat(privateKeyForms('ed25519'));
    const bundles = fc.tuple(fc.array(certificates(), { maxLength: 3 }), fc.constantFrom(...keys), fc.nat());
    fc.assert(
      fc.property(bundles, ([ders, { input }, place]) => {
        const parts: (string | Uint8Array)[] = ders.map((der) => der);
        parts.splice(place % (ders.length + 1), 0, input);
        const text = parts.map((part) => (typeof part === 'string' ? part : pem('CERTIFICATE', part))).join('\n');
        for (const bundle of [parts, text]) {
          const codes: string[] = [];
          try {
            readCertificates(bundle);
          } catch (error) {
            if (isProfilewrightError(error)) codes.push(error.code);
          }
          expect(codes).toEqual(['ERR_CERTIFICATE_IS_KEY']);
        }
      }),
      { numRuns: 60 },
    );
  });
});
