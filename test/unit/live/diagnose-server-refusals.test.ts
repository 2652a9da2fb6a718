import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { diagnoseServer, type DiagnoseServerOptions } from '../../../src/live/diagnose-server.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { intermediateCA, leaf as issueLeaf, rootCA } from '../../support/authorities.js';
import { concat } from '../../support/der.js';
import { answeringServer, closeServers, listen, rawServer, tlsServer } from './loopback.js';
import { alert, certificateMessage, flight, inRecords, record, serverHello, text } from './tls-bytes.js';

const root = rootCA();
const issuingCA = intermediateCA(root);
const leaf = issueLeaf(issuingCA);
const sound = [leaf.der, issuingCA.der];
const anchors = [readCertificate(root.pem)];

afterEach(closeServers);

const diagnose = (port: number, options: Partial<DiagnoseServerOptions> = {}) =>
  diagnoseServer({ host: '127.0.0.1', port, servername: 'lab.example' }, { anchors, ...options });

/** The error with which it ends; the port is part of most details. */
async function refusal(port: number, options: Partial<DiagnoseServerOptions> = {}) {
  const error: unknown = await diagnose(port, options).then(
    () => new Error('there is a diagnosis'),
    (reason: unknown) => reason,
  );
  if (!isProfilewrightError(error)) throw error;
  return error;
}

describe('no connection', () => {
  test('is told with the code of the system', async () => {
    const server = createServer();
    const port = await listen(server);
    await closeServers();
    const error = await refusal(port);
    expect(error.code).toBe('ERR_SERVER_UNREACHABLE');
    expect(error.details).toEqual({ host: '127.0.0.1', port, systemCode: 'ECONNREFUSED' });
    expect(error.message).toBe(`127.0.0.1:${port} cannot be reached: ECONNREFUSED`);
    expect(error.hint).toContain('check the port');
    expect(error.cause).toBeUndefined();
  });

  test('or one that is reset', async () => {
    const port = await listen(rawServer((socket) => void socket.once('data', () => socket.resetAndDestroy())));
    const details = { host: '127.0.0.1', port, systemCode: 'ECONNRESET' };
    expect(await refusal(port)).toMatchObject({ code: 'ERR_SERVER_UNREACHABLE', details });
  });
});

describe('a server that speaks something else', () => {
  test('such as HTTP', async () => {
    const port = await listen(createHttpServer((_, response) => response.end()));
    const error = await refusal(port);
    expect(error).toMatchObject({ code: 'ERR_SERVER_NOT_TLS', details: { found: 'plain HTTP' } });
    expect(error.hint).toMatch(/993.*465.*STARTTLS/);
  });

  test('such as SMTP, which greets first', async () => {
    const port = await listen(rawServer((socket) => void socket.end('220 mail.example ESMTP s3cret\r\n')));
    const error = await refusal(port);
    expect(error.details).toMatchObject({ found: 'the greeting of a mail or FTP server' });
    expect(error.message).not.toContain('s3cret');
  });

  test('is asked once only', async () => {
    let connections = 0;
    const server = rawServer((socket) => {
      connections += 1;
      socket.end('SSH-2.0-lab\r\n');
    });
    expect((await refusal(await listen(server))).code).toBe('ERR_SERVER_NOT_TLS');
    expect(connections).toBe(1);
  });
});

