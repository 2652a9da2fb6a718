import { quoted, type EffectivePayload } from './effective-payload.js';
import { findPayloadRisks, riskKinds, type RiskKind } from './payload-risks.js';
import { enrolmentServer, type ProfileEffect, type ProfileSettings } from './profile-effects.js';

/** What somebody should know before installing a profile of others. */
export interface ProfileRisk extends ProfileEffect {
  readonly kind: RiskKind;
}

/**
 * Looks for what reaches far: management by a server, new roots, traffic that others see, software that runs and what it may
 * do without asking, a profile that cannot be removed, passwords inside, checks that get weaker, and what nobody can see. The
 * gravest stand first.
 */
export function findRisks(
  settings: ProfileSettings,
  payloads: readonly EffectivePayload[],
  { secrets, isKnown }: { readonly secrets: readonly string[]; readonly isKnown: (type: string) => boolean },
): ProfileRisk[] {
  const found = [
    ...payloads.flatMap((payload) =>
      findPayloadRisks(payload, isKnown).map(([kind, text]) => ({ pointer: payload.pointer, kind, text })),
    ),
    ...removalRisks(settings, payloads),
    ...encryptionRisks(settings),
    ...enrolmentRisks(settings),
    ...(secrets.length === 0 ? [] : [passwordRisk(secrets)]),
  ];
  return riskKinds.flatMap((kind) => found.filter((risk) => risk.kind === kind));
}

function removalRisks(settings: ProfileSettings, payloads: readonly EffectivePayload[]): ProfileRisk[] {
  const password = payloads.find(({ type }) => type === 'com.apple.profileRemovalPassword');
  if (password !== undefined) {
    const text = 'the profile can be removed only with a password, on a Mac or a supervised device';
    return [{ pointer: password.pointer, kind: 'no-removal', text }];
  }
  if (settings['PayloadRemovalDisallowed'] !== true) return [];
  const text = 'the profile cannot be removed by hand, on a Mac or a supervised device';
  return [{ pointer: '/PayloadRemovalDisallowed', kind: 'no-removal', text }];
}

function encryptionRisks(settings: ProfileSettings): ProfileRisk[] {
  const key = ['EncryptedPayloadContent', 'IsEncrypted'].find((name) => (settings[name] ?? false) !== false);
  const text = 'its payloads are encrypted: what they do cannot be seen here';
  return key === undefined ? [] : [{ pointer: `/${key}`, kind: 'cannot-be-seen', text }];
}

function enrolmentRisks(settings: ProfileSettings): ProfileRisk[] {
  const service = enrolmentServer(settings);
  if (service === undefined) return [];
  const server = quoted(service, 'URL');
  const text = `what the server${server === undefined ? '' : ` ${server}`} answers is installed, and cannot be seen here`;
  return [{ pointer: service.pointer, kind: 'cannot-be-seen', text }];
}

function passwordRisk(secrets: readonly string[]): ProfileRisk {
  const values = secrets.length === 1 ? 'a secret stands' : `${String(secrets.length)} secrets stand`;
  return { pointer: secrets[0] ?? '', kind: 'password-inside', text: `${values} in the file for whoever gets it` };
}
