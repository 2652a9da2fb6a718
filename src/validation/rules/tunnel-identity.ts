import { issue, type Issue } from '../../diagnostics/issue.js';
import { textOf, type PlacedDictionary } from '../../profile/codec.js';
import { certificateOf } from '../content/payload-certificates.js';
import { tunnelsOf } from '../content/vpn-tunnels.js';
import { payloadsNamed } from '../profile-memo.js';
import type { ProfileContext } from './profile-rule.js';

/** With IKEv2 a device signs as CertificateType says, and not as its key is: the two have to agree. */
export function* tunnelFitsIdentity(context: ProfileContext): Generator<Issue> {
  for (const payload of context.payloads) {
    for (const { pointer, dictionary } of tunnelsOf(payload, ['IKEv2'])) {
      // With EAP the identity is for EAP-TLS, which looks at the key itself.
      const isForIke =
        textOf(dictionary, 'AuthenticationMethod') === 'Certificate' && dictionary['ExtendedAuthEnabled'] !== 1;
      const key = isForIke ? keyNamed(textOf(dictionary, 'PayloadCertificateUUID'), context) : undefined;
      if (key === undefined) continue;
      const given = textOf(dictionary, 'CertificateType');
      const [fitting] = key.types;
      // What is no type at all is told by the schema.
      const isType = given === undefined || Object.values(curves).includes(given) || rsa.types.includes(given);
      if (fitting === undefined || !isType || key.types.includes(given ?? 'RSA')) continue;
      const where = { pointer: given === undefined ? pointer : `${pointer}/CertificateType` };
      yield issue('ikev2-certificate-type', where, {
        key: key.name,
        fitting,
        ...(given === undefined ? {} : { given }),
      });
    }
  }
}

interface IdentityKey {
  readonly name: string;
  /** What CertificateType may be for it. */
  readonly types: readonly string[];
}

const rsa: IdentityKey = { name: 'RSA', types: ['RSA', 'RSA-PSS'] };
const curves: Readonly<Record<string, string>> = { 'P-256': 'ECDSA256', 'P-384': 'ECDSA384', 'P-521': 'ECDSA521' };
const sizes: Readonly<Record<string, number>> = { 'P-256': 256, 'P-384': 384, 'P-521': 521 };

function curveOf(bits: unknown): string {
  return Object.keys(sizes).find((curve) => sizes[curve] === bits) ?? '';
}

function ec(curve: string): IdentityKey | undefined {
  const type = Object.hasOwn(curves, curve) ? curves[curve] : undefined;
  return type === undefined ? undefined : { name: `EC ${curve}`, types: [type] };
}

/** The key of the identity with a PayloadUUID; undefined when it cannot be known. */
function keyNamed(uuid: string | undefined, context: ProfileContext): IdentityKey | undefined {
  const [payload] = uuid === undefined ? [] : payloadsNamed(context, '/PayloadUUID', uuid).values();
  return payload === undefined ? undefined : keyOf(payload, context);
}

function keyOf(payload: PlacedDictionary, context: ProfileContext): IdentityKey | undefined {
  const { dictionary } = payload;
  switch (textOf(dictionary, 'PayloadType')) {
    case 'com.apple.security.pkcs12': {
      const key = certificateOf(payload, context)?.publicKey;
      if (key?.algorithm === 'RSA') return rsa;
      return key?.curve === undefined ? undefined : ec(key.curve);
    }
    case 'com.apple.security.scep':
      return rsa;
    case 'com.apple.security.acme':
      return textOf(dictionary, 'KeyType') === 'RSA' ? rsa : ec(curveOf(dictionary['KeySize']));
    default:
      return undefined;
  }
}