describe('a handshake', () => {
  test('that ends at once', async () => {
    const port = await listen(rawServer((socket) => void socket.end()));
    expect(await refusal(port)).toMatchObject({
      code: 'ERR_SERVER_HANDSHAKE',
      details: { host: '127.0.0.1', port, reason: 'it closes the connection without an answer' },
    });
  });

  test.each([
    [70, 'protocol_version', 'switch TLS 1.2 or 1.3 on'],
    [40, 'handshake_failure', 'RSA or ECDSA'],
    [112, 'unrecognized_name', '`servername`'],
    [80, 'internal_error', 'openssl s_client'],
  ])('that ends with alert %i (%s) has a hint of its own', async (description, name, hint) => {
    const port = await listen(answeringServer(alert(2, description)));
    const error = await refusal(port);
    expect(error).toMatchObject({ code: 'ERR_SERVER_HANDSHAKE', details: { alert: name } });
    expect(error.message).toContain(`"${name}"`);
    expect(error.hint).toContain(hint);
  });

  test.each<readonly [string, Uint8Array, string]>([
    ['is cut', flight(sound).slice(0, 300), 'it closes the connection in the middle of the handshake'],
    ['has a record that is too long', record(22, new Uint8Array(20_000)), 'a record is longer than TLS allows'],
    [
      'stops behind the ServerHello',
      concat(...Array.from({ length: 80 }, () => alert(1, 112)), record(22, serverHello())),
      'it closes the connection in the middle of the handshake',
    ],
    [
      'is garbage',
      concat(text('\x16\x03\x03\x00\x05'), text('hello')),
      'the handshake does not begin with a ServerHello',
    ],
    ['has 51 certificates', flight(Array.from({ length: 51 }, () => leaf.der)), 'it sends more than 50 certificates'],
  ])('that %s', async (_, answer, reason) => {
    const error = await refusal(await listen(answeringServer(answer)));
    expect(error).toMatchObject({ code: 'ERR_SERVER_HANDSHAKE', details: { reason } });
  });

  test('with a certificate that is none names which one', async () => {
    const junk = text('\x30\x07s3cret!');
    const error = await refusal(await listen(answeringServer(flight([leaf.der, junk]))));
    expect(error).toMatchObject({ code: 'ERR_SERVER_CERTIFICATE', details: { index: 1 } });
    expect(isProfilewrightError(error.cause)).toBe(true);
    expect(`${error.message} ${String(error.cause)}`).not.toContain('s3cret');
  });

  test('that floods is given up at the limit', async () => {
    let written = 0;
    const warnings = concat(...Array.from({ length: 2000 }, () => alert(1, 112)));
    const server = rawServer((socket) => {
      // Not before the last ones have left, so that the flood lives in the network and not in memory.
      const flood = (error?: Error | null): void => {
        if (error || socket.destroyed) return;
        written += warnings.length;
        socket.write(warnings, (failure) => setImmediate(flood, failure));
      };
      socket.once('data', () => flood());
    });
    expect((await refusal(await listen(server))).details).toMatchObject({ reason: 'it sends more than 262144 bytes' });
    expect(written).toBeGreaterThan(256 * 1024);
  });
});

describe('a handshake is understood', () => {
  const messages = concat(serverHello(), certificateMessage(sound));

  test.each<readonly [string, readonly Uint8Array[]]>([
    ['that drips byte by byte', [...flight(sound)].map((byte) => Uint8Array.of(byte))],
    ['whose messages are split over records', inRecords(messages, 50)],
    ['whose messages share a record', inRecords(messages, 16_384)],
    ['that begins with a warning', [alert(1, 112), flight(sound)]],
  ])('%s', async (_, pieces) => {
    const server = rawServer((socket, number) => {
      socket.setNoDelay(true).once('data', () => {
        for (const piece of number === 0 ? pieces : []) socket.write(piece);
        socket.end();
      });
    });
    const { verdict, server: found } = await diagnose(await listen(server));
    expect(verdict).toBe('after-switch');
    expect(found.sent.map(({ raw }) => Buffer.from(raw))).toEqual(sound.map((der) => Buffer.from(der)));
  });
});

