import { holdsAtInstall } from '../../device/install-condition.js';
import { isDictionary } from '../../schema/plist-type.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import type { RuleOverride } from '../compiled-rule.js';
import type { Scalar } from '../fragment/fragment.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { hasKey } from '../fragment/find-faults.js';
import { schemaOfKey } from '../support-facts.js';
import { valuesAt } from '../rule-path.js';
import type { RuleKind, RulePlace } from './rule-place.js';

/**
 * Overrides that name defaults: a key whose default is not the usual one on a device that is known, or not the same on all
 * of them, should be written. Nothing is said of devices that are not known.
 */
export const defaultIsClear: RuleKind<readonly RuleOverride[]> = function* (overrides, place) {
  for (const path of new Set(overrides.filter((override) => override.default !== undefined).map(({ path }) => path))) {
    const end = path.lastIndexOf('/');
    const [outer, key] = [path.slice(0, end), path.slice(end + 1)];
    for (const { path: found, value } of valuesAt(place.dictionary, outer)) {
      if (!isDictionary(value) || hasKey(value, key)) continue;
      const defaults = defaultsFor(
        overrides.filter((override) => override.path === path),
        place,
      );
      if (defaults.size < 2) continue;
      const pointer = pointerOf(found, place.pointer);
      const shown = [...defaults].map((one) => JSON.stringify(one)).join(' or ');
      yield {
        pointer,
        missing: key,
        found: `"${key}" is missing${pointer === '' ? '' : ` at ${pointer}`}, which means ${shown}`,
        advice: `write "${key}"`,
      };
    }
  }
};

/** The defaults of the devices that are known and differ from the usual one, and that one beside them. */
function defaultsFor(overrides: readonly RuleOverride[], place: RulePlace): ReadonlySet<Scalar> {
  const { device, isEncrypted } = place.context;
  const isUsual = ({ platforms, when }: RuleOverride): boolean => platforms === undefined && when === undefined;
  const special = overrides.filter((override) => {
    const { platforms, when = {} } = override;
    const isNamed = platforms?.some((platform) => device.platforms?.[platform] !== undefined) ?? true;
    return !isUsual(override) && isNamed && holdsAtInstall(when, { ...device, encrypted: isEncrypted }) === true;
  });
  if (special.length === 0) return new Set();
  const usual = overrides.find(isUsual)?.default ?? tableDefault(overrides[0]?.path ?? '', place);
  return new Set([...special.map((override) => override.default), usual].filter((value) => value !== undefined));
}

/** What the key table says. */
function tableDefault(path: string, { payloadType, context }: RulePlace): Scalar | undefined {
  const root = context.schemaOf(payloadType);
  let schema: JsonSchema | undefined = root;
  for (const key of path.split('/').slice(1)) {
    schema = schema === undefined || root === undefined ? undefined : schemaOfKey(schema, key, root);
  }
  return typeof schema === 'object' ? (schema['default'] as Scalar | undefined) : undefined;
}
