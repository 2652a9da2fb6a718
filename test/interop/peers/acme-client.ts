import { generateKeyPairSync, sign } from 'node:crypto';
import { ask, jsonIn, type Answer } from './http-client.js';

const encode = (value: object | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Orders a certificate as far as the challenges go (RFC 8555), and gives their kinds. */
export async function orderCertificate(
  directory: Readonly<Record<string, unknown>>,
  identifier: { readonly type: string; readonly value: string },
  roots: string,
): Promise<string[]> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let caller: object = { jwk: publicKey.export({ format: 'jwk' }) };
  let nonce = (await ask(String(directory['newNonce']), roots)).header('replay-nonce');
  const post = async (url: string, payload: object | string): Promise<Answer> => {
    const text = `${encode({ alg: 'ES256', nonce, url, ...caller })}.${payload === '' ? '' : encode(payload)}`;
    const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const [head, body] = text.split('.');
    const jws = { protected: head, payload: body, signature: signature.toString('base64url') };
    const answer = await ask(url, roots, JSON.stringify(jws));
    if (answer.status >= 400) throw new Error(`${url} answers ${answer.status}: ${answer.body.toString()}`);
    nonce = answer.header('replay-nonce');
    return answer;
  };
  const account = await post(String(directory['newAccount']), { termsOfServiceAgreed: true });
  caller = { kid: account.header('location') };
  const order = await post(String(directory['newOrder']), { identifiers: [identifier] });
  const [authorization = ''] = jsonIn(order)['authorizations'] as string[];
  const { challenges } = jsonIn(await post(authorization, ''));
  return (challenges as { type: string }[]).map(({ type }) => type);
}
