import type { Issue } from '../../../diagnostics/issue.js';
import type { Certificate } from '../../../pki/certificate.js';
import { weigh } from '../../rules/certificate-context.js';
import { criticalUnknownExtension } from '../../rules/critical-extensions.js';
import { basicConstraintsDer, duplicateExtension, knownExtensionUnparseable } from '../../rules/extensions.js';
import { onceACertificate } from '../once-a-certificate.js';
import { belowAnchor, type PathContext } from '../path-context.js';

const unloadable = onceACertificate([basicConstraintsDer]);
const unparseable = onceACertificate([knownExtensionUnparseable]);
const duplicates = onceACertificate([duplicateExtension]);
const unknown = onceACertificate([criticalUnknownExtension]);

/** No system loads a certificate with a critical extension that it cannot read; others refuse the chain since iOS 13. */
export function* extensionsReadable({ path, generation }: PathContext): Generator<Issue> {
  for (const certificate of path) {
    yield* unloadable(certificate);
    const isLoaded = !certificate.extensions.some(({ critical, defect }) => critical && defect !== undefined);
    const found = unparseable(certificate);
    yield* generation < 13 && isLoaded ? found.map((one) => weigh(one, 'warning')) : found;
  }
}

/** First published with iOS 15. */
export function* extensionsOnce({ path, generation }: PathContext): Generator<Issue> {
  const found = path.flatMap(duplicates);
  yield* generation < 15 ? found.map((one) => weigh(one, 'warning')) : found;
}

/** On an anchor it is not looked at, which is worth a remark. */
export function* extensionsCritical(context: PathContext): Generator<Issue> {
  const below = new Set<Certificate>(belowAnchor(context));
  for (const certificate of context.path) {
    const found = unknown(certificate);
    yield* below.has(certificate) ? found : found.map((one) => weigh(one, 'info'));
  }
}
