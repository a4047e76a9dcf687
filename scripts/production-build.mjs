// The production build, made anew when something that goes into it has changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lastLines, runQuietly } from './run-quietly.mjs';
import { fail, text } from './terminal-text.mjs';

const stampFile = '.next/finews-stamp';
const sources = [
  'app',
  'client',
  'components',
  'lib',
  'server',
  'content/messages',
  'content/pages',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'postcss.config.js',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/build-client.mjs',
];
/** Made by the build or the generator, or not part of the program. */
const ignored = /^public\/assets\/|^lib\/db\/generated\/|\.test\.tsx?$/;

/** Builds the portal unless the build that is there was made from the same sources. */
export async function ensureProductionBuild() {
  const stamp = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error(text('progress', 'build'));
  changeFile(() => rmSync(stampFile, { force: true }));
  await bundleClient();
  await runStep('node_modules/next/dist/bin/next', 'build');
  // Else the first import would stop the portal for the second that it takes.
  const { buildWorker } = await import('../lib/importing/parsing/build-worker.ts');
  await buildWorker();
  changeFile(() => writeFileSync(stampFile, stamp));
}

/** @param {() => void} change */
function changeFile(change) {
  try {
    change();
  } catch (error) {
    fail(/ENOSPC/.test(String(error)) ? 'disk-full' : 'npm-rights', { directory: process.cwd() });
  }
}

/** The scripts that reader pages run in the browser. */
export async function bundleClient() {
  await runStep('scripts/build-client.mjs');
}

/** @param {string[]} args */
async function runStep(...args) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { code, output } = await runQuietly(process.execPath, args, { env });
  if (code === 0) return;
  console.error(lastLines(output));
  fail(/ENOSPC|no space left/i.test(output) ? 'disk-full' : 'build-failed', { directory: process.cwd() });
}

function hashSources() {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap(listFiles))
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} source
 * @returns {string[]}
 */
function listFiles(source) {
  if (!existsSync(source) || ignored.test(source)) return [];
  if (!statSync(source).isDirectory()) return [source];
  return readdirSync(source)
    .sort()
    .flatMap((name) => listFiles(path.posix.join(source, name)));
}
