import { defineConfig, globalIgnores } from 'eslint/config';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];
const tests = ['**/*.test.ts', '**/*.test.tsx', 'testing/**', 'e2e/**', 'bench/**'];

const domains = [
  'importing',
  'links',
  'sharing',
  'search',
  'stocks',
  'archive',
  'live',
  'feeds',
  'exporting',
  'groups',
  'editors',
  'syndication',
  'discovery',
];
const foundations = ['db', 'config', 'errors', 'http', 'i18n', 'xml'];
/** Parts that stand on another: what feeds bring goes through the importer. */
const basedOn = { feeds: ['importing'] };
/** Pure rules of a domain that every other part may use, and the grouping of stories, which is part of every write. */
const sharedRules = [
  'links/fold-path',
  'groups/group-articles',
  'groups/regroup-articles',
  'groups/sketch-story',
  'search/build-search-terms',
  'sharing/build-absolute-url',
  'sharing/build-feed-path',
  'stocks/stock-code',
  'stocks/find-stock-codes',
  'stocks/pinyin-initials',
];

/** What each folder must not import (docs/architecture.md), as regular expressions on the import's text. */
const boundaries = [
  { folder: 'app', forbidden: ['scripts/'], reason: 'Routes use components and lib.' },
  { folder: 'server', forbidden: ['app/'], reason: 'Nothing imports app.' },
  { folder: 'scripts', forbidden: ['app/', 'components/'], reason: 'Commands use server and lib.' },
  ...['components', 'client'].map((folder) => ({
    folder,
    forbidden: ['app/', 'server/', 'scripts/', 'lib/db/', 'lib/.*-store$'],
    reason: 'Components take props and never fetch: types and pure functions of lib only.',
    typesAreFine: true,
  })),
  ...foundations.map((name) => libBoundary(name, [...domains, 'articles'])),
  libBoundary('articles', domains),
  ...domains.map((domain) =>
    libBoundary(
      domain,
      domains.filter((other) => !basedOn[domain]?.includes(other)),
    ),
  ),
];

export default defineConfig(
  globalIgnores([
    '.next/',
    '.data/',
    'lib/db/generated/',
    'public/',
    'test-results/',
    'playwright-report/',
    'next-env.d.ts',
    '.cache/',
  ]),
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
          tsconfig: { configFile: `${import.meta.dirname}/tsconfig.json` },
        }),
      ],
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
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
  {
    files: ['lib/**/*.ts', 'server/**/*.ts', 'components/**/*.{ts,tsx}'],
    ignores: tests,
    rules: { 'import-x/no-default-export': 'error' },
  },
  { files: ['lib/i18n/request.ts'], rules: { 'import-x/no-default-export': 'off' } },
  ...boundaries.map(buildBoundary),
  {
    files: tests,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);

function libBoundary(name, others) {
  const foreign = others.filter((other) => other !== name).join('|');
  const forbidden = [
    'app/',
    'components/',
    'server/',
    'scripts/',
    'client/',
    `lib/(?!(?:${sharedRules.join('|')})$)(?:${foreign})/`,
  ];
  return {
    folder: `lib/${name}`,
    forbidden,
    reason: 'Parts of lib use db, config, errors, i18n, articles and themselves.',
  };
}

function buildBoundary({ folder, forbidden, reason, typesAreFine = false }) {
  const patterns = forbidden.map((path) => ({
    regex: `^@/${path}`,
    message: reason,
    allowTypeImports: typesAreFine,
  }));
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    ignores: tests,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}
