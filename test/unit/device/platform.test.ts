import { describe, expect, test } from 'vitest';
import { iosGeneration, newestPlatform } from '../../../src/device/platform.js';

describe('iosGeneration', () => {
  test.each([
    ['iOS', '10.3.1', 10],
    ['iOS', '26', 26],
    ['tvOS', '17.4', 17],
    ['macOS', '10.11', 9],
    ['macOS', '10.15.7', 13],
    ['macOS', '11', 14],
    ['macOS', '15.1', 18],
    ['macOS', '26.1', 26],
    ['watchOS', '6', 13],
    ['watchOS', '11.2', 18],
    ['watchOS', '26', 26],
    ['visionOS', '1.1', 17],
    ['visionOS', '2', 18],
    ['visionOS', '26', 26],
  ] as const)('%s %s came with iOS %i', (os, version, generation) => {
    expect(iosGeneration({ os, version })).toBe(generation);
  });

  test.each([
    { os: 'iOS', version: 'seventeen' },
    { os: 'iOS', version: '' },
    { os: 'iOS', version: '17.4b' },
    { os: 'ios', version: '17' },
    { os: 'toString', version: '17' },
  ])('refuses $os $version', (platform) => {
    expect(() => iosGeneration(platform as never)).toThrow(/^platform must be/);
  });

  test('knows the newest itself', () => {
    expect(iosGeneration(newestPlatform)).toBeGreaterThanOrEqual(26);
  });
});
