/** When a rule holds, or a fact about a key: by system, by version, and by what is known of the device. */
export interface Conditions {
  readonly platforms?: readonly string[];
  readonly since?: Readonly<Record<string, string>>;
  readonly until?: Readonly<Record<string, string>>;
  readonly when?: Readonly<Record<string, unknown>>;
}

const circumstances: Readonly<Record<string, string>> = {
  'install manual': 'when installed by hand',
  'install mdm': 'when installed by MDM',
  'enrollment user': 'under user enrolment',
  'channel device': 'in the device channel',
  'channel user': 'in the user channel',
  'supervised true': 'when supervised',
  'supervised false': 'when not supervised',
  'encrypted true': 'in an encrypted profile',
  'encrypted false': 'in a profile that is not encrypted',
  'sharedIPad true': 'on Shared iPad',
};

/** Conditions in words: `macOS since 10.15, when installed by MDM`. Empty when there are none. */
export function describeConditions({ platforms, since = {}, until = {}, when = {} }: Conditions): string {
  const words = Object.entries(when).map(([name, value]) => {
    const circumstance = `${name} ${String(value)}`;
    return circumstances[circumstance] ?? circumstance;
  });
  const systems = platforms?.map((system) => [system, ...bounds(since[system], until[system])].join(' '));
  return [...(systems ?? [...versions('since', since), ...versions('before', until)]), ...words].join(', ');
}

/** When the conditions do not hold, in words: `before macOS 10.10`, `on other systems than macOS`. */
export function describeOpposite(conditions: Conditions): string {
  const { platforms, since = {}, until = {}, when = {} } = conditions;
  const bounded = Object.keys({ ...since, ...until });
  if (Object.keys(when).length === 0) {
    if (platforms === undefined && bounded.length === 1) return describeConditions({ since: until, until: since });
    if (platforms !== undefined && bounded.length === 0) return `on other systems than ${platforms.join(', ')}`;
  }
  return `unless ${describeConditions(conditions)}`;
}

/** Without a list of systems, it holds on all of them, and the versions are those of some. */
function versions(word: string, bySystem: Readonly<Record<string, string>>): string[] {
  const all = Object.entries(bySystem).map(([system, version]) => `${system} ${version}`);
  return all.length === 0 ? [] : [`${word} ${all.join(', ')}`];
}

function bounds(since: string | undefined, until: string | undefined): string[] {
  return [...(since === undefined ? [] : [`since ${since}`]), ...(until === undefined ? [] : [`before ${until}`])];
}
