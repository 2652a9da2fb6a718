import { expect, test } from 'vitest';
import { holdsAtInstall } from '../../../src/device/install-condition.js';

test('a condition holds, does not, or cannot be known', () => {
  expect(holdsAtInstall({}, {})).toBe(true);
  expect(holdsAtInstall({ install: 'mdm' }, { install: 'mdm' })).toBe(true);
  expect(holdsAtInstall({ install: 'mdm' }, { install: 'configurator' })).toBe(false);
  expect(holdsAtInstall({ supervised: false }, {})).toBeUndefined();
  expect(holdsAtInstall({ supervised: false, install: 'mdm' }, { install: 'manual' })).toBe(false);
  expect(holdsAtInstall({ supervised: false, encrypted: false }, { supervised: false, encrypted: false })).toBe(true);
});
