import { describe, expect, test } from 'vitest';
import { FlightReader } from '../../../src/live/flight-reader.js';
import type { FlightOutcome } from '../../../src/live/server-flight.js';
import { concat } from '../../support/der.js';
import {
  alert,
  certificateMessage,
  flight,
  inRecords,
  message,
  record,
  recordTypes,
  serverHello,
  text,
} from './tls-bytes.js';

// The reader does not look into certificates: any octets will do.
const first = Uint8Array.of(0x30, 1, 1);
const second = new Uint8Array(700).fill(0x31);
const { handshake } = recordTypes;

/** The outcome of bytes that come in pieces of `size`, with the number of bytes that were left unread. */
function read(bytes: Uint8Array, size = bytes.length): { outcome: FlightOutcome; unread: number } {
  const reader = new FlightReader();
  for (let offset = 0; offset < bytes.length; offset += size) {
    const outcome = reader.push(bytes.subarray(offset, offset + size));
    if (outcome !== undefined) return { outcome, unread: Math.max(0, bytes.length - offset - size) };
  }
  return { outcome: reader.end(), unread: 0 };
}

const outcomeOf = (...parts: readonly Uint8Array[]): FlightOutcome => read(concat(...parts)).outcome;
const reasonOf = (...parts: readonly Uint8Array[]): unknown => {
  const outcome = outcomeOf(...parts);
  return 'reason' in outcome ? outcome.reason : outcome;
};

describe('reads what a server sends in the clear', () => {
  const expected = {
    kind: 'flight',
    protocol: 'TLSv1.2',
    cipher: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
    certificates: [first, second, first],
  };
  const messages = concat(serverHello({ sessionId: new Uint8Array(32) }), certificateMessage([first, second, first]));

  test('certificates in their order, equal ones too', () => {
    expect(outcomeOf(flight([first, second, first]))).toEqual(expected);
  });

  test.each([1, 2, 3, 7, 64, 1000])('in pieces of %i bytes', (size) => {
    expect(read(flight([first, second, first]), size).outcome).toEqual(expected);
  });

  test.each([1, 3, 5, 100, 16_384])('in records of %i bytes, which split messages or hold several', (size) => {
    expect(outcomeOf(...inRecords(messages, size))).toEqual(expected);
  });

  test('and nothing behind the certificates', () => {
    const more = record(handshake, new Uint8Array(5000));
    expect(read(concat(flight([first]), more, more), 100).unread).toBeGreaterThan(9000);
  });

  test.each([
    [0x0300, 'SSLv3'],
    [0x0301, 'TLSv1'],
    [0x0302, 'TLSv1.1'],
    [0x0303, 'TLSv1.2'],
  ])('version %i as %s', (version, protocol) => {
    expect(outcomeOf(flight([first], { version }))).toMatchObject({ kind: 'flight', protocol });
  });

  test('a cipher suite that was not offered without naming it', () => {
    expect(outcomeOf(flight([first], { suite: 0x0005 }))).not.toHaveProperty('cipher');
  });

  test('past warnings and HelloRequests', () => {
    const hello = record(handshake, serverHello());
    const request = record(handshake, message(0, new Uint8Array()));
    const list = record(handshake, certificateMessage([first, second, first]));
    expect(outcomeOf(alert(1, 112), request, hello, alert(1, 112), request, list)).toEqual(expected);
  });

  test('fifty certificates', () => {
    const fifty = Array.from({ length: 50 }, () => first);
    expect(outcomeOf(flight(fifty))).toMatchObject({ kind: 'flight', certificates: fifty });
  });
});

describe('understands that a server ends the handshake', () => {
  test.each([
    [40, 'handshake_failure'],
    [70, 'protocol_version'],
    [112, 'unrecognized_name'],
    [0, 'close_notify'],
    [200, 'alert 200'],
  ])('with alert %i', (description, name) => {
    const reason = 'it ends the handshake with the alert';
    expect(outcomeOf(alert(2, description))).toEqual({ kind: 'failed', reason, alert: name });
  });

  test('with close_notify, which is a warning by its level', () => {
    expect(outcomeOf(record(handshake, serverHello()), alert(1, 0))).toMatchObject({ alert: 'close_notify' });
  });

  test('by hanging up', () => {
    expect(reasonOf(new Uint8Array())).toBe('it closes the connection without an answer');
    const whole = flight([first, second]);
    for (const length of [1, 4, 5, 60, whole.length - 1]) {
      expect(reasonOf(whole.slice(0, length))).toBe('it closes the connection in the middle of the handshake');
    }
  });
});

