// Installs what package-lock.json lists, with Node built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lastLines, runQuietly } from './run-quietly.mjs';
import { fail, text } from './terminal-text.mjs';

const stampFile = 'node_modules/.finews-stamp';

/** Runs `npm ci` when node_modules is not what package-lock.json says. */
export async function ensureDependencies() {
  const stamp = `${createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')} ${process.platform}-${process.arch}\n`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!isInstalled()) await install();
  writeFileSync(stampFile, stamp);
}

/** Whether npm noted the same packages as installed: then somebody ran npm, and nothing is left to do. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '' || entry.optional || entry.peer) return true;
    return present[name]?.version === entry.version;
  });
}

/** @param {string} file */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

async function install() {
  console.error(text('progress', 'dependencies'));
  // Development packages always: the build needs some of them, whatever NODE_ENV says.
  const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code === 0) return;
  console.error(explain(output));
  fail(classify(output), { directory: process.cwd() });
}

/**
 * npm says what is wrong first and then how to call it.
 * @param {string} output
 */
function explain(output) {
  const errors = output.split('\n').filter((line) => line.startsWith('npm error'));
  return errors.length > 0 ? errors.slice(0, 12).join('\n') : lastLines(output);
}

/** @param {string} output */
function classify(output) {
  if (/ENOSPC|no space left/i.test(output)) return 'npm-disk';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) return 'npm-network';
  return /EACCES|EPERM|EROFS/.test(output) ? 'npm-rights' : 'npm-failed';
}

/**
 * npm of the machine, not through the `node` in node_modules, which it may be about to replace.
 * @param {string[]} args
 * @param {string} [cwd]
 */
export function runNpm(args, cwd = process.cwd()) {
  const own = path.resolve('node_modules');
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.startsWith(own));
  const isWindows = process.platform === 'win32';
  const env = { ...process.env, PATH: folders.join(path.delimiter) };
  return runQuietly(isWindows ? 'npm.cmd' : 'npm', args, { cwd, env, shell: isWindows });
}
