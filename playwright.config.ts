import { execFileSync } from 'node:child_process';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser, findHeadlessShell } from './scripts/find-browser.mjs';

// The port is chosen once, by the first process that reads this; workers inherit it.
process.env.FINEWS_E2E_PORT ??= findFreePort();
// Where the feed of e2e/editor/feeds.spec.ts will be; the portal must be told beforehand.
process.env.FINEWS_E2E_FEED_PORT ??= findFreePort();
const baseURL = `http://127.0.0.1:${process.env.FINEWS_E2E_PORT}`;

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
// The browser's own stroke from the edge goes back in its history: tests of ours begin there, too.
const own = '--overscroll-history-navigation=0';
const args = [...quiet, own, '--no-sandbox', '--disable-component-update', '--disable-sync'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/start-portal.ts',
  workers: 2,
  retries: 0,
  // Two browsers and the portal share two cores: a bound on hanging, not on speed, which the bench measures.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  forbidOnly: true,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Recording costs a third of the run; FINEWS_TRACE=1 asks for it.
    trace: process.env.FINEWS_TRACE === undefined ? 'off' : 'retain-on-failure',
    // What a test sees comes from the portal; e2e/reader/offline.spec.ts lets the worker in.
    serviceWorkers: 'block',
    launchOptions: { executablePath: findHeadlessShell() ?? findBrowser(), args },
  },
});

function findFreePort(): string {
  const script =
    "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})";
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim();
}
