import { defineConfig, globalIgnores } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];
const tests = ['**/*.test.ts', '**/*.test.tsx', 'testing/**', 'e2e/**', 'bench/**'];

/** The parts of lib/ that every other part may use (docs/architecture.md). */
const common = ['db', 'config', 'errors', 'articles', 'i18n'];
const domains = ['importing', 'links', 'sharing', 'search', 'stocks', 'live', 'feeds', 'editors'];

/**
 * What a folder must not import: `from` are the folders, `except` files of them that anybody may use because they
 * are pure rules.
 */
const boundaries = [
  { target: ['app/**', 'components/**', 'lib/**', 'server/**', 'client/**', 'scripts/**'], from: ['app'], reason: 'Nothing imports app.' },
  { target: ['lib/**'], from: ['components', 'server', 'scripts', 'client'], reason: 'lib knows nothing of who uses it.' },
  { target: ['components/**', 'client/**'], from: ['lib/db', 'server', 'scripts'], reason: 'Components take props; they never fetch.' },
  { target: ['lib/articles/**'], from: domains.map((domain) => `lib/${domain}`), except: ['links/fold-path'], reason: 'lib/articles imports no other domain.' },
  ...domains.map((domain) => ({
    target: [`lib/${domain}/**`],
    from: domains.filter((other) => other !== domain).map((other) => `lib/${other}`),
    except: ['links/fold-path'],
    reason: `Domains may use ${common.join(', ')} and themselves.`,
  })),
];

export default defineConfig(
  globalIgnores(['.next/', '.data/', 'lib/db/generated/', 'public/', 'test-results/', 'playwright-report/', 'next-env.d.ts', '.cache/']),
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { typescript: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
    },
  },
  {
    files: ['app/**/*.tsx', 'components/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat.recommended],
  },
  { files: ['lib/**/*.ts', 'server/**/*.ts', 'components/**/*.{ts,tsx}'], ignores: tests, rules: { 'import-x/no-default-export': 'error' } },
  { files: ['lib/i18n/request.ts'], rules: { 'import-x/no-default-export': 'off' } },
  ...boundaries.map(buildBoundary),
  {
    files: tests,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);

function buildBoundary({ target, from, except = [], reason }) {
  const patterns = from.map((folder) => ({ regex: `^@/${folder}/${buildExceptions(folder, except)}`, message: reason }));
  return { files: target.map((glob) => `${glob}/*.{ts,tsx}`), ignores: tests, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

function buildExceptions(folder, except) {
  const files = except.filter((file) => folder === `lib/${file.split('/')[0]}`).map((file) => file.split('/')[1]);
  return files.length === 0 ? '' : `(?!(${files.join('|')})$)`;
}
