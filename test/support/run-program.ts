import ts from 'typescript';
import * as profilewright from 'profilewright';
import type { EjectedProfile, Profile } from 'profilewright';

/** What a program did: what it exports, and what it wrote. */
export interface ProgramRun {
  readonly profile: Profile;
  readonly written: ReadonlyMap<string, Uint8Array>;
}

const FOLDER = 'file:///program/';

/** In place of `import.meta`, which is no syntax of a function. */
const replaceMeta: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node =>
    ts.isMetaProperty(node) ? context.factory.createIdentifier('importMeta') : ts.visitEachChild(node, visit, context);
  return ts.visitEachChild(file, visit, context);
};

/** Runs an ejected program in this process, with its files and no others. It has to be JavaScript as it stands. */
export function runProgram({ program, files }: Pick<EjectedProfile, 'program' | 'files'>): ProgramRun {
  const { outputText, diagnostics = [] } = ts.transpileModule(program, {
    fileName: 'profile.js',
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023, allowJs: true },
    transformers: { before: [replaceMeta] },
  });
  const [fault] = diagnostics;
  if (fault !== undefined) throw new SyntaxError(ts.flattenDiagnosticMessageText(fault.messageText, '\n'));
  const known = new Map(files.map(({ name, bytes }) => [`${FOLDER}${name}`, bytes]));
  const written = new Map<string, Uint8Array>();
  const fs = {
    readFileSync(url: URL, encoding?: 'utf8'): Uint8Array | string {
      const bytes = known.get(url.href);
      if (bytes === undefined) throw new Error(`the program reads ${url.href}`);
      return encoding === undefined ? Buffer.from(bytes) : Buffer.from(bytes).toString(encoding);
    },
    writeFileSync: (url: URL, data: Uint8Array) => void written.set(url.href.replace(FOLDER, ''), data),
  };
  const modules: Readonly<Record<string, unknown>> = { 'node:fs': fs, profilewright };
  const exports: Record<string, unknown> = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running the program is what the tests are about
  const body = new Function('require', 'exports', 'importMeta', outputText) as (...given: readonly unknown[]) => void;
  body((name: string) => modules[name], exports, { url: `${FOLDER}profile.mjs` });
  return { profile: exports['profile'] as Profile, written };
}
