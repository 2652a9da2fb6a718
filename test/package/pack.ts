import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runOrThrow } from './run.js';

/** The tarball as it would be published, and a fresh project in which nothing but it is installed. */
export interface PackedPackage {
  readonly folder: string;
  readonly tarball: string;
  readonly files: readonly string[];
  readonly consumer: string;
  /** The installed package: `consumer`/node_modules/profilewright. */
  readonly installed: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    packed: PackedPackage;
  }
}

let folder: string | undefined;

export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'profilewright-package-'));
  const answer = runOrThrow('npm', ['pack', '--json', '--pack-destination', folder], project.config.root);
  // What the build prints comes before the report.
  const reports = JSON.parse(answer.slice(answer.indexOf('[\n'))) as { filename: string; files: { path: string }[] }[];
  const report = reports[0];
  if (report === undefined) throw new Error('npm pack reported nothing');
  const tarball = join(folder, report.filename);
  const consumer = makeProject(folder, 'consumer', [tarball]);
  project.provide('packed', {
    folder,
    tarball,
    files: report.files.map(({ path }) => path),
    consumer,
    installed: join(consumer, 'node_modules', 'profilewright'),
  });
}

export function teardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** Makes an empty project under `parent` and installs `packages` in it; gives its path. */
export function makeProject(parent: string, name: string, packages: readonly string[]): string {
  const project = join(parent, name);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name, version: '1.0.0', private: true }));
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefer-offline'];
  runOrThrow('npm', ['install', ...options, ...packages], project);
  return project;
}
