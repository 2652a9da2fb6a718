import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { diagnoseServer, type DiagnoseServerOptions } from '../../../src/live/diagnose-server.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { intermediateCA, leaf as issueLeaf, rootCA } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { closeServers, keyAndChain, listen, rawServer, tlsServer } from './loopback.js';
import { flight } from './tls-bytes.js';

const root = rootCA({ key: testKey('p256', 10) });
const policyCA = intermediateCA(root, {
  subject: 'Lab Policy CA',
  key: testKey('p256', 11),
  basicConstraints: { cA: true },
});
const issuingCA = intermediateCA(policyCA, { subject: 'Lab Issuing CA', key: testKey('p256', 12) });
const leaf = issueLeaf(issuingCA);
const stranger = rootCA({ subject: 'Stranger', key: testKey('p256', 13), basicConstraints: { cA: false } });
const rsaLeaf = issueLeaf(issuingCA, { key: 'rsa-2048' });

afterEach(closeServers);

interface Asked extends Partial<DiagnoseServerOptions> {
  readonly host?: string;
  /** The name to ask for; none when undefined is given. */
  readonly servername?: string | undefined;
}

function diagnose(port: number, asked: Asked = {}) {
  const { host = '127.0.0.1', servername, ...options } = { servername: 'lab.example', ...asked };
  const target = { host, port, ...(servername === undefined ? {} : { servername }) };
  return diagnoseServer(target, { anchors: [readCertificate(root.pem)], ...options });
}

/** Certificates as texts that can be compared, whoever made them. */
const asBase64 = (certificates: readonly ({ readonly der: Uint8Array } | { readonly raw: Uint8Array })[]): string[] =>
  certificates.map((one) => Buffer.from('der' in one ? one.der : one.raw).toString('base64'));

const codes = ({ issues }: { readonly issues: readonly { readonly code: string }[] }): string[] =>
  issues.map(({ code }) => code);

const sound = [leaf, issuingCA, policyCA];

describe('a sound server', () => {
  test('waits for the switch of a root that was installed by hand', async () => {
    const port = await listen(tlsServer(sound));
    const diagnosis = await diagnose(port);
    expect(diagnosis.verdict).toBe('after-switch');
    expect(asBase64(diagnosis.path)).toEqual(asBase64([...sound, root]));
    expect(asBase64(diagnosis.server.sent)).toEqual(asBase64(sound));
    expect(codes(diagnosis)).toEqual(['trust-manual-toggle']);
    expect(diagnosis.server).toMatchObject({ host: '127.0.0.1', port, servername: 'lab.example', protocol: 'TLSv1.3' });
    expect(diagnosis.server.cipher).toMatch(/^TLS_(AES|CHACHA20)_/);
  });

  test.each(['mdm', 'configurator'] as const)('is trusted when the root comes by %s', async (install) => {
    const diagnosis = await diagnose(await listen(tlsServer(sound)), { install });
    expect([diagnosis.verdict, codes(diagnosis)]).toEqual(['trusted', []]);
  });

  test('is refused with another root, or at another time', async () => {
    const port = await listen(tlsServer(sound));
    expect((await diagnose(port, { anchors: [readCertificate(stranger.pem)] })).verdict).toBe('refused');
    expect((await diagnose(port, { at: new Date('2001-01-01') })).verdict).toBe('refused');
  });

  test('is refused under another name than its own', async () => {
    const diagnosis = await diagnose(await listen(tlsServer(sound)), { servername: 'other.example' });
    expect(diagnosis.verdict).toBe('refused');
  });

  test('is reached by a URL, by IPv4 and by IPv6', async (context) => {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address));
    const anchors = [readCertificate(root.pem)];
    const named = issueLeaf(issuingCA, { subjectAltName: [{ iPAddress: Uint8Array.of(127, 0, 0, 1) }] });
    const port = await listen(tlsServer([named, issuingCA, policyCA]));
    const { verdict, server } = await diagnoseServer(`https://127.0.0.1:${port}/path`, { anchors });
    expect([verdict, server.host, 'servername' in server]).toEqual(['after-switch', '127.0.0.1', false]);
    if (!addresses.includes('::1')) context.skip('this machine has no ::1');
    const loopback = Uint8Array.from({ length: 16 }, (_, index) => (index === 15 ? 1 : 0));
    const six = issueLeaf(issuingCA, { subjectAltName: [{ iPAddress: loopback }] });
    const portOfSix = await listen(tlsServer([six, issuingCA, policyCA]), '::1');
    const overSix = await diagnoseServer(`[::1]:${portOfSix}`, { anchors });
    expect([overSix.verdict, overSix.server.host]).toEqual(['after-switch', '::1']);
  });
});

