import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const integrationTests = ['**/*.integration.test.ts'];
const elsewhere = ['node_modules/**', '.next/**', 'e2e/**', '.data/**'];

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Vitest would leave one core to itself: half of a machine with two, on which the tests mostly wait for PostgreSQL.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, ...integrationTests],
          setupFiles: ['testing/fail-on-console.ts'],
          // Some go through thousands of real posts and attacks; on a busy machine that takes its time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integrationTests,
          exclude: elsewhere,
          globalSetup: ['testing/test-cluster.ts'],
          setupFiles: ['testing/use-test-database.ts', 'testing/fail-on-console.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
