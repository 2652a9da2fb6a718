import { describe, expect, test } from 'vitest';
import { findNameConstraintViolations } from '../../../../src/trust/names/name-constraints.js';
import type { Certificate } from '../../../../src/pki/certificate.js';
import { context, contextPrimitive, sequence } from '../../../support/der.js';
import { encodeGeneralName, everyGeneralName, type GeneralNameInput } from '../../../support/general-name.js';
import { pathOf, violationsOf } from './constrained-path.js';

const dns = (...names: string[]): GeneralNameInput[] => names.map((dNSName) => ({ dNSName }));
const labOnly = { nameConstraints: { permitted: dns('lab.example') } };

function found(path: readonly Certificate[], anchorConstrains = true): readonly string[] {
  const { violations } = findNameConstraintViolations(path, { anchorConstrains });
  return violations.map(({ by, certificate, reason, name }) => {
    return `${String(path.indexOf(by))} over ${String(path.indexOf(certificate))}: ${reason} ${name}`;
  });
}

describe('which certificates constrain', () => {
  const server = { subjectAltName: dns('evil.example') };

  test('a path without constraints, a single certificate and no path at all have no violations', () => {
    expect(found(pathOf(server, {}, {}))).toEqual([]);
    expect(found(pathOf({ ...server, ...labOnly }).slice(0, 1))).toEqual([]);
    expect(found([])).toEqual([]);
  });

  test('the anchor does when it is asked for', () => {
    const path = pathOf(server, {}, labOnly);
    expect(found(path)).toEqual(['2 over 0: not-permitted evil.example']);
    expect(found(path, false)).toEqual([]);
  });

  test('an intermediate does either way', () => {
    const path = pathOf(server, labOnly, {});
    expect(found(path)).toEqual(['1 over 0: not-permitted evil.example']);
    expect(found(path, false)).toEqual(['1 over 0: not-permitted evil.example']);
  });

  test('the leaf does not constrain itself', () => {
    expect(found(pathOf({ ...server, ...labOnly }, {}, {}))).toEqual([]);
  });

  test('each one counts for itself, so that a name has to be permitted by all', () => {
    const path = (...names: string[]): readonly Certificate[] =>
      pathOf(
        { subjectAltName: dns(...names) },
        { nameConstraints: { permitted: dns('a.lab.example', 'b.example') } },
        { nameConstraints: { permitted: dns('lab.example') } },
        {},
      );
    expect(found(path('x.a.lab.example'))).toEqual([]);
    expect(found(path('b.example', 'c.lab.example'))).toEqual([
      '2 over 0: not-permitted b.example',
      '1 over 0: not-permitted c.lab.example',
    ]);
  });
});

describe('whose names are constrained', () => {
  const bad = { subjectAltName: dns('evil.example') };
  const good = { subjectAltName: dns('lab.example') };

  test('those of every certificate below', () => {
    expect(found(pathOf(bad, bad, labOnly))).toEqual(
      ['2 over 1: not-permitted evil.example', '2 over 0: not-permitted evil.example'].reverse(),
    );
    expect(found(pathOf(good, bad, labOnly))).toEqual(['2 over 1: not-permitted evil.example']);
  });

  test('not those of the CA itself and above', () => {
    expect(found(pathOf(good, { ...bad, ...labOnly }, bad))).toEqual([]);
  });

  test('a self-issued intermediate is exempt, a self-issued leaf is not', () => {
    const renewed = { subject: 'Lab Root', ...bad };
    expect(found(pathOf(good, renewed, labOnly))).toEqual([]);
    expect(found(pathOf(renewed, labOnly))).toEqual(['1 over 0: not-permitted evil.example']);
  });
});

describe('which names of a certificate are constrained', () => {
  test('the subject and every entry of the subjectAltName', () => {
    const server = { subject: 'Someone', subjectAltName: [...dns('a.example'), ...everyGeneralName] };
    const constraints = { excluded: [...dns(''), { directoryName: [] }, { iPAddress: '::/::' }] };
    expect(violationsOf(constraints, server)).toEqual([
      'excluded directoryName CN=Someone',
      'excluded dNSName a.example',
      'excluded dNSName lab.example',
      'excluded directoryName C=DE, CN=Lab Ä',
      'excluded iPAddress 2001:db8::1',
    ]);
  });

  test('an empty subject is none', () => {
    expect(violationsOf({ permitted: [{ directoryName: 'Someone' }] }, { subject: [] })).toEqual([]);
  });

  test('forms that are not constrained are free', () => {
    expect(
      violationsOf({ permitted: dns('lab.example') }, { subject: 'x', subjectAltName: [{ iPAddress: '10.0.0.1' }] }),
    ).toEqual([]);
  });

  test('mail addresses of the subject are constrained as rfc822Name, with or without a subjectAltName', () => {
    const subject = [['emailAddress', 'root@evil.example']] as const;
    const expected = ['not-permitted rfc822Name root@evil.example'];
    const constraints = { permitted: [{ rfc822Name: 'lab.example' }] };
    expect(violationsOf(constraints, { subject })).toEqual(expected);
    expect(violationsOf(constraints, { subject, subjectAltName: [{ rfc822Name: 'root@lab.example' }] })).toEqual(
      expected,
    );
  });

  test('the commonName is no DNS name', () => {
    expect(violationsOf({ permitted: dns('lab.example') }, { subject: 'evil.example' })).toEqual([]);
  });
});

