import { ProfileBuilder, signProfile, type Profile } from 'profilewright';
import { compare, type Ratio } from './measure.js';
import { benchRoot, benchSigner, type BenchSigner } from './material.js';

const targets = [
  { kind: 'rsa-2048', checked: 0.88, unchecked: 0.85 },
  { kind: 'rsa-4096', checked: 0.95, unchecked: undefined },
  { kind: 'p256', checked: 0.65, unchecked: 0.5 },
] as const;

/** Signing a profile that is built already, self-check on and off. */
export async function* benchCms(): AsyncGenerator<Ratio> {
  const profile = new ProfileBuilder().addRootCA(benchRoot()).build();
  for (const { kind, checked, unchecked } of targets) {
    const bench = await benchSigner(kind);
    yield compareSigning(bench, profile, checked, true);
    if (unchecked !== undefined) yield compareSigning(bench, profile, unchecked, false);
  }
}

function compareSigning(
  { name, signer, rawSign, rawSignAndVerify }: BenchSigner,
  profile: Profile,
  target: number,
  verify: boolean,
): Promise<Ratio> {
  return compare({
    name: `sign, ${name}, self-check ${verify ? 'on' : 'off'}`,
    target,
    operation: () => signProfile(profile, signer, { verify }),
    ceiling: verify ? rawSignAndVerify : rawSign,
  });
}
