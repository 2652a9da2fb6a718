/**
 * 8. Set up a mail account whose server has a certificate of a private CA, without "Cannot Verify Server Identity".
 *
 *     npx tsx examples/08-mail-with-private-ca.ts ca.pem imap-fullchain.pem
 *
 * writes out/08-mail-with-private-ca.mobileconfig. Without files, a root and a server of a lab are made.
 *
 * The account and the root travel in one profile, so that one cannot be installed without the other. Whether the device
 * will then take the server's certificate is asked before: a missing name, a missing intermediate or a validity of more
 * than 825 days is told here, and not by the mail app of everybody. Installed by hand, the root has to be switched on too.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { evaluateTrust, ProfileBuilder, readCertificate, readCertificates, type Issue } from 'profilewright';
import { createLabRoot, createLabServer } from './lab-authority.js';
import { runProgram } from './lab-program.js';

const host = 'imap.lab.example';

export interface MailFiles {
  /** The root of the mail server: PEM or DER. */
  readonly root: string | Uint8Array;
  /** What the mail server sends: its certificate and the intermediates. */
  readonly chain: string | Uint8Array;
}

/** Writes the profile to `output`, unless the device would refuse the server; tells what there is to know. */
export function mailWithPrivateCA({ root: file, chain }: MailFiles, output: string): readonly Issue[] {
  const root = readCertificate(file);
  const trust = evaluateTrust({
    chain: readCertificates(chain),
    anchors: [{ certificate: root, source: 'installed' }],
    policy: { kind: 'tls-server', hostname: host },
  });
  if (trust.verdict === 'refused') return trust.issues;
  const profile = new ProfileBuilder({
    identifier: 'com.example.lab.mail',
    displayName: 'Lab Mail',
    organization: 'Lab',
    scope: 'User', // On a Mac, accounts belong to somebody.
  })
    .addRootCA(root)
    .addMail({
      protocol: 'imap',
      accountDescription: 'Lab',
      // Neither an address nor a password: one profile for all, and each is asked for their own.
      incoming: { host, port: 993, useSsl: true, authentication: 'password' },
      outgoing: { host, port: 587, useSsl: true, authentication: 'password', passwordSameAsIncoming: true },
    })
    .build();
  writeFileSync(output, profile.toBytes());
  return [...trust.issues, ...profile.issues];
}

await runProgram(import.meta.url, ([root, chain]) => {
  const output = 'out/08-mail-with-private-ca.mobileconfig';
  mkdirSync('out', { recursive: true });
  const files =
    root === undefined || chain === undefined
      ? createLabFiles()
      : { root: readFileSync(root), chain: readFileSync(chain) };
  const issues = mailWithPrivateCA(files, output);
  for (const { severity, message, code, hint } of issues) {
    console.log(`${severity}: ${message} [${code}]${hint === undefined ? '' : `\n  hint: ${hint}`}`);
  }
  if (issues.some(({ severity }) => severity === 'error')) return 1;
  console.log(`wrote ${output}`);
  return 0;
});

function createLabFiles(): MailFiles {
  const root = createLabRoot('Lab Root CA');
  return { root: root.certificate, chain: createLabServer(root, host).certificate };
}