describe('recognises what is no TLS', () => {
  test.each([
    ['HTTP/1.1 400 Bad Request\r\n', 'plain HTTP'],
    ['220 mail.example ESMTP\r\n', 'the greeting of a mail or FTP server'],
    ['* OK IMAP4rev1\r\n', 'the greeting of a mail server'],
    ['+OK POP3\r\n', 'the greeting of a mail server'],
    ['SSH-2.0-x\r\n', 'the greeting of an SSH server'],
    ['whatever', 'something else than a TLS record'],
    ['\x16\x02\x00', 'something else than a TLS record'],
    ['\x17\x03\x03\x00\x00', 'something else than a TLS record'],
    ['{', 'something else than a TLS record'],
  ])('%j', (answer, found) => {
    for (const size of [1, 2, 100]) expect(read(text(answer), size).outcome).toEqual({ kind: 'not-tls', found });
  });
});

describe('refuses what TLS forbids', () => {
  const hello = record(handshake, serverHello());
  const list = (octets: readonly number[]): Uint8Array => record(handshake, message(11, Uint8Array.from(octets)));

  test.each<readonly [string, Uint8Array, string]>([
    ['a record of 16,385 bytes', record(handshake, new Uint8Array(16_385)), 'a record is longer than TLS allows'],
    ['an empty record', record(handshake, new Uint8Array()), 'a record of the handshake is empty'],
    ['an alert of one byte', record(21, Uint8Array.of(2)), 'an alert is malformed'],
    [
      'a Certificate first',
      record(handshake, certificateMessage([first])),
      'the handshake does not begin with a ServerHello',
    ],
    [
      'a ServerHello that is cut',
      record(handshake, message(2, serverHello().slice(4, 30))),
      'its ServerHello is malformed',
    ],
    ['a version of the future', flight([first], { version: 0x0304 }), 'its ServerHello is malformed'],
  ])('%s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  test.each<readonly [string, Uint8Array, string]>([
    [
      'no certificate at all',
      record(handshake, message(14, new Uint8Array())),
      'the handshake goes on without a certificate',
    ],
    ['an empty list', list([0, 0, 0]), 'its list of certificates is empty'],
    ['a list longer than its message', list([0, 0, 9, 0, 0, 1, 0x30]), 'its list of certificates is malformed'],
    ['a certificate longer than its list', list([0, 0, 4, 0, 0, 2, 0x30]), 'its list of certificates is malformed'],
    ['a certificate of no length', list([0, 0, 3, 0, 0, 0]), 'its list of certificates is malformed'],
    ['a rest behind the last certificate', list([0, 0, 5, 0, 0, 1, 0x30, 0]), 'its list of certificates is malformed'],
    ['a message of two bytes', list([0, 0]), 'its list of certificates is malformed'],
    ['a record of another version', Uint8Array.of(22, 2, 0, 0, 1, 0), 'a record is malformed'],
    ['encrypted data', record(23, new Uint8Array(30)), 'a record of another kind comes before the certificates'],
  ])('%s', (_, bytes, reason) => {
    expect(reasonOf(hello, bytes)).toBe(reason);
  });
});

describe('limits the work', () => {
  test('to 50 certificates', () => {
    const many = Array.from({ length: 51 }, () => first);
    expect(reasonOf(flight(many))).toBe('it sends more than 50 certificates');
  });

  test('to 256 KiB in all', () => {
    const warnings = concat(...Array.from({ length: 4096 }, () => alert(1, 112)));
    const { outcome, unread } = read(concat(...Array.from({ length: 20 }, () => warnings)), 1024);
    expect(outcome).toMatchObject({ reason: 'it sends more than 262144 bytes' });
    expect(20 * warnings.length - unread).toBe(257 * 1024);
  });

  test('to the size that a message announces, before it comes', () => {
    const announced = record(handshake, Uint8Array.of(2, 0xff, 0xff, 0xff));
    expect(reasonOf(announced)).toBe('it sends more than 262144 bytes');
  });
});
