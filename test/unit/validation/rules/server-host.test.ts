import { expect, test } from 'vitest';
import { validateProfileDictionary } from '../../../../src/validation/validate-profile-dictionary.js';
import { at } from '../../trust/lab.js';
import { payload, profile, type Dictionary } from '../profile-dictionaries.js';

const told = (PayloadType: string, content: Dictionary): string[] => {
  const issues = validateProfileDictionary(profile({}, payload({ PayloadType, ...content })), { at });
  expect(JSON.stringify(issues)).not.toContain('sentinel');
  return issues.filter(({ code }) => code === 'server-host').map(({ where }) => where.pointer ?? '');
};

test.each<[type: string, key: string]>([
  ['com.apple.caldav.account', 'CalDAVHostName'],
  ['com.apple.carddav.account', 'CardDAVHostName'],
  ['com.apple.eas.account', 'Host'],
  ['com.apple.ews.account', 'Host'],
  ['com.apple.mail.managed', 'IncomingMailServerHostName'],
  ['com.apple.mail.managed', 'OutgoingMailServerHostName'],
  ['com.apple.proxy.http.global', 'ProxyServer'],
  ['com.apple.wifi.managed', 'ProxyServer'],
])('a server of %s is a host in %s, and no URL', (type, key) => {
  expect(told(type, { [key]: 'https://anna:sentinel@server.lab.test/' })).toEqual([`/PayloadContent/0/${key}`]);
  expect(told(type, { [key]: 'server.lab.test' })).toEqual([]);
});

test('a tunnel of IKEv2 leads to a host, that of a plug-in may to a URL', () => {
  const RemoteAddress = 'https://vpn.lab.test/group';
  const vpn = 'com.apple.vpn.managed';
  expect(told(vpn, { VPNType: 'IKEv2', IKEv2: { RemoteAddress } })).toEqual(['/PayloadContent/0/IKEv2/RemoteAddress']);
  expect(told(vpn, { VPNType: 'VPN', VPN: { RemoteAddress } })).toEqual([]);
});
