/** A version of the protocol, as Node's `getProtocol()` spells it. */
export type TlsProtocol = 'TLSv1.3' | 'TLSv1.2' | 'TLSv1.1' | 'TLSv1' | 'SSLv3';

/** What a server answered to the ClientHello, up to its certificates. */
export interface ServerFlight {
  readonly kind: 'flight';
  readonly protocol: TlsProtocol;
  /** The IANA name of the cipher suite, when it is known. */
  readonly cipher?: string;
  /** The certificates as sent: in this order, with duplicates and strangers. Never empty. */
  readonly certificates: readonly Uint8Array[];
}

/** Why no certificates came. The texts hold nothing of what the server sent. */
export type FlightFailure =
  | { readonly kind: 'not-connected'; readonly systemCode: string }
  | { readonly kind: 'reset'; readonly systemCode: string }
  | { readonly kind: 'not-tls'; readonly found: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly alert?: string };

export type FlightOutcome = ServerFlight | FlightFailure;

export function failed(reason: string, alert?: string): FlightFailure {
  return { kind: 'failed', reason, ...(alert === undefined ? {} : { alert }) };
}
