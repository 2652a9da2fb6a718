import { createSigner } from '../cms/create-signer.js';
import type { Signer } from '../cms/signer.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { CommandError, usageError } from './command-error.js';
import { aboutFile, readFile, type InputFile } from './read-file.js';

/** Who signs: a key and a certificate, or a PKCS#12 file. The passphrase never stands among the arguments. */
export const signerOptions: Readonly<Record<string, OptionSpec>> = {
  'sign-key': { type: 'string', value: 'FILE', about: "the signer's private key (PEM or DER, may be encrypted)" },
  'sign-cert': { type: 'string', value: 'FILE', about: "the signer's certificate, its issuers may follow in the file" },
  'sign-chain': { type: 'string', value: 'FILE', multiple: true, about: 'issuing certificates, in any order' },
  'sign-p12': { type: 'string', value: 'FILE', about: 'key and certificates in one PKCS#12 file' },
  'passphrase-env': { type: 'string', value: 'NAME', about: 'the variable that holds the passphrase' },
  'passphrase-file': { type: 'string', value: 'FILE', about: 'the file whose first line is the passphrase' },
};

const MAX_PASSPHRASE_BYTES = 4096;

export interface SignerInput {
  readonly signer: Signer;
  /** The files that were read, none of which may be overwritten. */
  readonly inputs: readonly InputFile[];
}

/** The signer that the options name; undefined when they name none. */
export async function readSigner({ texts, lists }: ParsedArguments): Promise<SignerInput | undefined> {
  const { 'sign-key': key, 'sign-cert': certificate, 'sign-p12': pkcs12 } = texts;
  const chains = lists['sign-chain'] ?? [];
  if (key === undefined && certificate === undefined && pkcs12 === undefined) {
    const orphan = ['passphrase-env', 'passphrase-file'].find((name) => texts[name] !== undefined);
    const unused = chains.length > 0 ? 'sign-chain' : orphan;
    if (unused === undefined) return undefined;
    throw usageError(`--${unused} is given without a signer`, 'add --sign-key and --sign-cert, or --sign-p12');
  }
  const chainFiles = await readInTurn(chains);
  const issuers = await Promise.all(chainFiles.map((file) => aboutFile(file, () => readCertificates(file.bytes))));
  const chain = issuers.flat();
  if (pkcs12 !== undefined) {
    if (key !== undefined || certificate !== undefined) {
      throw usageError('--sign-p12 holds key and certificate already', 'leave out --sign-key and --sign-cert');
    }
    const file = await readFile(pkcs12);
    const passphrase = await readPassphrase(texts);
    const identity = { pkcs12: file.bytes, passphrase: passphrase?.text ?? '', chain };
    const signer = await aboutFile(file, () => createSigner(identity));
    return { signer, inputs: [file, ...chainFiles, ...(passphrase?.inputs ?? [])] };
  }
  if (key === undefined || certificate === undefined) {
    throw usageError('a signer needs a key and a certificate', 'give both --sign-key and --sign-cert');
  }
  return readKeySigner(key, certificate, { texts, chain, chainFiles });
}

async function readKeySigner(
  key: string,
  certificate: string,
  { texts, chain, chainFiles }: Pick<ParsedArguments, 'texts'> & { chain: Signer['chain']; chainFiles: InputFile[] },
): Promise<SignerInput> {
  const [keyFile, certificateFile] = [await readFile(key), await readFile(certificate)];
  const certificates = await aboutFile(certificateFile, () => readCertificates(certificateFile.bytes));
  const passphrase = await readPassphrase(texts);
  const identity = { key: keyFile.bytes, certificate: certificates, chain };
  const secret = passphrase === undefined ? {} : { passphrase: passphrase.text };
  const signer = await aboutFile(keyFile, () => createSigner({ ...identity, ...secret }));
  return { signer, inputs: [keyFile, certificateFile, ...chainFiles, ...(passphrase?.inputs ?? [])] };
}

async function readInTurn(paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) files.push(await readFile(path));
  return files;
}

async function readPassphrase(
  texts: ParsedArguments['texts'],
): Promise<{ text: string; inputs: InputFile[] } | undefined> {
  const { 'passphrase-env': variable, 'passphrase-file': path } = texts;
  if (variable !== undefined && path !== undefined) {
    throw usageError('the passphrase is given twice', 'use either --passphrase-env or --passphrase-file');
  }
  if (variable !== undefined) {
    const text = process.env[variable];
    if (text !== undefined && text !== '') return { text, inputs: [] };
    // The word may be the passphrase itself, put where the name of the variable belongs.
    const hint = 'export it first; --passphrase-env takes the name of the variable, not its value';
    throw usageError('the variable named by --passphrase-env is not set or empty', hint);
  }
  if (path === undefined) return undefined;
  const file = await readFile(path, MAX_PASSPHRASE_BYTES);
  const [text = ''] = new TextDecoder().decode(file.bytes).split(/\r?\n/, 1);
  if (text === '')
    throw new CommandError('ERR_FILE_READ', 'has an empty first line', 'write the passphrase there', file.name);
  return { text, inputs: [file] };
}

/** The time of an option such as `--at`; undefined when it is not given. */
export function readTime({ texts }: ParsedArguments, name: string): Date | undefined {
  const text = texts[name];
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(text) && !Number.isNaN(time.getTime())) return time;
  throw usageError(`--${name} ${escapeText(text, 40)} is not a time`, 'write it as 2030-01-31 or 2030-01-31T12:00:00Z');
}