describe('time and signals', () => {
  /** An AbortSignal whose listeners can be counted. */
  function countedSignal() {
    const listeners = new Set<() => void>();
    const state = { aborted: false, reason: undefined as unknown, added: 0 };
    const signal = {
      get aborted() {
        return state.aborted;
      },
      get reason() {
        return state.reason;
      },
      addEventListener: (_: 'abort', listener: () => void) => {
        state.added += 1;
        listeners.add(listener);
      },
      removeEventListener: (_: 'abort', listener: () => void) => void listeners.delete(listener),
    };
    const abort = (reason?: unknown): void => {
      Object.assign(state, { aborted: true, reason });
      for (const listener of listeners) listener();
    };
    return { signal, abort, listeners, state };
  }

  test('a server that never answers is given up', async () => {
    const port = await listen(rawServer(() => undefined));
    const { signal, listeners } = countedSignal();
    const error = await refusal(port, { timeoutMilliseconds: 60, signal });
    expect(error.code).toBe('ERR_SERVER_TIMEOUT');
    expect(error.details).toEqual({ host: '127.0.0.1', port, milliseconds: 60 });
    expect(listeners.size).toBe(0);
  });

  test('one that drips for ever is, too', async () => {
    const server = rawServer((socket) => {
      const drip = setInterval(() => socket.write(alert(1, 112)), 5);
      socket.on('close', () => clearInterval(drip));
    });
    expect((await refusal(await listen(server), { timeoutMilliseconds: 60 })).code).toBe('ERR_SERVER_TIMEOUT');
  });

  test('an abort before costs no connection', async () => {
    let connections = 0;
    const port = await listen(rawServer(() => (connections += 1)));
    const { signal, abort, state } = countedSignal();
    const reason = new Error('enough');
    abort(reason);
    await expect(diagnose(port, { signal })).rejects.toBe(reason);
    expect([connections, state.added]).toEqual([0, 0]);
  });

  test('an abort during the first handshake rejects with its reason', async () => {
    const { signal, abort, listeners } = countedSignal();
    const reason = { any: 'value' };
    const port = await listen(rawServer(() => abort(reason)));
    await expect(diagnose(port, { signal })).rejects.toBe(reason);
    expect(listeners.size).toBe(0);
  });

  test('an abort during the second handshake, too', async () => {
    const { signal, abort, listeners } = countedSignal();
    const server = rawServer((socket, number) => {
      if (number === 0) socket.once('data', () => socket.end(flight(sound)));
      else abort();
    });
    await expect(diagnose(await listen(server), { signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(listeners.size).toBe(0);
  });

  test('an AbortSignal of the platform will do, and keeps no listener', async () => {
    const controller = new AbortController();
    const { signal, listeners, state } = countedSignal();
    const port = await listen(tlsServer([leaf, issuingCA]));
    expect((await diagnose(port, { signal: controller.signal })).verdict).toBe('after-switch');
    expect((await diagnose(port, { signal })).verdict).toBe('after-switch');
    expect([state.added, listeners.size]).toEqual([1, 0]);
  });
});

describe('slips of the caller are TypeErrors, before anything is sent', () => {
  test.each<readonly [slip: string, options: unknown, message: string]>([
    ['no options', undefined, 'options.anchors must be'],
    ['no anchors', {}, 'options.anchors must be'],
    ['a text for anchors', { anchors: root.pem }, 'options.anchors must be'],
    ['texts among the anchors', { anchors: [root.pem] }, 'options.anchors must be'],
    ['null', null, 'options.anchors must be'],
    ['a misspelt option', { anchors, timeout: 10 }, 'options.timeout is not known'],
    ['another way to install', { anchors, install: 'usb' }, 'options.install must be'],
    ['no date', { anchors, at: new Date(NaN) }, 'options.at must be'],
    ['no time', { anchors, timeoutMilliseconds: 0 }, 'options.timeoutMilliseconds must be'],
    ['more time than a timer has', { anchors, timeoutMilliseconds: 2 ** 31 }, 'options.timeoutMilliseconds must be'],
    ['a text for the time', { anchors, timeoutMilliseconds: '10' }, 'options.timeoutMilliseconds must be'],
    ['an odd version', { anchors, platform: { os: 'iOS', version: 'x' } }, 'platform must be'],
  ])('%s', async (_, options, message) => {
    let connections = 0;
    const port = await listen(rawServer(() => (connections += 1)));
    const asked = diagnoseServer({ host: '127.0.0.1', port }, options as DiagnoseServerOptions);
    const error: unknown = await asked.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(message);
    expect(connections).toBe(0);
  });
});

describe('nothing that is left keeps the process alive', () => {
  test('no socket', async () => {
    const sockets = (): string[] => process.getActiveResourcesInfo().filter((name) => /TCP|TLS/.test(name));
    await diagnose(await listen(tlsServer([leaf, issuingCA])));
    await refusal(await listen(rawServer(() => undefined)), { timeoutMilliseconds: 20 });
    expect(sockets()).toContain('TCPServerWrap');
    await closeServers();
    await expect.poll(sockets, { interval: 5 }).toEqual([]);
  });

  test('no timer', async () => {
    const started = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    await diagnose(await listen(tlsServer([leaf, issuingCA])), { timeoutMilliseconds: 54_321 });
    await refusal(await listen(rawServer((socket) => void socket.end())), { timeoutMilliseconds: 54_321 });
    const timers = started.mock.results.filter((_, index) => started.mock.calls[index]?.[1] === 54_321);
    expect(timers).toHaveLength(2);
    for (const { value } of timers) expect(cleared).toHaveBeenCalledWith(value);
    vi.restoreAllMocks();
  });
});
