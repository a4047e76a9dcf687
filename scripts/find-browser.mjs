import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A browser as readers have it: Playwright's own, else Chromium or Chrome of the machine, else undefined.
 * @returns {string | undefined}
 */
export function findBrowser() {
  return [chromium.executablePath(), ...listOnPath(names), ...fixedPlaces].find((file) => existsSync(file));
}

/**
 * The same engine without a window around it, which opens a page three times as fast: the machine's, else Playwright's
 * own, else undefined.
 * @returns {string | undefined}
 */
export function findHeadlessShell() {
  return [...listOnPath(shellNames), ...listOwnShells()].find((file) => existsSync(file));
}

/** @param {string[]} files */
function listOnPath(files) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return files.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Playwright says where its browser lies, not where the shell of the same number does: beside it. */
function listOwnShells() {
  const [, store, number] = /^(.*)chromium-(\d+)/.exec(chromium.executablePath()) ?? [];
  const folder = `${store}chromium_headless_shell-${number}`;
  if (number === undefined || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|[/\\])(?:chrome-headless-shell|headless_shell)(?:\.exe)?$/.test(file))
    .map((file) => path.join(folder, file));
}