describe('what the server sends', () => {
  test('is told in its order, which other clients mind', async () => {
    const sent = [leaf, policyCA, issuingCA];
    const diagnosis = await diagnose(await listen(tlsServer(sent)));
    expect(asBase64(diagnosis.server.sent)).toEqual(asBase64(sent));
    expect([diagnosis.verdict, codes(diagnosis)]).toEqual(['after-switch', ['chain-order', 'trust-manual-toggle']]);
  });

  test('is told with strangers and duplicates', async () => {
    const sent = [leaf, stranger, issuingCA, issuingCA, policyCA];
    const diagnosis = await diagnose(await listen(tlsServer(sent)));
    expect(asBase64(diagnosis.server.sent)).toEqual(asBase64(sent));
    expect(diagnosis.verdict).toBe('after-switch');
  });

  test('lacks an intermediate', async () => {
    const diagnosis = await diagnose(await listen(tlsServer([leaf, policyCA])));
    expect(diagnosis.verdict).toBe('refused');
    expect(codes(diagnosis)).toContain('issuer-not-found');
  });

  test('may hold the root, told once', async () => {
    const diagnosis = await diagnose(await listen(tlsServer([...sound, root, root])), { install: 'mdm' });
    expect([diagnosis.verdict, codes(diagnosis)]).toEqual(['trusted', ['server-sends-root']]);
    expect(diagnosis.issues[0]?.where).toMatchObject({ certificate: { name: '"Lab Root"' } });
  });

  test('depends on the name that it is asked for', async () => {
    const other = issueLeaf(issuingCA, { subject: 'other', subjectAltName: [{ dNSName: 'other.example' }] });
    const server = tlsServer(sound, {
      SNICallback: (name, done) =>
        done(null, createSecureContext(keyAndChain(name === 'other.example' ? [other, issuingCA, policyCA] : sound))),
    });
    const port = await listen(server);
    const first = async (servername?: string) => (await diagnose(port, { servername })).server.sent.slice(0, 1);
    expect(asBase64(await first('other.example'))).toEqual(asBase64([other]));
    expect(asBase64(await first('lab.example'))).toEqual(asBase64([leaf]));
    expect(asBase64(await first())).toEqual(asBase64([leaf]));
  });

  test('is the ECDSA certificate of a server that has an RSA one too', async () => {
    const pair = [keyAndChain([rsaLeaf, issuingCA, policyCA]), keyAndChain(sound)];
    const both = { key: pair.map(({ key }) => key), cert: pair.map(({ cert }) => cert) };
    const diagnosis = await diagnose(await listen(tlsServer(sound, both)));
    expect(asBase64(diagnosis.server.sent)).toEqual(asBase64(sound));
  });

  test.each(['rsa-2048', 'rsa-1024', 'p384', 'p521', 'ed25519', 'rsa-pss'] as const)(
    'is read from a server with a key of kind %s',
    async (key) => {
      const sent = [issueLeaf(issuingCA, { key }), issuingCA, policyCA];
      const { server } = await diagnose(await listen(tlsServer(sent, { ciphers: 'DEFAULT@SECLEVEL=0' })));
      expect([server.protocol, asBase64(server.sent)]).toEqual(['TLSv1.3', asBase64(sent)]);
    },
  );
});

