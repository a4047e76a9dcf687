// Node 24 from the npm package `node`, for machines whose own is older.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './run-quietly.mjs';
import { fail, text } from './terminal-text.mjs';

const binary = path.resolve('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** @param {string} version */
function isNewEnough(version) {
  return Number(version.replace(/^v/, '').split('.')[0]) >= 24;
}

/**
 * Goes on under Node 24: returns when this is it, else runs the same command there and ends with its exit code.
 */
export async function continueOnNode24() {
  if (isNewEnough(process.version)) return;
  if (!existsSync(binary)) await fetchBinary();
  const child = spawn(binary, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  // The terminal's Ctrl-C reaches the child by itself; what only this process gets is passed on.
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT']))
    process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (status, signal) => resolve(signal === null ? status : 1));
  });
  process.exit(code);
}

/** npm may skip install scripts, and with them the one that fetches the binary. */
async function fetchBinary() {
  console.error(text('progress', 'node', { version: process.version }));
  await runQuietly(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: path.resolve('node_modules/node'),
  });
  if (!existsSync(binary)) fail('node-missing');
}
