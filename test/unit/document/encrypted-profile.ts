import { constants, createCipheriv, publicEncrypt } from 'node:crypto';
import {
  encryptProfile,
  isProfilewrightError,
  parseProfile,
  ProfileBuilder,
  type ProfilewrightError,
} from 'profilewright';
import { rootCA } from '../../support/authorities.js';
import {
  algorithmIdentifier,
  context,
  contextPrimitive,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  set,
} from '../../support/der.js';
import { readChildren } from '../../support/der-reader.js';
import { deviceIdentity } from '../../support/device-identity.js';
import { cmsOid, issuerAndSerialNumber } from '../../support/signed-message.js';
import { testKey, type KeyKind } from '../../support/test-key.js';

export const profile = new ProfileBuilder({ identifier: 'com.example.office', displayName: 'Office' })
  .addRootCA(rootCA().der)
  .addPayload('com.apple.mail.managed', {
    EmailAccountType: 'EmailTypeIMAP',
    IncomingMailServerAuthentication: 'EmailAuthPassword',
    IncomingMailServerHostName: 'imap.example.com',
    OutgoingMailServerAuthentication: 'EmailAuthPassword',
    OutgoingMailServerHostName: 'smtp.example.com',
    OutgoingPassword: 'SENTINEL',
  })
  .build();
export const kinds: readonly KeyKind[] = ['rsa-2048', 'p256', 'p384'];
export const [rsa, p256] = [deviceIdentity('rsa-2048'), deviceIdentity('p256')];
const p384 = deviceIdentity('p384');
export const encrypted = encryptProfile(profile, [rsa.der, p256.der, p384.der]);
export const envelope = parseProfile(encrypted).dictionary['EncryptedPayloadContent'] as Uint8Array;
export const keyOf = (kind: KeyKind, index = 0) => testKey(kind, index).privateKey;

/** The encrypted profile with another envelope. */
export function withEnvelope(bytes: Uint8Array): string {
  const text = Buffer.from(encrypted).toString();
  return text.replace(/(<data>)[^<]*/, `$1${Buffer.from(bytes).toString('base64')}`);
}

/** Where some octets stand in others. */
export function places(bytes: Buffer, part: Buffer): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) found.push(at);
  return found;
}

export function errorOf(run: () => unknown): ProfilewrightError {
  try {
    run();
  } catch (error) {
    if (isProfilewrightError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The parts of the EnvelopedData: version, recipients, and what is encrypted; put together again by `rebuild`. */
export const [enveloped] = readChildren(readChildren(envelope)[1]!.raw);
const [version, recipientInfos, info] = readChildren(enveloped!.raw);
export const recipients = recipientInfos!;
export const [type, algorithm, content] = readChildren(info!.raw);
export const rebuild = (infos: Uint8Array, ...contentInfo: readonly Uint8Array[]): string =>
  withEnvelope(
    sequence(readChildren(envelope)[0]!.raw, context(0, sequence(version!.raw, infos, sequence(...contentInfo)))),
  );

/** EnvelopedData (RFC 5652 section 6.1) around anything, for the RSA key: AES-128-CBC, PKCS#1 v1.5. */
export function envelopeAround(plain: Uint8Array | string): Uint8Array {
  const [contentKey, iv] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)];
  const cipher = createCipheriv('aes-128-cbc', contentKey, iv);
  const octets = Buffer.concat([cipher.update(plain), cipher.final()]);
  const encryptedKey = publicEncrypt(
    { key: testKey('rsa-2048').publicKey, padding: constants.RSA_PKCS1_PADDING },
    contentKey,
  );
  const transport = algorithmIdentifier(cmsOid.rsaEncryption, nullValue());
  const recipient = sequence(integer(0), issuerAndSerialNumber(rsa), transport, octetString(encryptedKey));
  const aes128 = sequence(oid('2.16.840.1.101.3.4.1.2'), octetString(iv));
  const body = sequence(oid(cmsOid.data), aes128, contextPrimitive(0, octets));
  return sequence(oid(cmsOid.envelopedData), context(0, sequence(integer(0), set(recipient), body)));
}

export const openOr = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
};
