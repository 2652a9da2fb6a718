import { describe, expect, test } from 'vitest';
import { evaluateTrust } from '../../../../src/trust/evaluate-trust.js';
import type { TrustQuery } from '../../../../src/trust/trust-query.js';
import { intermediateCA, leaf, rootCA } from '../../../support/authorities.js';
import { at, decode } from './trust-case.js';

const issuedRoot = rootCA();
const issuedIntermediate = intermediateCA(issuedRoot);
const root = decode(issuedRoot);
const intermediate = decode(issuedIntermediate);
const server = decode(leaf(issuedIntermediate));

const query: TrustQuery = {
  chain: [server, intermediate],
  anchors: [{ certificate: root, source: 'user' }],
  policy: { kind: 'tls-server' },
  at,
};

const call = (changes: object): unknown => evaluateTrust({ ...query, ...changes });

describe('wrong arguments are a TypeError that names them', () => {
  test.each([
    ['no chain', { chain: undefined }, 'query.chain'],
    ['one certificate in place of a chain', { chain: server }, 'query.chain'],
    ['an empty chain', { chain: [] }, 'query.chain'],
    ['PEM in the chain', { chain: ['-----BEGIN CERTIFICATE-----'] }, 'query.chain'],
    ['bytes in the chain', { chain: [server.raw] }, 'query.chain'],
    ['a hole in the chain', { chain: [server, undefined] }, 'query.chain'],
    ['no anchors', { anchors: undefined }, 'query.anchors'],
    ['one anchor in place of a list', { anchors: query.anchors[0] }, 'query.anchors'],
    ['a certificate in place of an anchor', { anchors: [root] }, 'query.anchors'],
    ['nothing in place of an anchor', { anchors: [null] }, 'query.anchors'],
    ['an anchor of unknown source', { anchors: [{ certificate: root, source: 'admin' }] }, 'query.anchors'],
    ['an anchor without a source', { anchors: [{ certificate: root }] }, 'query.anchors'],
    ['no policy', { policy: undefined }, 'query.policy'],
    ['a policy by its name', { policy: 'tls-server' }, 'query.policy'],
    ['an unknown policy', { policy: { kind: 'tls-client' } }, 'query.policy'],
    [
      'a misspelt host name',
      { policy: { kind: 'tls-server', hostName: 'a.example' } },
      'query.policy.hostName is not known',
    ],
    [
      'the names of another policy',
      { policy: { kind: 'tls-server', names: ['a'] } },
      'query.policy.names is not known',
    ],
    ['a number as host name', { policy: { kind: 'tls-server', hostname: 5 } }, 'query.policy.hostname'],
    ['null as host name', { policy: { kind: 'tls-server', hostname: null } }, 'query.policy.hostname'],
    ['one text as names', { policy: { kind: 'eap-server', names: 'a.example' } }, 'query.policy.names'],
    ['numbers as names', { policy: { kind: 'eap-server', names: [5] } }, 'query.policy.names'],
    ['a misspelt query', { plattform: undefined }, 'query.plattform is not known'],
    ['a text as the time', { at: '2026-01-01' }, 'query.at'],
    ['a time that is none', { at: new Date(Number.NaN) }, 'query.at'],
    ['a limit of nothing', { limits: { maxPaths: 0 } }, 'query.limits.maxPaths'],
    ['a limit that is no number', { limits: { maxSignatureChecks: Number.NaN } }, 'query.limits.maxSignatureChecks'],
    ['a limit without an end', { limits: { maxPathLength: Infinity } }, 'query.limits.maxPathLength'],
    ['a limit as a text', { limits: { maxCertificates: '5' } }, 'query.limits.maxCertificates'],
    ['a number in place of limits', { limits: 5 }, 'query.limits'],
    ['a misspelt limit', { limits: { maxPath: 5 } }, 'query.limits.maxPath is not known'],
    ['null as the system', { platform: null }, 'platform'],
    ['an unknown system', { platform: { os: 'iPadOS', version: '17.0' } }, 'platform'],
    ['a version that is none', { platform: { os: 'iOS', version: 'seventeen' } }, 'platform'],
  ])('%s', (_, changes, name) => {
    expect(() => call(changes)).toThrow(TypeError);
    expect(() => call(changes)).toThrow(new RegExp(`^${name.replaceAll('.', '\\.')}`));
  });

  test('no query at all', () => {
    expect(() => evaluateTrust(undefined as unknown as TrustQuery)).toThrow(/^query must be an object/);
  });
});

describe('what is left out', () => {
  test('is the present, the newest system and the usual limits', () => {
    expect(call({ at: undefined, platform: undefined, limits: undefined })).toMatchObject({ verdict: 'trusted' });
  });

  test('leaves a limit as it is, not without an end', () => {
    const many = Array.from({ length: 60 }, () => decode(intermediateCA(issuedRoot, { keyUsage: ['cRLSign'] })));
    const chain = [server, ...many];
    expect(call({ chain, limits: { maxPaths: undefined } })).toEqual(call({ chain }));
    expect(call({ chain })).toMatchObject({ verdict: 'refused', considered: { paths: 50 } });
  });
});

describe('the result', () => {
  test('is frozen, and begins with the certificate in question', () => {
    const result = evaluateTrust(query);
    expect(result.path[0]).toBe(server);
    expect(result.path.at(-1)).toBe(root);
    for (const value of [result, result.path, result.issues, result.considered])
      expect(Object.isFrozen(value)).toBe(true);
  });

  test('is the same every time, and the query is left alone', () => {
    const before = { ...query, chain: [...query.chain], anchors: [...query.anchors] };
    expect(evaluateTrust(query)).toEqual(evaluateTrust(query));
    expect(query).toEqual(before);
  });

  test('without anchors says what is missing, and throws nothing', () => {
    const result = evaluateTrust({ ...query, anchors: [] });
    expect(result.verdict).toBe('refused');
    expect(result.issues.map(({ code }) => code)).toEqual(['issuer-not-found']);
    expect(result.path).toEqual([server, intermediate]);
  });
});
