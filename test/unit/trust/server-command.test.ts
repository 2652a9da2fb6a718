import { describe, expect, test } from 'vitest';
import { readHostName } from '../../../src/trust/names/host-name.js';
import { serverCommand } from '../../../src/trust/server-command.js';

const commandFor = (host: string): string => serverCommand(readHostName(host) ?? { kind: 'dns', name: 'HOST' });

describe('serverCommand', () => {
  test.each([
    ['Shop.Lab', '"/CN=shop.lab" -addext subjectAltName=DNS:shop.lab -addext'],
    ['bücher.lan', '"/CN=xn--bcher-kva.lan" -addext subjectAltName=DNS:xn--bcher-kva.lan -addext'],
    ['192.168.1.1', '"/CN=192.168.1.1" -addext subjectAltName=IP:192.168.1.1 -addext'],
    ['[2001:db8::1]', '"/CN=2001:db8::1" -addext subjectAltName=IP:2001:db8::1 -addext'],
  ])('names %s as a certificate names it', (host, words) => {
    expect(commandFor(host)).toContain(`-subj ${words}`);
  });

  test('makes no CA, and what a server needs', () => {
    expect(commandFor('shop.lab')).toContain('-addext basicConstraints=critical,CA:FALSE');
    expect(commandFor('shop.lab')).toContain('-addext extendedKeyUsage=serverAuth');
  });

  test('gives openssl no commonName that it refuses', () => {
    const long = `${'a'.repeat(60)}.lab.example`;
    expect(commandFor(long)).toContain(`-subj "/CN=server" -addext subjectAltName=DNS:${long} `);
  });
});
