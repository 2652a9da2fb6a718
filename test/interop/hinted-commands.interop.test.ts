import { expect, test } from 'vitest';
import { readCertificate } from '../../src/pki/read-certificates.js';
import { diagnoseRoot } from '../../src/trust/diagnose-root.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import { readHostName } from '../../src/trust/names/host-name.js';
import { rootCommand } from '../../src/trust/root-command.js';
import { serverCommand } from '../../src/trust/server-command.js';
import { root } from './interop-authority.js';
import { run, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, take } = workFolder('hinted-commands');
const shell = (command: string): Verdict => run('sh', ['-c', command], { cwd: folder });

test.each(['shop.lab', '192.168.1.10', '2001:db8::1', `${'a'.repeat(60)}.lab.example`])(
  'the commands of the hints make a root and a server below it that devices trust: %s',
  (hostname) => {
    const host = readHostName(hostname);
    if (host === undefined) throw new Error('no host');
    for (const command of [rootCommand(root.certificate), serverCommand(host)]) {
      const made = shell(command);
      expect(made.status, made.text).toBe(0);
    }
    const made = readCertificate(take('ca.pem'));
    expect(diagnoseRoot(made)).toEqual([]);
    const { verdict, issues } = evaluateTrust({
      chain: [readCertificate(take('server.pem'))],
      anchors: [{ certificate: made, source: 'user' }],
      policy: { kind: 'tls-server', hostname },
    });
    expect({ verdict, codes: issues.map(({ code }) => code) }).toEqual({
      verdict: 'trusted',
      codes: ['valid-since-recently'],
    });
    const option = host.kind === 'dns' ? '-verify_hostname' : '-verify_ip';
    expect(shell(`openssl verify -CAfile ca.pem ${option} ${hostname} server.pem`).status).toBe(0);
  },
);
