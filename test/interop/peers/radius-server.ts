import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pemBundle } from '../../support/pem.js';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import { keyPem } from './key-pem.js';
import { freePorts, startServer, type RunningServer } from './start-server.js';

export interface RadiusServer extends RunningServer {
  readonly port: number;
  readonly secret: string;
}

export interface RadiusOptions {
  /** What it shows, its own certificate first. */
  readonly chain: readonly IssuedCertificate[];
  /** The root of the clients. */
  readonly clientRoot: IssuedCertificate;
  /** Who may come, in hostapd's own words. */
  readonly users: readonly string[];
}

/**
 * hostapd without a radio: its RADIUS server with the EAP methods inside. It cannot be told to listen on one address, so it
 * is told to answer one: that of the loopback interface, and only with a secret that is made here.
 */
export async function startRadius({ chain, clientRoot, users }: RadiusOptions, parent: string): Promise<RadiusServer> {
  const folder = mkdtempSync(join(parent, 'radius-'));
  const [port = 0] = await freePorts(1);
  const secret = randomBytes(16).toString('hex');
  const settings = {
    driver: 'none',
    interface: 'none',
    radius_server_clients: 'clients',
    radius_server_auth_port: port,
    eap_server: 1,
    eap_user_file: 'users',
    ca_cert: 'clients.pem',
    server_cert: 'server.pem',
    private_key: 'server.key',
    tls_flags: '[ENABLE-TLSv1.3]',
  };
  const put = (file: string, lines: readonly string[]) => writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  put(
    'hostapd.conf',
    Object.entries(settings).map(([key, value]) => `${key}=${value}`),
  );
  put('clients', [`127.0.0.1/32 ${secret}`]);
  put('users', users);
  put('clients.pem', [clientRoot.pem]);
  put('server.pem', [pemBundle(...chain)]);
  put('server.key', [keyPem(chain[0])]);
  const server = await startServer({
    program: 'stdbuf',
    argv: ['-oL', 'hostapd', '-d', 'hostapd.conf'],
    cwd: folder,
    ready: 'AP-ENABLED',
  });
  return { ...server, port, secret };
}
