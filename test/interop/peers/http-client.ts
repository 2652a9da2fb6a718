import { request as requestInTheClear } from 'node:http';
import { request as requestByTls, type RequestOptions } from 'node:https';
import { buffer } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string;
  readonly body: Buffer;
}

/** Asks a server that is known by these roots alone, when it speaks TLS; with a body it is sent JOSE. */
export async function ask(url: string, roots: string, body?: string): Promise<Answer> {
  const headers = body === undefined ? {} : { 'content-type': 'application/jose+json' };
  const options: RequestOptions = { ca: roots, headers, method: body === undefined ? 'GET' : 'POST' };
  const signal = AbortSignal.timeout(10_000);
  const request = url.startsWith('https:') ? requestByTls : requestInTheClear;
  return new Promise((resolve, reject) => {
    request(url, { ...options, signal }, (response) => {
      const header = (name: string): string => String(response.headers[name]);
      const status = response.statusCode ?? 0;
      buffer(response).then((bytes) => resolve({ status, header, body: bytes }), reject);
    })
      .on('error', reject)
      .end(body);
  });
}

/** The JSON object of an answer. */
export const jsonIn = ({ body }: Answer): Record<string, unknown> =>
  JSON.parse(body.toString()) as Record<string, unknown>;
