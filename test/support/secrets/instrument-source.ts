import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';

const source = fileURLToPath(new URL('../../../src/', import.meta.url));
const watch = fileURLToPath(new URL('./secret-watch.ts', import.meta.url));

/** Where secrets come in: options, keys, the content of payloads, and profiles that were read. */
const inputs: Readonly<Record<string, readonly string[]>> = {
  'cms/create-signer.ts': ['createSigner'],
  'document/decrypt-profile.ts': ['decryptProfile'],
  'profile/read-options.ts': ['readOptions'],
  'profile/payloads/payload.ts': ['draftPayload'],
  'validation/validate-profile-dictionary.ts': ['validateProfileDictionary'],
};

/** Where texts go out, beside everything in `report/`. */
const outputs: Readonly<Record<string, readonly string[]>> = {
  'diagnostics/issue.ts': ['issue'],
  'document/diff-profiles.ts': ['diffProfiles'],
  'document/inspect-pkcs12.ts': ['inspectPkcs12'],
  'document/inspect-profile.ts': ['inspectProfile'],
  'document/plan-update.ts': ['planUpdate'],
  'document/sanitize-profile.ts': ['sanitizeProfile'],
  'guide/install-guide.ts': ['installGuide'],
};

/** Puts the watch over secrets around the doors of `src/`, in the tests only. */
export function instrumentSource(): Plugin {
  return {
    name: 'secret-watch',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(source)) return undefined;
      const lines = watchedLines(id.slice(source.length), code);
      if (lines.length === 0) return undefined;
      const names = 'watchErrors, watchInput, watchOutput';
      return `${code}\nimport { ${names} } from ${JSON.stringify(watch)};\n${lines.join('\n')}\n`;
    },
  };
}

function watchedLines(file: string, code: string): string[] {
  if (file === 'diagnostics/profilewright-error.ts') return ['ProfilewrightError = watchErrors(ProfilewrightError);'];
  const declared = [...code.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name ?? '');
  const shown = file.startsWith('report/') ? declared : (outputs[file] ?? []);
  const taken = inputs[file] ?? [];
  const missing = [...shown, ...taken].filter((name) => !declared.includes(name));
  if (missing.length > 0) throw new Error(`${file} does not export ${missing.join(', ')} any more`);
  return [
    ...taken.map((name) => `${name} = watchInput(${name});`),
    ...shown.map((name) => `${name} = watchOutput('${name}', ${name});`),
  ];
}
