// npm test [-- SUITE…]: lint, types, unit, integration, e2e in this order; the last line counts all of them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { ensureProductionBuild } from './production-build.mjs';
import { runQuietly } from './run-quietly.mjs';
import { fail, text } from './terminal-text.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

await bootstrap();
const reports = mkdtempSync(path.join(tmpdir(), 'finews-report-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @type {Record<string, () => Promise<Counts>>} */
const suites = {
  lint: () =>
    runStep(
      ['eslint/bin/eslint.js', '.', '--max-warnings=0'],
      ['prettier/bin/prettier.cjs', '--check', '.', '--log-level=warn'],
    ),
  types: () => runStep(['typescript/bin/tsc', '--noEmit']),
  unit: () => runVitest('unit'),
  integration: () => runVitest('integration'),
  e2e: runPlaywright,
};

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, run] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(text('progress', 'suite', { name }));
  const started = Date.now();
  const counts = await run();
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/**
 * Programs of node_modules that together are one test.
 * @param {string[][]} commands
 * @returns {Promise<Counts>}
 */
async function runStep(...commands) {
  let failed = 0;
  for (const [program = '', ...args] of commands) failed ||= await runProgram(program, args);
  return { passed: failed === 0 ? 1 : 0, failed: failed === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Prints what the program says when it fails, and what its tests warn of in any case. Returns its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function runProgram(program, args, env = {}) {
  const { code, output } = await runQuietly(process.execPath, [path.join('node_modules', program), ...args], {
    env: { ...process.env, ...env },
  });
  if (code !== 0) console.log(output.trimEnd());
  else
    for (const line of output.split('\n').filter((one) => one.includes('NOT RUN'))) console.log(line.trim());
  return code;
}

/**
 * @param {string} project
 * @returns {Promise<Counts>}
 */
async function runVitest(project) {
  const file = path.join(reports, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const code = await runProgram('vitest/vitest.mjs', args);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(isBrokenFile).length;
  return withExitCode(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function isBrokenFile({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((result) => result.status === 'failed');
}

/** @returns {Promise<Counts>} */
async function runPlaywright() {
  await ensureBrowser();
  await ensureProductionBuild();
  const file = path.join(reports, 'e2e.json');
  const code = await runProgram('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return withExitCode(code, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  });
}

/**
 * A run can fail without a failed test: an error outside of tests, a set-up that broke.
 * @param {number} code
 * @param {Counts} counts
 */
function withExitCode(code, counts) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Where no shell can be installed, a browser with a window around it does as well, in twice the time. */
async function ensureBrowser() {
  const { findBrowser, findHeadlessShell } = await import('./find-browser.mjs');
  if (findHeadlessShell() !== undefined) return;
  const hasBrowser = findBrowser() !== undefined;
  const isRoot = process.getuid?.() === 0;
  if (hasBrowser && !isRoot) return;
  console.log(text('progress', 'browser'));
  if (!hasBrowser)
    await runQuietly(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  if (isRoot && findHeadlessShell() === undefined)
    await installFromDebian('chromium-headless-shell', ...(hasBrowser ? [] : ['fonts-noto-cjk']));
  if (isRoot && !findBrowser() && !findHeadlessShell()) await installFromDebian('chromium', 'fonts-noto-cjk');
  if (!findBrowser() && !findHeadlessShell()) fail('browser-missing');
}

/** @param {string[]} packages */
async function installFromDebian(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];
  await runQuietly('apt-get', [...patience, 'update'], { env });
  await runQuietly('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
}
