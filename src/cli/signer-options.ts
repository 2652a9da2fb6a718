import { createSigner } from '../cms/create-signer.js';
import type { Signer } from '../cms/signer.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { CommandContext, OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { aboutFile } from './file-problem.js';
import { passphraseOptions, readPassphrase } from './passphrase-options.js';

/** Who signs: a key and a certificate, or a PKCS#12 file. */
const identityOptions: Readonly<Record<string, OptionSpec>> = {
  'sign-key': { type: 'string', value: 'FILE', about: "the signer's private key (PEM or DER, may be encrypted)" },
  'sign-cert': { type: 'string', value: 'FILE', about: "the signer's certificate, its issuers may follow in the file" },
  'sign-p12': { type: 'string', value: 'FILE', about: 'key and certificates in one PKCS#12 file' },
};

/** What goes with a signer, and means nothing without one. */
const dependentOptions: Readonly<Record<string, OptionSpec>> = {
  'sign-chain': { type: 'string', value: 'FILE', multiple: true, about: 'issuing certificates, in any order' },
  ...passphraseOptions,
  'signing-time': { type: 'string', value: 'TIME', about: 'the signing time that is written; now unless given' },
  'allow-expired': { type: 'boolean', about: "sign although the signer's certificate is not valid at that time" },
};

export const signerOptions: Readonly<Record<string, OptionSpec>> = { ...identityOptions, ...dependentOptions };

/** The signer that the options name; undefined when they name none. */
export async function readSigner(parsed: ParsedArguments, context: CommandContext): Promise<Signer | undefined> {
  const { texts, lists } = parsed;
  const { 'sign-key': key, 'sign-cert': certificate, 'sign-p12': pkcs12 } = texts;
  if (key === undefined && certificate === undefined && pkcs12 === undefined) {
    refuseOrphans(parsed);
    return undefined;
  }
  if (pkcs12 !== undefined && (key !== undefined || certificate !== undefined)) {
    throw usageError('--sign-p12 holds key and certificate already', 'leave out --sign-key and --sign-cert');
  }
  const chain: Certificate[] = [];
  for (const path of lists['sign-chain'] ?? []) chain.push(...(await readChainFile(path, context)));
  if (pkcs12 !== undefined) {
    const file = await context.inputs.read(pkcs12);
    const passphrase = (await readPassphrase(parsed, context)) ?? '';
    return aboutFile(file, () => createSigner({ pkcs12: file.bytes, passphrase, chain }));
  }
  if (key === undefined || certificate === undefined) {
    throw usageError('a signer needs a key and a certificate', 'give both --sign-key and --sign-cert');
  }
  const keyFile = await context.inputs.read(key);
  const certificates = await readChainFile(certificate, context);
  const passphrase = await readPassphrase(parsed, context);
  const secret = passphrase === undefined ? {} : { passphrase };
  return aboutFile(keyFile, () => createSigner({ key: keyFile.bytes, certificate: certificates, chain, ...secret }));
}

async function readChainFile(path: string, { inputs }: CommandContext): Promise<Certificate[]> {
  const file = await inputs.read(path);
  return aboutFile(file, () => readCertificates(file.bytes));
}

function refuseOrphans({ texts, lists, switches }: ParsedArguments): void {
  const isGiven = (name: string): boolean => name in texts || name in lists || switches.has(name);
  const orphan = Object.keys(dependentOptions).find(isGiven);
  if (orphan === undefined) return;
  throw usageError(`--${orphan} is given without a signer`, 'add --sign-key and --sign-cert, or --sign-p12');
}
