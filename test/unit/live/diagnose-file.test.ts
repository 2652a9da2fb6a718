import { expect, test } from 'vitest';
import { diagnoseServer, type DiagnoseServerOptions } from '../../../src/live/diagnose-server.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { pemBundle } from '../../support/pem.js';

const root = rootCA();
const issuing = intermediateCA(root);
const server = leaf(issuing);
const options: DiagnoseServerOptions = { anchors: [readCertificate(root.pem)] };
const fullchain = { chain: pemBundle(server, issuing), hostname: 'lab.example' };
const codes = ({ issues }: { readonly issues: readonly { readonly code: string }[] }): string[] =>
  issues.map(({ code }) => code);

test('the file of a server is judged like the server', async () => {
  const manual = await diagnoseServer(fullchain, options);
  expect([manual.verdict, codes(manual)]).toEqual(['after-switch', ['trust-manual-toggle']]);
  expect(manual.server).toMatchObject({
    hostname: 'lab.example',
    sent: [{ name: '"lab.example"' }, { role: 'intermediate' }],
  });
  expect((await diagnoseServer(fullchain, { ...options, install: 'configurator' })).verdict).toBe('trusted');
  const late = await diagnoseServer(fullchain, { ...options, at: new Date('2001-01-01') });
  expect(late.verdict).toBe('refused');
});

test('a file without an intermediate, for another name or with the root in it', async () => {
  expect(codes(await diagnoseServer({ chain: server.der }, options))).toContain('issuer-not-found');
  expect(codes(await diagnoseServer({ ...fullchain, hostname: 'other.example' }, options))).toContain('host-name');
  const whole = pemBundle(server, issuing, root);
  expect(codes(await diagnoseServer({ chain: whole }, { ...options, install: 'mdm' }))).toEqual(['server-sends-root']);
  const shuffled = pemBundle(server, root, issuing);
  expect(codes(await diagnoseServer({ chain: shuffled }, { ...options, install: 'mdm' }))).toContain('chain-order');
});

test('the platform counts, and the newest is assumed', async () => {
  const chain = pemBundle(leaf(issuing, { extendedKeyUsage: ['clientAuth'] }), issuing);
  expect((await diagnoseServer({ chain }, { ...options, install: 'mdm' })).verdict).toBe('refused');
  const noIntermediate = { chain: server.pem };
  const before = await diagnoseServer(fullchain, { ...options, platform: { os: 'iOS', version: '10.2' } });
  expect(before.verdict).toBe('trusted');
  expect((await diagnoseServer(noIntermediate, options)).verdict).toBe('refused');
});

test('what is no file of certificates is refused with its code, and slips of the caller are TypeErrors', async () => {
  await expect(diagnoseServer({ chain: 'fullchain.pem' }, options)).rejects.toMatchObject({
    code: 'ERR_INPUT_IS_PATH',
  });
  await expect(diagnoseServer({ ...fullchain, hostname: 5 as never }, options)).rejects.toThrow(/^target\.hostname/);
  await expect(diagnoseServer({ chain: 5 as never }, options)).rejects.toThrow(TypeError);
  await expect(diagnoseServer(fullchain, { ...options, install: 'usb' as never })).rejects.toThrow(/^options\.install/);
});

test('a signal that has fired ends it with its reason', async () => {
  const reason = new Error('enough');
  await expect(diagnoseServer(fullchain, { ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
