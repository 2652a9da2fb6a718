import { ProfileBuilder, signProfile, type Certificate, type Signer } from 'profilewright';
import { compare, type Ratio } from './measure.js';
import { benchRoot, benchSigner } from './material.js';

const targets = [
  { kind: 'rsa-2048', inFlight: 1, target: 0.65 },
  { kind: 'p256', inFlight: 1, target: 0.3 },
  { kind: 'rsa-2048', inFlight: 16, target: 1.05 },
] as const;

/** One profile a device: built with a name of its own, validated, signed, the signature checked. */
export async function* benchBuild(): AsyncGenerator<Ratio> {
  const root = benchRoot();
  for (const { kind, inFlight, target } of targets) {
    const { name, signer, rawSignAndVerify } = await benchSigner(kind);
    yield compare({
      name: `build + validate + sign, ${name}, ${String(inFlight)} in flight`,
      target,
      operation: deviceProfiles(root, signer),
      ceiling: rawSignAndVerify,
      inFlight,
    });
  }
}

function deviceProfiles(root: Certificate, signer: Signer): () => Promise<unknown> {
  let device = 0;
  return () => {
    device += 1;
    const builder = new ProfileBuilder({ displayName: `Lab root for device ${String(device)}` });
    return signProfile(builder.addRootCA(root).build(), signer);
  };
}
