import { spawnSync } from 'node:child_process';
import type { Shape } from './typed-shape.js';

const script = `
import base64, datetime, json, math, plistlib, sys

sys.setrecursionlimit(10000)

def real(value):
    if math.isnan(value): return 'nan'
    return value if math.isfinite(value) else 'infinity' if value > 0 else '-infinity'

def shape(value):
    if isinstance(value, bool): return ['boolean', value]
    if isinstance(value, int): return ['integer', str(value)]
    if isinstance(value, float): return ['real', real(value)]
    if isinstance(value, str): return ['string', value]
    if isinstance(value, bytes): return ['data', value.hex()]
    if isinstance(value, datetime.datetime): return ['date', value.strftime('%Y').zfill(4) + value.strftime('-%m-%dT%H:%M:%S')]
    if isinstance(value, list): return ['array', [shape(item) for item in value]]
    if isinstance(value, dict): return ['dictionary', [[key, shape(item)] for key, item in value.items()]]
    return ['none', None]

for line in sys.stdin:
    document = base64.b64decode(line)
    kind = plistlib.FMT_BINARY if document.startswith(b'bplist00') else plistlib.FMT_XML
    try: answer = shape(plistlib.loads(document, fmt=kind))
    except Exception as error: answer = type(error).__name__
    print(json.dumps(answer))
`;

/** What Python's plistlib reads in each document, or the name of its error; all of them in one process. */
export function readWithPlistlib(documents: readonly Uint8Array[]): (Shape | string)[] {
  if (documents.length === 0) return [];
  const input = documents.map((document) => `${Buffer.from(document).toString('base64')}\n`).join('');
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { input, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(stderr.toString());
  const answers = stdout.toString().trimEnd().split('\n');
  if (answers.length !== documents.length) throw new Error('plistlib gave fewer answers than there are documents');
  return answers.map((answer) => JSON.parse(answer) as Shape | string);
}
