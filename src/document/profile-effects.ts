import { describeEffect } from './effect-words.js';
import { isRecord, listNames, quoted, textsOf, valueAt, type EffectivePayload } from './effective-payload.js';
import type { ReportedValue } from './redact-content.js';

/** What a profile changes on the device, in plain words. */
export interface ProfileEffect {
  readonly pointer: string;
  readonly text: string;
}

/** The top-level keys without those that have a place of their own in a report. */
export type ProfileSettings = Readonly<Record<string, ReportedValue>>;

/** What a profile does when it is installed: one sentence a payload, in their order, and when it goes again. */
export function describeEffects(settings: ProfileSettings, payloads: readonly EffectivePayload[]): ProfileEffect[] {
  return [
    ...payloads.map((payload) => ({ pointer: payload.pointer, text: describeEffect(payload) })),
    ...enrolmentEffects(settings),
    ...removalEffects(settings),
  ];
}

/** The server of a profile that asks for what the device is, to answer with another one: the first phase of an over-the-air enrolment. */
export function enrolmentServer(settings: ProfileSettings): EffectivePayload | undefined {
  const content = settings['PayloadContent'];
  if (settings['PayloadType'] !== 'Profile Service' || !isRecord(content)) return undefined;
  return { pointer: '/PayloadContent', type: 'Profile Service', content };
}

function enrolmentEffects(settings: ProfileSettings): ProfileEffect[] {
  const service = enrolmentServer(settings);
  if (service === undefined) return [];
  const asked = listNames(textsOf(valueAt(service, 'DeviceAttributes'))) || 'facts';
  const server = quoted(service, 'URL');
  const place = server === undefined ? '' : ` at ${server}`;
  const text = `sends ${asked} of the device to a server${place}, and installs what it answers`;
  return [{ pointer: service.pointer, text }];
}

function* removalEffects({
  RemovalDate: date,
  DurationUntilRemoval: seconds,
}: ProfileSettings): Generator<ProfileEffect> {
  // A date has been written in ISO 8601 by now.
  if (typeof date === 'string' && /^\d{4}-/.test(date)) {
    yield { pointer: '/RemovalDate', text: `is removed by the device itself on ${date.slice(0, 'YYYY-MM-DD'.length)}` };
  }
  if (typeof seconds === 'number') {
    yield { pointer: '/DurationUntilRemoval', text: `is removed by the device itself after ${duration(seconds)}` };
  }
}

const units: readonly (readonly [unit: string, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** In the largest unit that needs no fraction. */
function duration(seconds: number): string {
  const whole = Math.floor(seconds);
  const [unit, size] = units.find(([, length]) => whole >= length && whole % length === 0) ?? ['second', 1];
  const number = whole / size;
  return `${String(number)} ${unit}${number === 1 ? '' : 's'}`;
}
