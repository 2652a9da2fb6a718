import { createRequire } from 'node:module';

/** Bytes as node-forge keeps them: a string of characters U+0000 to U+00FF. */
interface ForgeBuffer {
  bytes(): string;
}

interface ForgeCipher {
  update(input: ForgeBuffer): void;
  /** False when the padding is wrong. */
  finish(): boolean;
  readonly output: ForgeBuffer;
}

/** The part of node-forge that is used: what protects PKCS#12 files and cannot be computed with node:crypto. */
export interface Forge {
  readonly util: { createBuffer(binary: string): ForgeBuffer };
  readonly md: Readonly<Record<string, { create(): object } | undefined>>;
  readonly asn1: { fromDer(binary: string): object };
  readonly pbe: {
    /** `id` 1 derives a key, 2 an IV, 3 a MAC key (RFC 7292 appendix B). */
    generatePkcs12Key(
      password: string | null,
      salt: ForgeBuffer,
      id: 1 | 2 | 3,
      iterations: number,
      length: number,
      md: object,
    ): ForgeBuffer;
    getCipher(oid: string, parameters: object, password: string | null): ForgeCipher;
  };
}

/** node-forge, loaded on first use: the only place where it is. */
export function loadForge(): Forge {
  return createRequire(import.meta.url)('node-forge') as Forge;
}
