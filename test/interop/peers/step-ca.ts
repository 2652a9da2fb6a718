import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import { lackReferee, needReferee, refereeEnvironment } from '../referee.js';
import { keyPem } from './key-pem.js';
import { freePorts, startServer, type RunningServer } from './start-server.js';

export interface StepCa extends RunningServer {
  /** Of https, where both protocols are spoken. */
  readonly origin: string;
  /** Of http, where SCEP alone is spoken. */
  readonly clearOrigin: string;
}

export interface StepCaOptions {
  readonly root: IssuedCertificate;
  /** Issues; SCEP needs an RSA key. */
  readonly issuing: IssuedCertificate;
  /** Provisioners in step-ca's own words. */
  readonly provisioners: readonly Readonly<Record<string, unknown>>[];
}

const source = join(import.meta.dirname, '..', 'go-step-ca');
const environment = { GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' };

/** Compiles it, which fetches and compiles its modules the first time on a machine. That takes a minute or two. */
async function build(folder: string, context: TestContext): Promise<string> {
  needReferee('go', context);
  const binary = join(folder, 'go-step-ca');
  const argv = ['build', '-mod=readonly', '-ldflags=-s -w', '-o', binary, '.'];
  const child = spawn('go', argv, { cwd: source, env: { ...refereeEnvironment(), ...environment } });
  let says = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (says += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  // Among the reasons is a Go that is older than step-ca wants it.
  if (status !== 0) return lackReferee(`step-ca cannot be compiled: ${says.slice(-500)}`, context);
  return binary;
}

/** A step-ca on the loopback interface, with its own data base. */
export async function startStepCa(
  { root, issuing, provisioners }: StepCaOptions,
  parent: string,
  context: TestContext,
): Promise<StepCa> {
  const folder = mkdtempSync(join(parent, 'step-ca-'));
  const program = await build(folder, context);
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('root.pem'), root.pem);
  writeFileSync(path('issuing.pem'), issuing.pem);
  writeFileSync(path('issuing.key'), keyPem(issuing));
  const [port = 0, clearPort = 0] = await freePorts(2);
  const settings = {
    root: path('root.pem'),
    crt: path('issuing.pem'),
    key: path('issuing.key'),
    address: `127.0.0.1:${port}`,
    insecureAddress: `127.0.0.1:${clearPort}`,
    dnsNames: ['127.0.0.1'],
    db: { type: 'bbolt', dataSource: path('db') },
    authority: { provisioners },
  };
  writeFileSync(path('ca.json'), JSON.stringify(settings));
  const ready = `Serving HTTPS on ${settings.address}`;
  const server = await startServer({ program, argv: ['ca.json'], cwd: folder, ready });
  return { ...server, origin: `https://127.0.0.1:${port}`, clearOrigin: `http://127.0.0.1:${clearPort}` };
}
