import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test, type TestContext } from 'vitest';
import { ProfileBuilder } from '../../src/builder/profile-builder.js';
import { parseProfile } from '../../src/document/parse-profile.js';
import { validateProfile } from '../../src/document/validate-profile.js';
import { decodePlist } from '../../src/plist/decode.js';
import { encodePlist } from '../../src/plist/encode.js';
import { real, type PlistInput } from '../../src/plist/value.js';
import { intermediateCA, rootCA } from '../support/authorities.js';
import { textStrings } from '../support/text-strings.js';
import { needReferee, run } from './referee.js';
import { shapeOf } from './typed-shape.js';
import { workFolder } from './work-folder.js';

const { folder, put, take } = workFolder('plist');

const script = `
import datetime, json, plistlib, sys

def shape(value):
    if isinstance(value, bool): return ['boolean', value]
    if isinstance(value, int): return ['integer', str(value)]
    if isinstance(value, float): return ['real', value]
    if isinstance(value, str): return ['string', value]
    if isinstance(value, bytes): return ['data', value.hex()]
    if isinstance(value, datetime.datetime): return ['date', value.strftime('%Y').zfill(4) + value.strftime('-%m-%dT%H:%M:%S')]
    if isinstance(value, list): return ['array', [shape(item) for item in value]]
    return ['dictionary', [[key, shape(item)] for key, item in value.items()]]

def value(shape):
    kind, content = shape
    if kind == 'integer': return int(content)
    if kind == 'real': return float(content)
    if kind == 'data': return bytes.fromhex(content)
    if kind == 'date': return datetime.datetime.strptime(content, '%Y-%m-%dT%H:%M:%S')
    if kind == 'array': return [value(item) for item in content]
    if kind == 'dictionary': return {key: value(item) for key, item in content}
    return content

mode, source, target = sys.argv[1:]
if mode == 'read':
    with open(source, 'rb') as file: found = plistlib.load(file)
    with open(target, 'w') as file: json.dump(shape(found), file)
else:
    with open(source) as file: wanted = value(json.load(file))
    with open(target, 'wb') as file: plistlib.dump(wanted, file, fmt=plistlib.FMT_XML, sort_keys=False)
`;

function python(context: TestContext, mode: 'read' | 'write', source: string, target: string): void {
  needReferee('python3', context);
  const verdict = run('python3', ['-c', script, mode, source, target], { cwd: folder });
  expect(verdict.status, verdict.text).toBe(0);
}

function plistutil(context: TestContext, source: string, target: string, format: 'bin' | 'xml'): void {
  needReferee('plistutil', context);
  const verdict = run('plistutil', ['-i', source, '-o', target, '-f', format], { cwd: folder });
  expect(verdict.status, verdict.text).toBe(0);
}

const readers = {
  plistlib: (context: TestContext, xml: string): unknown => {
    python(context, 'read', put('ours.plist', xml), 'read.json');
    return JSON.parse(take('read.json').toString());
  },
  /** What libplist reads it writes in binary, which has types too; plistlib then says what stands there. */
  libplist: (context: TestContext, xml: string): unknown => {
    plistutil(context, put('ours.plist', xml), 'theirs.bin', 'bin');
    python(context, 'read', 'theirs.bin', 'read.json');
    return JSON.parse(take('read.json').toString());
  },
};

const oddTexts = [
  '',
  ' leading and trailing ',
  '\t\n',
  'a\rb\r\nc\nd',
  'a\u0085b\u2028c\u2029d',
  '\ufeff\u200b\u202e\u2066',
  '\ufffd\ufdd0',
  '😀\u{10ffff}',
  'e\u0301 é ﬁ',
  '&amp; & < > " \' ]]> <![CDATA[x]]> <!-- c --> <?x?> &#13; %s',
  '</string><key>x</key>',
  '\\n \\u0041 ${x}',
  '-----BEGIN CERTIFICATE-----',
  'x'.repeat(70_000),
];
const numbers: readonly PlistInput[] = [
  0,
  -1,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2n ** 53n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  2n ** 63n,
  2n ** 64n - 1n,
  real(0),
  real(1),
  real(-1),
  real(1e21),
  real(1e300),
  0.1,
  -0.5,
  1 / 3,
  5e-324,
  real(Number.MAX_VALUE),
  123456789.12345678,
];
const dates = [
  '0001-01-01T00:00:00Z',
  '1582-10-10T12:00:00Z',
  '1969-12-31T23:59:59Z',
  '2000-02-29T00:00:00Z',
  '2001-01-01T00:00:00Z',
  '2038-01-19T03:14:08Z',
  '9999-12-31T23:59:59Z',
].map((text) => new Date(text));
const data = [0, 1, 2, 3, 4, 57, 58, 1000].map((length) =>
  Uint8Array.from({ length }, (_, index) => 255 - (index % 256)),
);
const odd = {
  Texts: oddTexts,
  // libplist takes no empty key, whoever wrote it.
  Keys: Object.fromEntries(oddTexts.slice(1).map((text, index) => [text.slice(0, 200), index])),
  Numbers: numbers,
  Dates: dates,
  Data: data,
  Flags: [true, false],
  Empty: [{}, [], [[]], { a: {} }],
};

