/** A byte string that owns its memory: what every function of this package returns (fits `Response`, `fs`, WebCrypto). */
export type Bytes = Uint8Array<ArrayBuffer>;
