import { issue, type Issue } from '../../../diagnostics/issue.js';
import { weigh } from '../../rules/certificate-context.js';
import { wholeFile, type Pkcs12Context } from './pkcs12-rule.js';

export function* passwordIsThere({ facts: { opened } }: Pkcs12Context): Generator<Issue> {
  if (opened?.password === 'empty') {
    yield issue('p12-password', wholeFile, { reason: 'is empty, which iOS and macOS do not read alike' });
  }
  if (opened?.password === 'missing') {
    yield weigh(
      issue('p12-password', wholeFile, { reason: 'is missing, and iOS can enter an empty one only' }),
      'error',
    );
  }
}

export function* passwordIsAscii({ facts: { opened } }: Pkcs12Context): Generator<Issue> {
  if (opened?.password === 'other') yield issue('p12-password-ascii', wholeFile);
}
