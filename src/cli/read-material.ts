import { existsSync } from 'node:fs';
import { isContentInfo } from '../asn1/content-info.js';
import { decodeLatin1 } from '../asn1/string-value.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { parseProfile, type ParsedProfile } from '../document/parse-profile.js';
import type { Certificate } from '../pki/certificate.js';
import { findArmorDefect } from '../pki/pem-armor.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { CommandContext } from './command.js';
import { CommandError, usageError } from './command-error.js';
import { aboutFile } from './file-problem.js';
import type { InputFile } from './input-files.js';

/** One file that was named: certificates in their order, or a profile. */
export type MaterialFile =
  | {
      readonly name: string;
      readonly certificates: readonly [Certificate, ...Certificate[]];
      /** Why a device does not read the file as it is, although it is PEM text. */
      readonly armorDefect?: string;
    }
  | { readonly name: string; readonly profile: ParsedProfile };

/** Reads the files, and says of each what it is. */
export async function readMaterial(paths: readonly string[], { inputs }: CommandContext): Promise<MaterialFile[]> {
  const files: MaterialFile[] = [];
  for (const path of paths) {
    const file = await inputs.read(path).catch((error: unknown) => {
      throw asServer(path, error);
    });
    files.push(await aboutFile(file, () => recognize(file)));
  }
  return files;
}

/** Whoever names a server may forget the port. */
function asServer(path: string, error: unknown): unknown {
  const isHost = error instanceof CommandError && error.code === 'ERR_FILE_MISSING' && /^[\w-]+(\.[\w-]+)+$/.test(path);
  if (!isHost) return error;
  const hint = `check the path and the current folder; a server is written with its port: ${path}:443`;
  return new CommandError(error.code, error.message, hint, error.file);
}

/** A signed profile and a PKCS#7 file with certificates begin alike: the reader of certificates tells them apart. */
function recognize({ name, bytes }: InputFile): MaterialFile {
  if (/^(\u00ef\u00bb\u00bf)?\s*(<|bplist)/.test(decodeLatin1(bytes.subarray(0, 1024)))) {
    return { name, profile: parseProfile(bytes) };
  }
  try {
    const [first, ...others] = readCertificates(bytes);
    if (first !== undefined) return { name, certificates: [first, ...others], ...armorOf(bytes) };
  } catch (error) {
    const isSigned = isProfilewrightError(error, 'ERR_CERTIFICATE_IS_OTHER') && isContentInfo(bytes);
    if (!isSigned) throw error;
  }
  return { name, profile: parseProfile(bytes) };
}

function armorOf(bytes: Uint8Array): { readonly armorDefect?: string } {
  const armorDefect = bytes[0] === 0x30 ? undefined : findArmorDefect(decodeLatin1(bytes));
  return armorDefect === undefined ? {} : { armorDefect };
}

/** The server that is named in place of files: `host:port` or an https URL. A file of that name goes first. */
export function findServerTarget(positionals: readonly string[]): string | undefined {
  const servers = positionals.filter((text) => /^https:\/\/|^[^/\\]+:\d{1,5}$/i.test(text) && !existsSync(text));
  const [server] = servers;
  if (server === undefined || positionals.length === 1) return server;
  if (servers.length > 1) throw usageError('several servers are named', 'ask about one at a time');
  throw usageError('a server and files are named', 'name the files of the root with --root FILE');
}
