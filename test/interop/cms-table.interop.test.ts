import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allMessages } from '../vectors/cms-messages/all-messages.js';
import { profile, root, type CmsMessage } from '../vectors/cms-messages/cms-message.js';
import { needReferee, run, type Verdict } from './referee.js';
import { workFolder } from './work-folder.js';

const { folder, put, take } = workFolder('cms-table');
put('root.pem', root.pem);

/** Any purpose will do, as for a device; nothing but the root of the table is trusted. */
const trust = ['-CAfile', 'root.pem', '-no-CApath', '-no-CAstore', '-purpose', 'any'];

function verify({ form }: CmsMessage, bytes: Uint8Array, argv: readonly string[]): Verdict {
  put('message', bytes);
  rmSync(join(folder, 'content'), { force: true });
  const common = ['cms', '-verify', '-binary', '-inform', form ?? 'DER', '-in', 'message', '-out', 'content'];
  return run('openssl', [...common, ...argv], { cwd: folder });
}

describe.each(Object.entries(allMessages))('%s, judged by openssl', (_, messages) => {
  test.for(messages)('$name', (row, context) => {
    needReferee('openssl', context);
    const bytes = row.make();
    const trusted = verify(row, bytes, trust);
    const isSame = trusted.status === 0 && take('content').equals(profile);
    const integrity = verify(row, bytes, ['-noverify']);
    const said = trusted.status === 0 ? 'Verified' : integrity.status === 0 ? 'Not Verified' : 'refused';
    expect(said, trusted.text + integrity.text).toBe(row.openssl);
    if (row.verify === 'Verified' && said === 'Verified') expect(isSame).toBe(true);
  });
});