describe('the protocol', () => {
  test('may be TLS 1.2 only', async () => {
    const diagnosis = await diagnose(await listen(tlsServer(sound, { maxVersion: 'TLSv1.2' })));
    expect(diagnosis.server.protocol).toBe('TLSv1.2');
    expect(diagnosis.server.cipher).toMatch(/^TLS_ECDHE_ECDSA_WITH_/);
    expect(codes(diagnosis)).toEqual(['trust-manual-toggle']);
  });

  test('may be TLS 1.2 with a certificate of the client, which we have not', async () => {
    const server = tlsServer(sound, {
      maxVersion: 'TLSv1.2',
      requestCert: true,
      rejectUnauthorized: true,
      ca: root.pem,
    });
    const diagnosis = await diagnose(await listen(server));
    expect([diagnosis.verdict, diagnosis.server.protocol]).toEqual(['after-switch', 'TLSv1.2']);
    expect(diagnosis.server.cipher).toMatch(/^TLS_ECDHE_ECDSA_WITH_/);
  });

  test.each(['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'])(
    'may be TLS 1.3 only, with %s: what is sent is told in its order, with strangers and duplicates',
    async (ciphers) => {
      const sent = [leaf, stranger, policyCA, issuingCA, policyCA];
      const port = await listen(tlsServer(sent, { minVersion: 'TLSv1.3', ciphers }));
      const diagnosis = await diagnose(port, { install: 'mdm' });
      expect(diagnosis.server).toMatchObject({ protocol: 'TLSv1.3', cipher: ciphers });
      expect(asBase64(diagnosis.server.sent)).toEqual(asBase64(sent));
      expect([diagnosis.verdict, codes(diagnosis)]).toEqual(['trusted', ['chain-order']]);
    },
  );

  test('of TLS 1.3 is opened on a group that the client did not think of, too', async () => {
    const port = await listen(tlsServer(sound, { minVersion: 'TLSv1.3', ecdhCurve: 'P-521' }));
    expect(asBase64((await diagnose(port)).server.sent)).toEqual(asBase64(sound));
  });

  test('of TLS 1.3 hides the order where the TLS library tells no secret: it is then not judged', async () => {
    const sent = [leaf, policyCA, issuingCA];
    const port = await listen(tlsServer(sent, { minVersion: 'TLSv1.3' }));
    const diagnosis = await withoutKeyLog(() => diagnose(port, { install: 'mdm' }));
    expect(diagnosis.server.protocol).toBe('TLSv1.3');
    expect(new Set(asBase64(diagnosis.server.sent))).toEqual(new Set(asBase64(sent)));
    expect([diagnosis.verdict, codes(diagnosis)]).toEqual(['trusted', ['chain-order-unknown']]);
  });

  test('of TLS 1.3 adds no certificate that was not sent', async () => {
    const diagnosis = await diagnose(await listen(tlsServer([leaf], { minVersion: 'TLSv1.3' })));
    expect(asBase64(diagnosis.server.sent)).toEqual(asBase64([leaf]));
    expect([diagnosis.verdict, codes(diagnosis)]).toEqual(['refused', ['issuer-not-found']]);
  });

  test('of TLS 1.3 counts when the server has another certificate for it', async () => {
    const modern = tlsServer(sound, { minVersion: 'TLSv1.3' });
    const old = tlsServer([rsaLeaf, issuingCA, policyCA], { maxVersion: 'TLSv1.2' });
    const port = await listen(dispatch((hello) => (offersTls13(hello) ? modern : old)));
    const diagnosis = await diagnose(port);
    expect(asBase64(diagnosis.server.sent.slice(0, 1))).toEqual(asBase64([leaf]));
    expect(codes(diagnosis)).toEqual(['trust-manual-toggle']);
  });

  test.each(['TLSv1', 'TLSv1.1'] as const)('is refused when it is %s', async (maxVersion) => {
    const old = { minVersion: 'TLSv1', maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const port = await listen(tlsServer(sound, old));
    const diagnosis = await diagnose(port, { install: 'mdm' });
    expect([diagnosis.verdict, codes(diagnosis)]).toEqual(['refused', ['tls-min-12']]);
    expect(diagnosis.issues[0]).toMatchObject({ severity: 'error' });
    expect(diagnosis.server).toMatchObject({ protocol: maxVersion, cipher: 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA' });
    expect(asBase64(diagnosis.server.sent)).toEqual(asBase64(sound));
  });

  test.each([
    ['AES128-GCM-SHA256', 'iOS', '26.0', ['info ats-apps']],
    ['AES128-GCM-SHA256', 'iOS', '27.0', ['info ats-apps', 'warning os27-system-tls']],
    ['AES128-GCM-SHA256', 'macOS', '27.1', ['info ats-apps', 'warning os27-system-tls']],
    ['DHE-RSA-AES128-GCM-SHA256', 'iOS', '26.0', ['info ats-apps']],
    ['ECDHE-RSA-AES128-GCM-SHA256', 'iOS', '27.0', []],
    ['ECDHE-RSA-AES128-SHA', 'iOS', '27.0', []],
    ['ECDHE-RSA-CHACHA20-POLY1305', 'iOS', '27.0', []],
  ] as const)('of TLS 1.2 with %s is not enough for everything on %s %s', async (ciphers, os, version, expected) => {
    const options = { maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0`, dhparam: 'auto' } as const;
    const port = await listen(tlsServer([rsaLeaf, issuingCA, policyCA], options));
    const { verdict, issues } = await diagnose(port, { install: 'mdm', platform: { os, version } });
    expect([verdict, issues.map(({ severity, code }) => `${severity} ${code}`)]).toEqual(['trusted', expected]);
  });

  test('that is old is only a warning for a device that is as old', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const port = await listen(tlsServer(sound, old));
    const diagnosis = await diagnose(port, { install: 'mdm', platform: { os: 'iOS', version: '12.5' } });
    expect(diagnosis.verdict).toBe('trusted');
    expect(diagnosis.issues).toMatchObject([{ code: 'tls-min-12', severity: 'warning' }]);
  });

  test('is that of the first answer, when the server does not answer again', async () => {
    const chain = sound.map(({ der }) => der);
    const closing = rawServer(
      (socket, number) => void socket.once('data', () => (number === 0 ? socket.end(flight(chain)) : socket.end())),
    );
    const silent = rawServer(
      (socket, number) => void socket.once('data', () => number === 0 && socket.end(flight(chain))),
    );
    const asked = { timeoutMilliseconds: 150 };
    for (const port of [await listen(closing), await listen(silent)]) {
      const { verdict, server } = await diagnose(port, asked);
      expect([verdict, server.protocol, server.cipher]).toEqual([
        'after-switch',
        'TLSv1.2',
        'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
      ]);
    }
  });
});

/** Some runtimes have no log of keys. */
async function withoutKeyLog<Value>(work: () => Promise<Value>): Promise<Value> {
  const emit = vi.spyOn(TLSSocket.prototype, 'emit') as unknown as MockInstance<(name: string) => boolean>;
  const spy = emit.mockImplementation(function (this: TLSSocket, ...given: [name: string, ...values: unknown[]]) {
    return given[0] === 'keylog' ? false : Duplex.prototype.emit.call(this, ...given);
  });
  try {
    return await work();
  } finally {
    spy.mockRestore();
  }
}

/** A server that looks at the ClientHello first, and then hands the connection on. */
function dispatch(choose: (hello: Buffer) => ReturnType<typeof tlsServer>) {
  return createServer((socket) => {
    socket.once('data', (hello) => {
      socket.pause();
      socket.unshift(hello);
      choose(hello).emit('connection', socket);
    });
  });
}

/** supported_versions (43) with TLS 1.3 first, as OpenSSL writes it. */
const offersTls13 = (hello: Buffer): boolean => hello.includes(Buffer.of(0, 43, 0, 5, 4, 3, 4));

test('the certificates of a diagnosis are frozen and good for anchors', async () => {
  const port = await listen(tlsServer([...sound, root]));
  const diagnosis = await diagnose(port);
  expect([
    Object.isFrozen(diagnosis),
    Object.isFrozen(diagnosis.server),
    Object.isFrozen(diagnosis.server.sent),
  ]).toEqual([true, true, true]);
  const again = await diagnose(port, { anchors: diagnosis.server.sent.slice(-1), install: 'mdm' });
  expect(again.verdict).toBe('trusted');
});
