import type { Dictionary, RuleExamples } from './rule-example.js';

const teacher = { Identifier: 'teacher', Name: 'Ada Teacher' };
const pupil = { Identifier: 'pupil', Name: 'Pat Pupil' };
const group = (BeaconID: number, more: Dictionary = {}): Dictionary => ({
  BeaconID,
  Name: `Class ${String(BeaconID)}`,
  MemberIdentifiers: ['pupil'],
  ...more,
});
const devices = (Identifier: string, Name: string): Dictionary => ({
  Identifier,
  Name,
  SerialNumbers: ['C39LABLABLAB'],
});
const shared = {
  OrganizationUUID: '0000ED00-0000-4000-8000-000000000000',
  OrganizationName: 'Lab School',
  Groups: [group(1)],
  Users: [teacher, pupil],
};
const school = (more: Dictionary): Dictionary => ({ ...shared, UserIdentifier: 'teacher', ...more });
const department = (...GroupBeaconIDs: number[]): Dictionary => ({
  Departments: [{ Name: 'Science', GroupBeaconIDs }],
});

export const rules: RuleExamples = {
  'education-beacon-id-16-bit': {
    fires: school({ Groups: [group(1), group(65536)] }),
    quiet: school({ Groups: [group(1), group(65535)] }),
    at: '/Groups/1/BeaconID',
  },
  'education-beacon-ids-unique': {
    fires: school({ Groups: [group(1), group(1, { Name: 'Class 2' })] }),
    quiet: school({ Groups: [group(1), group(2, { Name: 'Class 1' })] }),
    at: '/Groups/1/BeaconID',
  },
  'education-user-identifiers-unique': {
    fires: school({ Users: [teacher, pupil, { ...pupil, Name: 'Kim Pupil' }] }),
    quiet: school({ Users: [teacher, pupil, { ...pupil, Identifier: 'pupil-2' }] }),
    at: '/Users/2/Identifier',
  },
  'education-device-group-identifiers-unique': {
    fires: school({ DeviceGroups: [devices('cart', 'Cart'), devices('cart', 'Desk')] }),
    quiet: school({ DeviceGroups: [devices('cart', 'Cart'), devices('desk', 'Desk')] }),
    at: '/DeviceGroups/1/Identifier',
  },
  'education-device-group-names-unique': {
    fires: school({ DeviceGroups: [devices('cart', 'Cart'), devices('desk', 'Cart')] }),
    quiet: school({ DeviceGroups: [devices('cart', 'Cart'), devices('desk', 'Desk')] }),
    at: '/DeviceGroups/1/Name',
  },
  'education-members-defined': {
    fires: school({ Groups: [group(1, { MemberIdentifiers: ['pupil', 'stranger'] })] }),
    quiet: school({ Groups: [group(1, { MemberIdentifiers: ['pupil', 'teacher'] })] }),
    at: '/Groups/0/MemberIdentifiers/1',
  },
  'education-device-groups-defined': {
    fires: school({
      Groups: [group(1, { DeviceGroupIdentifiers: ['desk'] })],
      DeviceGroups: [devices('cart', 'Cart')],
    }),
    quiet: school({
      Groups: [group(1, { DeviceGroupIdentifiers: ['cart'] })],
      DeviceGroups: [devices('cart', 'Cart')],
    }),
    at: '/Groups/0/DeviceGroupIdentifiers/0',
  },
  'education-departments-defined': {
    fires: school(department(1, 2)),
    quiet: school(department(1)),
    at: '/Departments/0/GroupBeaconIDs/1',
  },
  'education-user-defined': {
    fires: school({ UserIdentifier: 'stranger' }),
    quiet: school({ UserIdentifier: 'pupil' }),
    at: '/UserIdentifier',
  },
  'education-shared-ipad-no-user-identifier': { fires: school({}), quiet: shared, at: '/UserIdentifier' },
  'education-shared-ipad-needs-apple-account': {
    fires: { ...shared, Users: [{ ...pupil, AppleID: 'pupil@example.com' }, teacher] },
    quiet: { ...shared, Users: [{ ...pupil, AppleID: 'pupil@example.com' }] },
    at: '/Users/1',
  },
  'education-ios-needs-supervision': {
    fires: school({}),
    quiet: school({}),
    quietContext: { platforms: { iOS: { from: '17.0' } }, supervised: true },
    at: '',
  },
};
