import { types } from 'node:util';
import { contentTypes, isContentInfo } from '../asn1/content-info.js';
import { openSignedData, type OpenedSignedData } from '../cms/open.js';
import { unwrapText, type UnwrappedText } from '../cms/unwrap-text.js';
import { issue, type Issue } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';

/** A file without its signature. */
export interface OpenedFile {
  /** The property list: the file itself, or the content that was signed. */
  readonly content: Uint8Array | string;
  /** The outermost signature; missing when there is none. */
  readonly signed?: OpenedSignedData;
  /** A signature stands inside of the signature. */
  readonly isNested: boolean;
  readonly issues: readonly Issue[];
}

/** Nobody signs more often in earnest. */
const MAX_SIGNATURES = 4;

/**
 * Opens the file when it is CMS, in its own form or in a text. What is something else is left to the reader of property
 * lists, which says what it is.
 *
 * @throws ProfilewrightError `ERR_CMS_*`, `ERR_ASN1_*`, `ERR_PEM_MALFORMED`
 */
export function openFile(input: Uint8Array | string): OpenedFile {
  if (typeof input !== 'string' && !types.isUint8Array(input)) {
    throw new TypeError('input must be a Uint8Array or a string');
  }
  if (typeof input !== 'string' && isContentInfo(input)) return openMessage(input, []);
  const unwrapped = unwrapText(input);
  if (unwrapped === undefined) return { content: input, isNested: false, issues: [] };
  return openMessage(unwrapped.bytes, [textFormIssue(unwrapped)]);
}

/** A message that came as text was converted: a device does not do that. */
export function textFormIssue({ form }: Pick<UnwrappedText, 'form'>): Issue {
  return issue('cms-text-form', { pointer: '' }, { form });
}

function openMessage(bytes: Uint8Array, issues: Issue[]): OpenedFile {
  const signed = openSignedData(bytes);
  issues.push(...signed.issues);
  let { content } = signed;
  for (let count = 1; isContentInfo(content); count += 1) {
    if (count === MAX_SIGNATURES)
      throw new ProfilewrightError('ERR_CMS_CONTENT_TYPE', { found: contentTypes.signedData });
    const inner = openSignedData(content);
    issues.push(issue('cms-nested', { pointer: '' }), ...inner.issues);
    content = inner.content;
  }
  return { content, signed, isNested: content !== signed.content, issues };
}
