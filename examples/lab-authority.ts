/**
 * A certification authority for the examples, made anew in memory with every run: no key of it is ever written to a disk.
 * A root that shall be trusted for longer belongs into the hands of a real CA.
 */
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

const { asn1, pki } = forge;

/** A certificate and the private key that belongs to it. */
export interface LabIdentity {
  readonly key: KeyObject;
  /** PEM. */
  readonly certificate: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** Makes a private key: RSA with 2048 bits, because node-forge describes the keys of issuers for RSA only. */
export function createLabKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

/** Makes a self-signed root as an iPhone wants it. With the key of an older root of the same name it is a renewal. */
export function createLabRoot(name: string, key: KeyObject = createLabKey()): LabIdentity {
  const extensions = [
    { name: 'basicConstraints', critical: true, cA: true },
    { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
  ];
  return {
    key,
    certificate: issue({ subject: name, publicKey: createPublicKey(key), extensions, days: 3650 }, name, key),
  };
}

/** Makes a key in memory and has `issuer` certify it as a signer of profiles. */
export function createLabSigner(issuer: LabIdentity, name: string, key: KeyObject = createLabKey()): LabIdentity {
  return { key, certificate: certifySigner(issuer, name, createPublicKey(key)) };
}

/** Makes a key in memory and has `issuer` certify it as a client of TLS: of Wi-Fi, a VPN or a website. */
export function createLabClient(issuer: LabIdentity, name: string, key: KeyObject = createLabKey()): LabIdentity {
  return { key, certificate: certify(issuer, name, createPublicKey(key), { clientAuth: true }) };
}

/** Makes a key in memory and has `issuer` certify it as a server of TLS. */
export function createLabServer(issuer: LabIdentity, host: string): LabIdentity {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const names = { name: 'subjectAltName', altNames: [{ type: 2, value: host }] };
  return { key, certificate: certify(issuer, host, createPublicKey(key), { serverAuth: true }, [names]) };
}

/** The identity as a PKCS#12 file that every system of Apple imports, with the certificate of its issuer. */
export function encodeLabPkcs12({ key, certificate }: LabIdentity, issuer: LabIdentity, password: string): Uint8Array {
  const privateKey = pki.privateKeyFromPem(key.export({ type: 'pkcs1', format: 'pem' }).toString());
  const chain = [certificate, issuer.certificate].map((text) => pki.certificateFromPem(text));
  const file = forge.pkcs12.toPkcs12Asn1(privateKey, chain, password, { algorithm: '3des' });
  return new Uint8Array(Buffer.from(asn1.toDer(file).getBytes(), 'latin1'));
}

/** Certifies a key, of any kind, whose private half is somewhere else. */
export function certifySigner(issuer: LabIdentity, name: string, publicKey: KeyObject): string {
  return certify(issuer, name, publicKey, { codeSigning: true, emailProtection: true });
}

function certify(
  issuer: LabIdentity,
  name: string,
  publicKey: KeyObject,
  purposes: object,
  others: readonly object[] = [],
): string {
  const extensions = [
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true },
    { name: 'extKeyUsage', ...purposes },
    ...others,
  ];
  const issuerName = String(pki.certificateFromPem(issuer.certificate).subject.attributes[0]?.value);
  return issue({ subject: name, publicKey, extensions, days: 365 }, issuerName, issuer.key);
}

interface Request {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly object[];
  readonly days: number;
}

function issue({ subject, publicKey, extensions, days }: Request, issuer: string, issuerKey: KeyObject): string {
  const issuerPublicKey = createPublicKey(issuerKey);
  const certificate = pki.createCertificate();
  certificate.serialNumber = randomSerialNumber();
  certificate.validity = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + days * DAY) };
  certificate.setSubject(distinguishedName(subject));
  certificate.setIssuer(distinguishedName(issuer));
  certificate.setExtensions([
    ...extensions,
    { id: pki.oids['subjectKeyIdentifier'], value: octetString(keyIdentifier(publicKey)) },
    { name: 'authorityKeyIdentifier', keyIdentifier: keyIdentifier(issuerPublicKey) },
  ]);
  certificate.signatureOid = certificate.siginfo.algorithmOid = String(pki.oids['sha256WithRSAEncryption']);
  certificate.signature = '';
  certificate.publicKey = pki.publicKeyFromPem(pem(issuerPublicKey));
  return signCertificate(pki.certificateToAsn1(certificate), publicKey, issuerKey);
}

/** Puts the certified key in the place that the issuer's key has kept for it, and the signature behind it. */
function signCertificate(certificate: forge.asn1.Asn1, publicKey: KeyObject, issuerKey: KeyObject): string {
  const [toBeSigned, algorithm] = children(certificate);
  if (toBeSigned === undefined || algorithm === undefined) throw new Error('node-forge made no certificate');
  children(toBeSigned)[6] = asn1.fromDer(binary(spki(publicKey)));
  const signature = sign('sha256', Buffer.from(asn1.toDer(toBeSigned).getBytes(), 'latin1'), issuerKey);
  const bits = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.BITSTRING, false, `\0${binary(signature)}`);
  const signed = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [toBeSigned, algorithm, bits]);
  return forge.pem.encode({ type: 'CERTIFICATE', body: asn1.toDer(signed).getBytes() });
}

function distinguishedName(commonName: string): forge.pki.CertificateField[] {
  return [
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: 'Lab' },
  ];
}

/** 127 random bits behind a first byte that keeps the INTEGER positive and as short as it can be. */
function randomSerialNumber(): string {
  return `4${randomBytes(16).toString('hex').slice(1)}`;
}

/** RFC 7093 section 2, method 4: a hash of the SubjectPublicKeyInfo, cut to the usual 20 bytes. */
function keyIdentifier(publicKey: KeyObject): string {
  return binary(createHash('sha256').update(spki(publicKey)).digest().subarray(0, 20));
}

function octetString(content: string): string {
  return asn1.toDer(asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, content)).getBytes();
}

function children({ value }: forge.asn1.Asn1): forge.asn1.Asn1[] {
  return typeof value === 'string' ? [] : value;
}

function spki(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' });
}

function pem(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** Bytes as node-forge has them: one character for each. */
function binary(bytes: Buffer): string {
  return bytes.toString('latin1');
}