const texts = textStrings({ withForbidden: false });
const { value: anyValues } = fc.letrec<{ value: PlistInput }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    texts,
    fc.boolean(),
    fc.maxSafeInteger(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((number) => (Number.isInteger(number) ? real(number + 0) : number)),
    fc.uint8Array({ maxLength: 100 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      texts.filter((key) => key !== '__proto__' && key !== ''),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));
/** The same in every run: what a referee refuses must be found again. */
const sample = <Value>(arbitrary: Arbitrary<Value>, numRuns: number): Value[] =>
  fc.sample(arbitrary, { numRuns, seed: 4711 });

describe.each(Object.entries(readers))('%s', (_, readBack) => {
  test('reads odd texts, 64-bit integers, reals, dates and data as we wrote them', (context) => {
    const found = readBack(context, encodePlist(odd)) as [string, [string, unknown][]];
    for (const [index, [key, value]] of Object.entries(odd).entries()) {
      expect(found[1][index]).toEqual([key, shapeOf(value)]);
    }
  });

  test('reads whatever else we write', (context) => {
    const values = sample(anyValues, 400);
    const [, found] = readBack(context, encodePlist(values)) as [string, unknown[]];
    expect(found).toHaveLength(values.length);
    for (const [index, value] of values.entries()) expect(found[index]).toEqual(shapeOf(value));
  });

  test('finds the very certificates and values in a profile', (context) => {
    const root = rootCA({ subject: 'Prüflabor & Söhne <Root>' });
    const intermediate = intermediateCA(root);
    const profile = new ProfileBuilder({
      organization: 'Prüflabor "Süd" & Söhne',
      description: oddTexts.slice(0, -1).join('|'),
      removalDate: new Date('2040-02-29T12:34:56Z'),
      durationUntilRemovalSeconds: 3600,
      consentText: { default: 'I agree.\r\nReally.', de: 'Größe' },
    })
      .addRootCA([root.pem, intermediate.pem])
      .addCertificate(root.pem, { format: 'pem' })
      .addPayload('com.example.app', odd)
      .build();
    expect(readBack(context, profile.toXml())).toEqual(shapeOf(profile.dictionary));
    const found = JSON.stringify(readBack(context, profile.toXml()));
    for (const bytes of [root.der, intermediate.der]) {
      expect(found).toContain(JSON.stringify(['PayloadContent', ['data', Buffer.from(bytes).toString('hex')]]));
    }
  });
});

describe('what others write', () => {
  /** plistlib writes CR as LF, libplist writes it bare, and years before 1000 with fewer digits: no reader could tell. */
  const isWritten = (value: PlistInput): boolean => !JSON.stringify(shapeOf(value)).includes('\\r');
  const writable = {
    ...odd,
    Texts: oddTexts.filter(isWritten),
    Keys: { 'a & <b>': 1, é: 2 },
    Dates: dates.filter((date) => date.getUTCFullYear() >= 1000),
  };
  const values = sample(anyValues, 300).filter(isWritten);

  test('plistlib: we read the very values', (context) => {
    for (const wanted of [writable, values]) {
      python(context, 'write', put('wanted.json', JSON.stringify(shapeOf(wanted))), 'theirs.plist');
      expect(shapeOf(decodePlist(take('theirs.plist')).value)).toEqual(shapeOf(wanted));
    }
  });

  test('libplist: we read the very values', (context) => {
    for (const wanted of [writable, values]) {
      plistutil(context, put('ours.plist', encodePlist(wanted)), 'theirs.bin', 'bin');
      plistutil(context, 'theirs.bin', 'theirs.plist', 'xml');
      expect(shapeOf(decodePlist(take('theirs.plist')).value)).toEqual(shapeOf(wanted));
    }
  });

  test('plistlib: a profile is parsed, with nothing to object to', (context) => {
    const root = rootCA();
    const wanted = {
      PayloadContent: [
        {
          PayloadCertificateFileName: 'root.cer',
          PayloadContent: root.der,
          PayloadIdentifier: 'com.example.lab.root',
          PayloadType: 'com.apple.security.root',
          PayloadUUID: '0FB6D1B1-0F8B-4B0E-8C5C-0A1B2C3D4E5F',
          PayloadVersion: 1,
        },
      ],
      PayloadIdentifier: 'com.example.lab',
      PayloadScope: 'System',
      PayloadType: 'Configuration',
      PayloadUUID: '1FB6D1B1-0F8B-4B0E-8C5C-0A1B2C3D4E5F',
      PayloadVersion: 1,
    };
    python(context, 'write', put('wanted.json', JSON.stringify(shapeOf(wanted))), 'theirs.plist');
    const bytes = take('theirs.plist');
    expect(validateProfile(bytes)).toEqual([]);
    const { payloads, identifier } = parseProfile(bytes);
    expect(identifier).toBe('com.example.lab');
    expect(payloads[0]?.content['PayloadContent']).toEqual(root.der);
  });
});
