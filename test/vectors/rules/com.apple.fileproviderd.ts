import type { RuleExamples } from './rule-example.js';

const apps = ['com.example.drive (ABCDE12345)'];

export const rules: RuleExamples = {
  'fileprovider-remote-sync-off': {
    fires: { ManagementAllowsRemoteSyncing: false, ManagementDomainAutoEnablementList: apps },
    quiet: { ManagementAllowsRemoteSyncing: true, ManagementDomainAutoEnablementList: apps },
    at: '/ManagementDomainAutoEnablementList',
  },
  'fileprovider-known-folder-off': {
    fires: { ManagementAllowsKnownFolderSyncing: false, ManagementKnownFolderSyncingAllowList: apps },
    quiet: { ManagementAllowsKnownFolderSyncing: true, ManagementKnownFolderSyncingAllowList: apps },
    at: '/ManagementKnownFolderSyncingAllowList',
  },
  'fileprovider-external-volume-off': {
    fires: { ManagementAllowsExternalVolumeSyncing: false, ManagementExternalVolumeSyncingAllowList: apps },
    quiet: { ManagementAllowsExternalVolumeSyncing: true, ManagementExternalVolumeSyncingAllowList: apps },
    at: '/ManagementExternalVolumeSyncingAllowList',
  },
  'fileprovider-app-id-format': {
    fires: { ManagementRemoteSyncingAllowList: [...apps, 'ABCDE12345.com.example.drive'] },
    quiet: { ManagementRemoteSyncingAllowList: [...apps, 'com.example.drive (ABCDE12345)'] },
    at: '/ManagementRemoteSyncingAllowList/1',
  },
};
