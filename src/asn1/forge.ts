import { createRequire } from 'node:module';

/** Bytes as node-forge keeps them: a string of characters U+0000 to U+00FF. */
interface ForgeBuffer {
  bytes(): string;
}

interface ForgeCipher {
  start(iv: string, output: null): void;
  update(input: ForgeBuffer): void;
  /** False when the input does not end with a block. `pad` may do without removing anything. */
  finish(pad: () => boolean): boolean;
  readonly output: ForgeBuffer;
}

/** The part of node-forge that is used: RC2, which OpenSSL 3 has put among its legacy algorithms, out of reach of node:crypto. */
interface Forge {
  readonly util: { createBuffer(binary: string): ForgeBuffer };
  readonly rc2: { createDecryptionCipher(key: string, effectiveBits: number): ForgeCipher };
}

/** node-forge, loaded on first use: the only place where it is. */
function loadForge(): Forge {
  return createRequire(import.meta.url)('node-forge') as Forge;
}

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/**
 * Decrypts RC2 in CBC mode (RFC 2268); all bits of the key are effective. The padding is left where it is. Undefined
 * when the data is no number of whole blocks.
 */
export function decryptRc2(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array | undefined {
  const { rc2, util } = loadForge();
  const cipher = rc2.createDecryptionCipher(binary(key), key.length * 8);
  cipher.start(binary(iv), null);
  cipher.update(util.createBuffer(binary(data)));
  return cipher.finish(() => true) ? Buffer.from(cipher.output.bytes(), 'latin1') : undefined;
}
