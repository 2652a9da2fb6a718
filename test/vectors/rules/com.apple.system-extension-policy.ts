import type { RuleExamples } from './rule-example.js';

const filter = ['com.example.filter'];
const others = ['com.example.proxy'];

export const rules: RuleExamples = {
  'sysext-team-id-not-in-both': {
    fires: { AllowedTeamIdentifiers: ['LAB0000000'], AllowedSystemExtensions: { LAB0000000: filter } },
    quiet: { AllowedTeamIdentifiers: ['LAB0000001'], AllowedSystemExtensions: { LAB0000000: filter } },
    at: '/AllowedTeamIdentifiers/0',
  },
  'sysext-extension-types': {
    fires: { AllowedSystemExtensionTypes: { LAB0000000: ['NetworkExtension', 'KernelExtension'] } },
    quiet: { AllowedSystemExtensionTypes: { LAB0000000: ['NetworkExtension', 'DriverExtension'] } },
    at: '/AllowedSystemExtensionTypes/LAB0000000/1',
  },
  'sysext-removable-vs-non-removable': {
    fires: {
      RemovableSystemExtensions: { LAB0000000: filter },
      NonRemovableSystemExtensions: { LAB0000000: filter },
    },
    quiet: {
      RemovableSystemExtensions: { LAB0000000: filter },
      NonRemovableSystemExtensions: { LAB0000000: others },
    },
    at: '/RemovableSystemExtensions/LAB0000000/0',
  },
  'sysext-removable-vs-non-removable-ui': {
    fires: {
      RemovableSystemExtensions: { LAB0000000: filter },
      NonRemovableFromUISystemExtensions: { LAB0000000: filter },
    },
    quiet: {
      RemovableSystemExtensions: { LAB0000000: filter },
      NonRemovableFromUISystemExtensions: { LAB0000001: filter },
    },
    at: '/RemovableSystemExtensions/LAB0000000/0',
  },
};
