import { readWithPlistlib } from '../plistlib.js';
import type { Shape } from '../typed-shape.js';

export interface EmittedPayload {
  readonly PayloadType: string;
  readonly PayloadUUID: string;
  readonly [key: string]: unknown;
}

/** A profile as somebody sees it who has its bytes and Python's plistlib, and nothing of ours. */
export interface EmittedProfile {
  /** The only payload of this type. */
  readonly payload: (type: string) => EmittedPayload;
  /** The payload that another one names. */
  readonly named: (uuid: unknown) => EmittedPayload;
  /** The certificates of all payloads of a type, DER. */
  readonly certificates: (type: string) => Buffer[];
}

export function readEmitted(bytes: Uint8Array): EmittedProfile {
  const [document] = readWithPlistlib([bytes]);
  if (document === undefined || typeof document === 'string') throw new Error(`plistlib says ${String(document)}`);
  const { PayloadContent: payloads } = plain(document) as { readonly PayloadContent: readonly EmittedPayload[] };
  const one = (fits: (payload: EmittedPayload) => boolean): EmittedPayload => {
    const [payload, ...others] = payloads.filter(fits);
    if (payload === undefined || others.length > 0)
      throw new Error(`not one payload but ${payload === undefined ? 0 : others.length + 1}`);
    return payload;
  };
  return {
    payload: (type) => one(({ PayloadType }) => PayloadType === type),
    named: (uuid) => one(({ PayloadUUID }) => PayloadUUID === uuid),
    certificates: (type) =>
      payloads.filter(({ PayloadType }) => PayloadType === type).map((payload) => bytesIn(payload)),
  };
}

/** The bytes of a payload that is a certificate or an identity. */
export function bytesIn({ PayloadContent: content }: EmittedPayload): Buffer {
  if (!Buffer.isBuffer(content)) throw new Error('there are no bytes in the payload');
  return content;
}

/** A string of the payload. */
export function textOf(payload: Readonly<Record<string, unknown>>, key: string): string {
  const value = payload[key];
  if (typeof value !== 'string') throw new Error(`${key} is no string`);
  return value;
}

function plain([type, value]: Shape): unknown {
  if (type === 'dictionary')
    return Object.fromEntries((value as [string, Shape][]).map(([key, item]) => [key, plain(item)]));
  if (type === 'array') return (value as Shape[]).map(plain);
  if (type === 'data') return Buffer.from(value as string, 'hex');
  if (type === 'integer' || type === 'real') return Number(value);
  return value;
}
