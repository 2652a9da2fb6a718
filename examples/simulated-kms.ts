/**
 * A stand-in for a key management service: a process of its own that holds a P-256 key, takes a digest over HTTP on the
 * loopback interface, and answers with an ECDSA signature as r and s side by side (IEEE P1363). The names of the faults it
 * shall have, one a request, are its arguments. It is started by `lab-kms.ts` and ends when its standard input does.
 *
 * For examples only: arithmetic on bigints takes a time that depends on the key.
 */
import { createECDH, generateKeyPairSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The order of the group of P-256 (FIPS 186-5, NIST SP 800-186 section 3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = toInteger(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'));
const token = randomBytes(16).toString('hex');
const faults = process.argv.slice(2);
const outcomes: string[] = [];

/** ECDSA over a digest that somebody else has computed (FIPS 186-5 section 6.4.1); `node:crypto` hashes for itself. */
function signDigest(digest: Buffer): Buffer {
  const ephemeral = createECDH('prime256v1');
  const point = ephemeral.generateKeys();
  const r = toInteger(point.subarray(1, 33)) % order;
  const s = (invert(toInteger(ephemeral.getPrivateKey())) * (toInteger(digest) + r * secret)) % order;
  return Buffer.from(toHex(r) + toHex(s), 'hex');
}

/** Fermat: the order is prime, so the power of order - 2 is the inverse. */
function invert(value: bigint): bigint {
  let result = 1n;
  for (let base = value, exponent = order - 2n; exponent > 0n; exponent >>= 1n, base = (base * base) % order) {
    if ((exponent & 1n) === 1n) result = (result * base) % order;
  }
  return result;
}

function toInteger(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function toHex(value: bigint): string {
  return value.toString(16).padStart(64, '0');
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  if (!isAllowed(request.headers.authorization)) return void response.writeHead(401).end();
  if (request.url === '/outcomes') return void response.end(JSON.stringify(outcomes));
  if (request.method !== 'POST' || request.url !== '/sign') return void response.writeHead(404).end();
  const fault = faults.shift() ?? 'none';
  outcomes.push(fault);
  const digest = Buffer.from((JSON.parse(Buffer.concat(chunks).toString()) as { digest: string }).digest, 'base64');
  if (fault === 'throttle') return void response.writeHead(429, { 'retry-after': '1' }).end();
  if (fault === 'unavailable') return void response.writeHead(503).end();
  if (fault === 'timeout') return; // The connection stays open, and nothing comes.
  const signature = signDigest(fault === 'wrong' ? randomBytes(32) : digest);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ signature: signature.toString('base64') }));
}

function isAllowed(authorization = ''): boolean {
  const [given, expected] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(400).end());
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const key = publicKey.export({ type: 'spki', format: 'pem' });
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${String(port)}`, token, publicKey: key })}\n`);
});
process.stdin.resume().on('close', () => process.exit());
