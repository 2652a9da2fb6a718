import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import { openSignedData } from '../../src/cms/open.js';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { verifyProfile, type VerifyProfileOptions } from '../../src/document/verify-profile.js';
import { readCertificates } from '../../src/pki/read-certificates.js';
import { rootCA } from '../support/authorities.js';
import { intermediate, profile, root } from '../vectors/cms-messages/cms-message.js';
import { gnupgSigner, gnutlsSigner, nssSigner } from './signers/database-signers.js';
import { jobsOf, type ForeignSigner, type SigningJob } from './signers/foreign-signer.js';
import { bouncyCastleSigner, goSigner, pythonSigner } from './signers/library-signers.js';
import { opensslSigners } from './signers/openssl-signer.js';
import { workFolder } from './work-folder.js';

const libraries = [pythonSigner, goSigner, bouncyCastleSigner];
const signers: readonly ForeignSigner[] = [...opensslSigners, gnutlsSigner, nssSigner, gnupgSigner, ...libraries];

const { folder } = workFolder('cms-signers');

const anchors = readCertificates(root.pem);
const stranger = readCertificates(rootCA({ subject: 'Another Root' }).pem);

describe.each(signers)('what $name signs', (signer) => {
  const jobs = jobsOf(signer);
  let made: Uint8Array[] | undefined;
  const messageOf = (job: SigningJob, context: TestContext): Uint8Array => {
    made ??= signer.sign(jobs, mkdtempSync(join(folder, 'signer-')), context);
    return made[jobs.indexOf(job)] ?? new Uint8Array();
  };

  test.for(jobs)('$name is opened', (job, context) => {
    const bytes = messageOf(job, context);
    const { form } = job;
    const expected = form.isAlone === true ? ['Not Verified', 'issuer-not-found'] : ['Verified'];
    const verified = verifyProfile(bytes, { anchors });
    expect([verified.shownAs, ...verified.issues.map(({ code }) => code)].sort()).toEqual(
      [...expected, ...(form.issues ?? [])].sort(),
    );
    expect(Buffer.from(verified.content).equals(profile)).toBe(true);
    expect(Buffer.from(verified.signer.raw).equals(job.signer.der)).toBe(true);
    expect(shownWith(bytes, { anchors: readCertificates(intermediate.pem) })).toBe('Verified');
    expect(shownWith(bytes, { anchors: stranger })).toBe('Not Verified');
    expect(shownWith(bytes, { anchors: 'none' })).toBe('Not Verified');
  });

  test.for(jobs.filter(({ form }) => form.isText !== true))(
    '$name has the digest that was asked for, and is refused with one bit changed',
    (job, context) => {
      const bytes = Buffer.from(messageOf(job, context));
      expect(openSignedData(bytes).digestAlgorithm).toBe(`SHA-${(job.form.digest ?? 'sha256').slice(3)}`);
      bytes[bytes.indexOf('<?xml')]! ^= 1;
      const isBare = job.form.issues?.includes('no-signed-attributes') === true;
      expect(codeOf(bytes)).toBe(isBare ? 'ERR_CMS_SIGNATURE_WRONG' : 'ERR_CMS_DIGEST_MISMATCH');
    },
  );
});

const shownWith = (bytes: Uint8Array, options: VerifyProfileOptions): string => verifyProfile(bytes, options).shownAs;

function codeOf(bytes: Uint8Array): string {
  try {
    return shownWith(bytes, { anchors });
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}
