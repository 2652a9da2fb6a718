/**
 * The layers of src/, lowest first: a folder imports only from folders above it in this list.
 * Adding a folder means adding a line here, and in docs/architecture.md.
 */
const layers = [
  'diagnostics',
  'device',
  'asn1',
  'pki',
  'trust',
  'plist',
  'cms',
  'schema',
  'profile',
  'validation',
  'builder',
  'document',
  'guide',
  'report',
  'mdm',
  'fleet',
  'live',
  'delivery',
  'cli',
];

/** Each third-party library has one door: the only file that imports it. */
const doors = {
  'node-forge': 'src/asn1/forge.ts',
  ajv: 'src/schema/ajv.ts',
  plist: 'src/plist/plist-library.ts',
  '@xmldom/xmldom': 'src/plist/plist-library.ts',
};

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the library uses of Node everywhere: all of it exists on Bun and Deno too, and none of it reaches out. */
const pureBuiltins = ['buffer', 'crypto', 'module', 'url', 'util', 'zlib'];
const networkBuiltins = ['dgram', 'dns', 'dns/promises', 'http', 'http2', 'https', 'net', 'tls'];
const builtins = (names) => `^(node:)?(${names.map(escape).join('|')})$`;

const layerRules = layers.slice(0, -1).map((folder, index) => ({
  name: `layer-${folder}`,
  comment: `src/${folder} imports only from the folders above it in the list of layers`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${layers.slice(index + 1).join('|')})/` },
}));

const doorRules = Object.entries(doors).map(([library, door]) => ({
  name: `door-${library}`,
  comment: `only ${door} imports ${library}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^${escape(door)}$` },
  to: { path: `(^|/)node_modules/${escape(library)}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...doorRules,
    {
      name: 'known-folder',
      comment: 'every folder of src/ has its place in the list of layers',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(index\\.ts$|(${layers.join('|')})/)` },
      to: {},
    },
    {
      name: 'index-is-the-way-out',
      comment: 'src/index.ts names the exports for callers; inside, a file imports the file that it means',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'no-cycle',
      comment: 'no cycles, not of types either',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'src-stands-alone',
      comment: 'the library imports nothing of the tests, examples, schemas or docs',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|examples|schemas|docs)/' },
    },
    {
      name: 'production-dependency',
      comment: 'the library imports only packages that are installed with it',
      severity: 'error',
      from: { path: '^src/' },
      // @types packages are erased: `import type` from one leaves no import in dist/ (the package tests see to that).
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'every import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-reach-out',
      comment: 'files, processes and the network are for cli/, live/ and delivery/: the rest computes',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|live|delivery)/' },
      to: { dependencyTypes: ['core'], pathNot: builtins(pureBuiltins) },
    },
    {
      name: 'files-in-cli-only',
      comment: 'only src/cli reads or writes files and starts processes',
      severity: 'error',
      from: { path: '^src/(live|delivery)/' },
      to: { path: builtins(['fs', 'fs/promises', 'child_process']), dependencyTypes: ['core'] },
    },
    {
      name: 'sockets-in-live-only',
      comment: 'only src/live opens connections',
      severity: 'error',
      from: { path: '^src/(cli|delivery)/' },
      to: { path: builtins(networkBuiltins), dependencyTypes: ['core'] },
    },
    {
      name: 'examples-import-the-package',
      comment: 'an example imports what a reader can: the package by its name; the demo shares the words of the CLI',
      severity: 'error',
      from: { path: '^examples/', pathNot: '^examples/demo\\.ts$' },
      to: { path: '^(src|test|schemas|docs)/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'examples-stand-alone',
      comment: 'examples share one file of scaffolding, examples/lab*.ts; they do not import each other',
      severity: 'error',
      from: { path: '^examples/[0-9]' },
      to: { path: '^examples/[0-9]' },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
    cache: false,
  },
};
