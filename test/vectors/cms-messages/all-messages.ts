import { refusedAlgorithms } from './algorithm-messages.js';
import { changedMessages, contentConfusion, wrongAttributes } from './attribute-messages.js';
import type { CmsMessage } from './cms-message.js';
import { brokenEncodings, soundEncodings } from './encoded-messages.js';
import { ecdsaSignatures, rsaSignatures } from './signature-messages.js';
import { certificateBags, signerCounts, signerIdentities } from './signer-messages.js';
import { soundAlgorithms, soundButUntrusted, soundForms } from './sound-messages.js';

/** The whole table, by what it is about. */
export const allMessages: Readonly<Record<string, readonly CmsMessage[]>> = {
  'sound algorithms': soundAlgorithms,
  'sound forms': soundForms,
  'sound signatures of signers without trust': soundButUntrusted,
  'sound encodings': soundEncodings,
  'broken encodings': brokenEncodings,
  'numbers of signers': signerCounts,
  'names of signers': signerIdentities,
  'bags of certificates and kinds of messages': certificateBags,
  'changed messages': changedMessages,
  'wrong attributes': wrongAttributes,
  'contents taken for others': contentConfusion,
  'RSA signatures': rsaSignatures,
  'ECDSA signatures': ecdsaSignatures,
  'refused algorithms': refusedAlgorithms,
};
