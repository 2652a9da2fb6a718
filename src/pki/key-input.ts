/** What Node calls a KeyObject, without asking for Node's types. */
export interface KeyObjectLike {
  readonly type: string;
  readonly asymmetricKeyType?: string | undefined;
}

/**
 * A private key: PEM (PKCS#8, PKCS#1, SEC1, encrypted or not; text around the block is left alone), DER of the same,
 * bare base64, or a KeyObject. Texts are UTF-8 or UTF-16.
 */
export type KeyInput = string | Uint8Array | KeyObjectLike;
