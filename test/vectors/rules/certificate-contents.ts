import { rootCA } from '../../support/authorities.js';
import { pem } from '../../support/pem.js';
import { testKey } from '../../support/test-key.js';

const { privateKey } = testKey('p256');
const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);

/** A sound root and its key, in the forms in which payloads hold them or should not. */
export const certificateFile = rootCA({ key: testKey('p256') });
export const keyDer = new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }));
export const certificatePem = text(certificateFile.pem);
export const certificateAndKeyPem = text(certificateFile.pem + pem('PRIVATE KEY', keyDer));
