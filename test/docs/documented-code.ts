import * as fs from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import ts from 'typescript';
import * as profilewright from 'profilewright';
import { projectRoot, type Block } from './documented-page.js';

/** What a block did: all that it printed, and what it exports. */
export interface BlockRun {
  readonly printed: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

type Body = (
  require: (name: string) => unknown,
  exports: Record<string, unknown>,
  console: Record<'log' | 'warn' | 'error', (...values: readonly unknown[]) => void>,
) => Promise<void>;

const AsyncFunction = (async () => Promise.resolve()).constructor as new (...texts: readonly string[]) => Body;

/** Runs a block as a module whose relative paths lead into `folder`. */
export async function runBlock({ page, line, text }: Block, folder: string): Promise<BlockRun> {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 };
  const { outputText } = ts.transpileModule(text, { compilerOptions: options });
  const lines: string[] = [];
  const print = (...values: readonly unknown[]): void => void lines.push(format(...values));
  const modules: Readonly<Record<string, unknown>> = { profilewright, 'node:fs': filesIn(folder) };
  const require = (name: string): unknown => {
    if (!(name in modules)) throw new Error(`${page}:${line} imports "${name}", which is not offered to it`);
    return modules[name];
  };
  const exports: Record<string, unknown> = {};
  const body = new AsyncFunction('require', 'exports', 'console', outputText);
  await body(require, exports, { log: print, warn: print, error: print });
  return { printed: lines.join('\n'), exports };
}

/** As much of `node:fs` as the pages use. A test runs in a thread, which has no current folder of its own. */
const filesIn = (folder: string): object => ({
  readFileSync: (path: string) => fs.readFileSync(join(folder, path)),
  writeFileSync: (path: string, data: Uint8Array) => fs.writeFileSync(join(folder, path), data),
});

/** Type-checks each text as a module of its own under the compiler options of the project; gives the faults, readable. */
export function checkTypes(sources: Readonly<Record<string, string>>): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(projectRoot, 'tsconfig.json'),
    // Whoever reads the pages may write `process.env.NAME`, and leaves nothing unused.
    { noPropertyAccessFromIndexSignature: false, noUnusedLocals: true, noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (config === undefined) throw new Error('tsconfig.json cannot be read');
  const texts = new Map(Object.entries(sources).map(([name, text]) => [join(projectRoot, name), text]));
  const host = ts.createCompilerHost(config.options);
  const program = ts.createProgram({
    rootNames: [...texts.keys()],
    options: config.options,
    host: {
      ...host,
      fileExists: (name) => texts.has(name) || host.fileExists(name),
      readFile: (name) => texts.get(name) ?? host.readFile(name),
      getSourceFile: (name, version, ...rest) => {
        const text = texts.get(name);
        return text === undefined
          ? host.getSourceFile(name, version, ...rest)
          : ts.createSourceFile(name, text, version);
      },
    },
  });
  const faults = [...texts.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  return faults.map((fault) => ts.formatDiagnostic(fault, { ...host, getCurrentDirectory: () => projectRoot }).trim());
}