describe('permitted and excluded', () => {
  test('a name may be in any of the permitted subtrees of its form', () => {
    const constraints = { permitted: [...dns('a.example', 'b.example'), { iPAddress: '10.0.0.0/255.0.0.0' }] };
    expect(violationsOf(constraints, { subjectAltName: dns('b.example') })).toEqual([]);
  });

  test('exclusion prevails over permission', () => {
    const constraints = { permitted: dns('lab.example'), excluded: dns('b.lab.example') };
    expect(violationsOf(constraints, { subjectAltName: dns('a.lab.example', 'b.lab.example') })).toEqual([
      'excluded dNSName b.lab.example',
    ]);
  });

  test('a name can fail both', () => {
    const constraints = { permitted: dns('lab.example'), excluded: dns('evil.example') };
    expect(violationsOf(constraints, { subjectAltName: dns('evil.example') })).toEqual([
      'excluded dNSName evil.example',
      'not-permitted dNSName evil.example',
    ]);
  });

  test('constraints count whether the extension is critical or not', () => {
    const constraints = { permitted: dns('lab.example'), critical: false };
    expect(violationsOf(constraints, { subjectAltName: dns('evil.example') })).toEqual([
      'not-permitted dNSName evil.example',
    ]);
  });
});

describe('what cannot be evaluated', () => {
  const other = everyGeneralName.filter(
    (name) => 'otherName' in name || 'x400Address' in name || 'ediPartyName' in name || 'registeredID' in name,
  );

  test('other forms are refused in a critical extension, each once', () => {
    const expected = ['otherName', 'x400Address', 'ediPartyName', 'registeredID'].map(
      (form) => `unsupported-form ${form}`,
    );
    expect(violationsOf({ permitted: [...other, ...other] }, {})).toEqual(expected);
    expect(violationsOf({ excluded: other }, {})).toEqual(expected);
  });

  test('other forms are passed over in an extension that is not critical', () => {
    expect(violationsOf({ permitted: other, critical: false }, { subjectAltName: other })).toEqual([]);
  });

  const withFields = (...fields: Uint8Array[]): readonly string[] => {
    const subtree = sequence(encodeGeneralName({ dNSName: 'lab.example' }), ...fields);
    const value = sequence(context(1, subtree));
    const path = pathOf({}, { extraExtensions: [{ oid: '2.5.29.30', critical: false, value }] }, {});
    const { violations } = findNameConstraintViolations(path, { anchorConstrains: true });
    return violations.map(({ reason, form }) => `${reason} ${form}`);
  };

  test('minimum has to be 0 and maximum absent', () => {
    const zero = Uint8Array.of(0);
    const one = Uint8Array.of(1);
    expect(withFields()).toEqual([]);
    expect(withFields(contextPrimitive(0, zero))).toEqual([]);
    expect(withFields(contextPrimitive(0, one))).toEqual(['unsupported-form minimum']);
    expect(withFields(contextPrimitive(1, zero))).toEqual(['unsupported-form maximum']);
    expect(withFields(contextPrimitive(0, zero), contextPrimitive(1, one))).toEqual(['unsupported-form maximum']);
  });
});

describe('the work', () => {
  const names = Array.from({ length: 20 }, (_, index) => `a${index}.example`);
  const path = pathOf(
    { subjectAltName: dns(...names) },
    { nameConstraints: { excluded: dns(...names.map((name) => `x.${name}`)) } },
    { nameConstraints: { excluded: dns('evil.example') } },
  );

  test('is counted', () => {
    // The root's one subtree meets 20 names, the intermediate's 20 subtrees meet them too.
    expect(findNameConstraintViolations(path, { anchorConstrains: true })).toEqual({
      violations: [],
      comparisons: 420,
    });
    expect(findNameConstraintViolations(path, { anchorConstrains: true, maxComparisons: 420 }).violations).toEqual([]);
  });

  test('stops at the limit with the name whose turn it was', () => {
    const { violations, comparisons } = findNameConstraintViolations(path, {
      anchorConstrains: true,
      maxComparisons: 61,
    });
    expect(comparisons).toBe(61);
    const [by, certificate] = [path[1], path[0]];
    expect(violations).toEqual([{ by, certificate, name: 'a2.example', form: 'dNSName', reason: 'limit' }]);
  });

  test('stops for all CAs at once', () => {
    const { violations } = findNameConstraintViolations(path, { anchorConstrains: true, maxComparisons: 0 });
    expect(violations).toMatchObject([{ by: path[2], reason: 'limit' }]);
  });
});
