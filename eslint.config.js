import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const generated = ['src/**/generated/**', 'src/**/*.generated.ts'];

/** Syntax that the house does without, everywhere. */
const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'write a union of string literals' },
  { selector: 'TSModuleDeclaration[kind!="module"]', message: 'write a module' },
  { selector: 'TSParameterProperty', message: 'write the field and the assignment' },
  { selector: 'ExportAllDeclaration', message: 'name what is exported' },
  { selector: 'ExportDefaultDeclaration', message: 'export by name' },
];

/** The same input gives the same bytes: nothing in the library reads a clock or rolls dice. */
const ambient = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'call now() of device/clock.ts' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'call now() of device/clock.ts' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'call now() of device/clock.ts',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'derive it, or use node:crypto where it must be secret',
  },
];

/** Libraries that are loaded on first use: dependency-cruiser cannot see a `createRequire` of another name. */
const lazyDoor = (library) => ({
  selector: `CallExpression > Literal[value=/^${library}(\\/|$)/]`,
  message: `${library} has one door, see .dependency-cruiser.cjs`,
});
const forge = lazyDoor('node-forge');
const ajv = lazyDoor('ajv');
const nonNull = { selector: 'TSNonNullExpression', message: 'narrow the type' };
const library = [...everywhere, nonNull, ...ambient, forge, ajv];
const without = (...removed) => ['error', ...library.filter((rule) => !removed.includes(rule))];

const focused = [
  {
    selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo|skipIf|runIf)$/]',
    message: 'a test runs or is deleted; a missing referee calls ctx.skip with its name',
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'out/', ...generated]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A code without details, and an area of the catalogue without codes, is an empty type.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Spreading a string gives its code points, which is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // `tsc` demands the brackets: noPropertyAccessFromIndexSignature.
      '@typescript-eslint/dot-notation': 'off',
      // Generators are the form of a rule, whether it yields or not.
      'require-yield': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': without(),
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  { files: ['src/device/clock.ts'], rules: { 'no-restricted-syntax': without(...ambient) } },
  { files: ['src/asn1/forge.ts'], rules: { 'no-restricted-syntax': without(forge) } },
  { files: ['src/schema/ajv.ts'], rules: { 'no-restricted-syntax': without(ajv) } },
  {
    files: ['src/cli/**', 'examples/**', 'test/bench/**', 'test/fuzz/**', '**/generate.ts', '**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...focused],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs', '*.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off' },
    languageOptions: { globals: { module: 'readonly', console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
