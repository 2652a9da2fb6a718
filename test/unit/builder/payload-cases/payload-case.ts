import type { ProfileBuilder } from '../../../../src/builder/profile-builder.js';
import type { DeviceContext } from '../../../../src/device/device-context.js';
import { readCertificate } from '../../../../src/pki/read-certificates.js';
import type { PayloadInput } from '../../../../src/profile/payload-input.js';
import { pkcs12Identity } from '../../../../src/profile/pkcs12-identity.js';
import type { PayloadType } from '../../../../src/schema/generated/payload-content.js';
import { leaf, rootCA } from '../../../support/authorities.js';
import { identityFile } from '../../../support/identity-file.js';

export const rootFile = rootCA();
export const root = readCertificate(rootFile.der);
export const serverFile = leaf(rootFile);
export const server = readCertificate(serverFile.der);
const anna = identityFile('Anna');
export const identity = pkcs12Identity(anna.bytes, { password: anna.password });
export const vpnUuid = '0F0E0D0C-0B0A-4908-8706-050403020100';

export interface PayloadCase {
  readonly name: string;
  readonly type: PayloadType;
  /** The systems that it is for, with the oldest versions that have all that it uses. */
  readonly context: DeviceContext;
  readonly add: (builder: ProfileBuilder) => ProfileBuilder;
  /** Apple's keys, by hand. */
  readonly content: object;
}

export function caseOf<Type extends PayloadType>(
  name: string,
  type: Type,
  context: DeviceContext,
  add: (builder: ProfileBuilder) => ProfileBuilder,
  content: PayloadInput<Type>,
): PayloadCase {
  return { name, type, context, add, content };
}

export const apple = (iOS: string, macOS: string): DeviceContext => ({
  platforms: { iOS: { from: iOS }, macOS: { from: macOS } },
});
export const iPhone = (from: string): DeviceContext => ({ platforms: { iOS: { from } } });
export const mac = (from: string): DeviceContext => ({ platforms: { macOS: { from } } });
export const until26: DeviceContext = {
  platforms: { iOS: { from: '17.0', to: '26' }, macOS: { from: '14.0', to: '26' } },
};
