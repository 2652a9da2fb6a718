import { describe, expect, test } from 'vitest';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { readServerTarget, type ServerTarget } from '../../../src/live/server-target.js';

describe('a target', () => {
  test.each<readonly [ServerTarget, unknown]>([
    ['intranet.example', { host: 'intranet.example', port: 443, servername: 'intranet.example' }],
    ['Intranet.Example:8443', { host: 'intranet.example', port: 8443, servername: 'intranet.example' }],
    ['  nas \n', { host: 'nas', port: 443, servername: 'nas' }],
    ['https://nas.lan', { host: 'nas.lan', port: 443, servername: 'nas.lan' }],
    ['HTTPS://nas.lan:5001/photo?a=b:c@d', { host: 'nas.lan', port: 5001, servername: 'nas.lan' }],
    ['https://nas.lan?a', { host: 'nas.lan', port: 443, servername: 'nas.lan' }],
    ['nas.lan.:443', { host: 'nas.lan.', port: 443, servername: 'nas.lan' }],
    ['my_nas.lan', { host: 'my_nas.lan', port: 443, servername: 'my_nas.lan' }],
    ['bücher.example:1', { host: 'xn--bcher-kva.example', port: 1, servername: 'xn--bcher-kva.example' }],
    ['127.1:443', { host: '127.0.0.1', port: 443 }],
    ['192.0.2.1:65535', { host: '192.0.2.1', port: 65_535 }],
    ['[2001:db8::1]:8443', { host: '2001:db8::1', port: 8443 }],
    ['[::1]', { host: '::1', port: 443 }],
    ['::1', { host: '::1', port: 443 }],
    ['https://[::1]:9/', { host: '::1', port: 9 }],
    ['fe80::1%eth0', { host: 'fe80::1%eth0', port: 443 }],
    [{ host: '::1' }, { host: '::1', port: 443 }],
    [
      { host: '[::1]', port: 2 },
      { host: '::1', port: 2 },
    ],
    [
      { host: 'nas', port: 2 },
      { host: 'nas', port: 2, servername: 'nas' },
    ],
    [
      { host: '192.0.2.1', servername: 'NAS.example.' },
      { host: '192.0.2.1', port: 443, servername: 'nas.example' },
    ],
    [
      { host: 'a.example', servername: 'b.example' },
      { host: 'a.example', port: 443, servername: 'b.example' },
    ],
  ])('%j is understood', async (target, expected) => {
    expect(await readServerTarget(target)).toEqual(expected);
  });

  test.each<readonly [ServerTarget, string]>([
    ['', 'the host is neither a name nor an IP address'],
    ['https://', 'the host is neither a name nor an IP address'],
    ['https:///path', 'the host is neither a name nor an IP address'],
    ['nas lan', 'the host is neither a name nor an IP address'],
    ['nas/path', 'the host is neither a name nor an IP address'],
    ['a..b', 'the host is neither a name nor an IP address'],
    [`${'a'.repeat(64)}.example`, 'the host is neither a name nor an IP address'],
    [`${'a.'.repeat(127)}example`, 'the host is neither a name nor an IP address'],
    ['*.example', 'the host is neither a name nor an IP address'],
    ['nas\0.lan', 'the host is neither a name nor an IP address'],
    ['nas?', 'the host is neither a name nor an IP address'],
    ['nas\\path', 'the host is neither a name nor an IP address'],
    ['n%61s', 'the host is neither a name nor an IP address'],
    ['nas\uff0fpath', 'the host is neither a name nor an IP address'],
    ['256.1.1.1', 'the host is neither a name nor an IP address'],
    [{ host: 'nas:443' }, 'the host is neither a name nor an IP address'],
    ['http://nas.lan', 'the URL is not one of https'],
    ['imaps://nas.lan:993', 'the URL is not one of https'],
    ['nas:', 'it is not of the form host:port'],
    ['nas:x', 'it is not of the form host:port'],
    ['nas:443:1', 'it is not of the form host:port'],
    ['nas:123456', 'it is not of the form host:port'],
    ['[::1', 'it is not of the form host:port'],
    ['[::1]x', 'it is not of the form host:port'],
    ['nas:0', 'the port is not a number from 1 to 65535'],
    ['nas:65536', 'the port is not a number from 1 to 65535'],
    [{ host: 'nas', port: 1.5 }, 'the port is not a number from 1 to 65535'],
    [{ host: 'nas', port: NaN }, 'the port is not a number from 1 to 65535'],
    ['[nas]:443', 'there is no IPv6 address between the brackets'],
    ['[127.0.0.1]', 'there is no IPv6 address between the brackets'],
    [{ host: 'nas', servername: '192.0.2.1' }, 'the servername is an IP address, which no server can be asked for'],
    [{ host: 'nas', servername: '' }, 'the host is neither a name nor an IP address'],
  ])('%j is refused', async (target, reason) => {
    await expect(readServerTarget(target)).rejects.toMatchObject({ code: 'ERR_SERVER_TARGET', details: { reason } });
  });

  test.each<readonly [ServerTarget, string]>([
    ['x'.repeat(3000), 'the text is too long'],
    [{ host: 'x'.repeat(3000) }, 'the host name is too long'],
  ])('that is very long is refused before it is looked at', async (target, reason) => {
    await expect(readServerTarget(target)).rejects.toMatchObject({ details: { reason } });
  });

  test('with a password in it is refused without repeating it', async () => {
    const refused = await readServerTarget('https://admin:s3cret@nas.lan/').catch((error: unknown) => error);
    if (!isProfilewrightError(refused, 'ERR_SERVER_TARGET')) throw refused;
    expect(JSON.stringify([refused.message, refused.hint, refused.details])).not.toMatch(/s3cret|admin/);
    expect(refused.details.reason).toBe('it holds a user name');
  });

  test.each<readonly [unknown, string]>([
    [undefined, 'target must be'],
    [null, 'target must be'],
    [443, 'target must be'],
    [{}, 'target.host must be'],
    [{ host: 'nas', port: '443' }, 'target.port must be'],
    [{ host: 'nas', servername: 1 }, 'target.servername must be'],
  ])('of a wrong type (%j) is a TypeError', async (target, message) => {
    const error: unknown = await readServerTarget(target as ServerTarget).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(message);
  });
});
