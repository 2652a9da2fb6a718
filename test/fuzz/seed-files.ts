import { ProfileBuilder } from '../../src/builder/profile-builder.js';
import { sealEnvelope } from '../../src/cms/seal-envelope.js';
import { encryptProfile } from '../../src/document/encrypt-profile.js';
import { readCertificate } from '../../src/pki/read-certificates.js';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import { context, octetString, tlv } from '../support/der.js';
import { deviceIdentity } from '../support/device-identity.js';
import { pem } from '../support/pem.js';
import { keyIdentifierOfSigner, signedMessage, type SignedMessageOptions } from '../support/signed-message.js';
import { toBer } from '../support/to-ber.js';
import { array, ascii, bigEndian, binaryDocument, dict } from '../unit/plist/binary-document.js';

/** Sound files of every form that is read, made at run time: what is spoilt begins here. */
export function seedFiles(): Uint8Array[] {
  const root = rootCA();
  const profile = new ProfileBuilder({ displayName: 'Größe <&>', consentText: 'Text' })
    .addRootCA([root.pem, intermediateCA(root).pem])
    .addPayload('com.example.app', { List: [1, true, new Date(0), new Uint8Array(30), 2n ** 63n, { Key: 0.5 }] })
    .build();
  const xml = profile.toBytes();
  const [utf16, small] = [Buffer.from(`\ufeff${profile.toXml()}`, 'utf16le'), xml.subarray(0, 900)];
  const signer = leaf(root);
  const message = (changes: Partial<SignedMessageOptions> = {}) => signedMessage({ signer, content: xml, ...changes });
  const signed = message();
  const chunks = tlv(0x24, octetString(xml.subarray(0, 100)), octetString(xml.subarray(100)));
  const endless = toBer(context(0, tlv(0x24, octetString(xml))), { where: 'everywhere' });
  const sid = keyIdentifierOfSigner(signer.keyIdentifier!);
  const binary = binaryDocument([
    dict([1, 2, 3], [4, 5, 6]),
    [0x5b, ...Buffer.from('PayloadType')],
    ascii('a'),
    [0x5e, ...Buffer.from('PayloadContent')],
    [0x5d, ...Buffer.from('Configuration')],
    [0x14, ...bigEndian(0, 8), ...bigEndian(2n ** 63n, 8)],
    array(7, 8, 9, 0x0a),
    dict([1], [2]),
    [0x43, 1, 2, 3],
    [0x33, ...bigEndian(0x41b8_7654_3210_0000n, 8)],
    [0x62, 0xd8, 0x3d, 0xde, 0x00],
  ]);
  const recipient = readCertificate(deviceIdentity('p256').der);
  const encrypted = encryptProfile(profile, recipient);
  const envelope = sealEnvelope(xml, [recipient], 'subjectKeyIdentifier');
  return [
    xml,
    utf16,
    small,
    binary,
    signed,
    toBer(signed),
    toBer(signed, { lengths: 'padded' }),
    message({ attributes: 'absent' }),
    message({ eContent: context(0, chunks) }),
    message({ eContent: endless }),
    message({ content: binary, version: 3, signerVersion: 3, sid }),
    message({ content: signed }),
    Buffer.from(pem('PKCS7', signed)),
    Buffer.from(Buffer.from(signed).toString('base64')),
    Buffer.from(
      `Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n${Buffer.from(signed).toString('base64')}`,
    ),
    encrypted,
    toBer(envelope, { where: 'everywhere' }),
    root.der,
    Buffer.from(root.pem),
  ];
}
