import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const entry = path.resolve(import.meta.dirname, 'parse-worker.ts');
/** Beside what other tools keep: it goes with the installed packages, and may be deleted at any time. */
const keptFile = path.resolve('node_modules/.cache/finews/parse-worker.js');

let bundled: Promise<string> | undefined;

/**
 * The code of a parsing thread as one script: a thread that compiled some hundred modules for itself would take seconds
 * and 150 MiB before its first post. Bundled once for all processes, until a file changes that went into it.
 */
export function buildWorker(): Promise<string> {
  bundled ??= bundleOnce(entry, keptFile).catch((error: unknown) => {
    bundled = undefined;
    throw error;
  });
  return bundled;
}

/** The script that `source` makes with all it imports; kept in `file` until one of these files changes. */
export async function bundleOnce(source: string, file: string): Promise<string> {
  const kept = await readKept(file);
  if (kept !== undefined) return kept;
  const { code, inputs } = await bundle(source);
  const whole = `${await describe(code, inputs)}\n${code}`;
  await keep(file, whole);
  return whole;
}

/** The first line of a kept file: what the script was made from, and by which nothing of it is missing. */
async function describe(code: string, inputs: readonly string[]): Promise<string> {
  const states = await Promise.all(inputs.map(readState));
  const hash = createHash('sha256').update(code).digest('hex');
  return `// ${JSON.stringify({ node: process.version, hash, inputs: states })}`;
}

/** Path, length and time of change of a file. */
async function readState(file: string) {
  const found = await stat(file).catch(() => undefined);
  return { file, size: found?.size, changedAt: found?.mtimeMs };
}

const firstLine = z.object({ inputs: z.array(z.object({ file: z.string() })) });

/** Undefined for a script that was made from other files, and for one that a crash or a full disk left broken. */
async function readKept(kept: string): Promise<string | undefined> {
  const text = await readFile(kept, 'utf8').catch(() => '');
  const [line = '', ...code] = text.split('\n');
  const known = firstLine.safeParse(parseJson(line.replace(/^\/\/ /, '')));
  if (!known.success) return undefined;
  const now = await describe(
    code.join('\n'),
    known.data.inputs.map(({ file }) => file),
  );
  return now === line ? text : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where it cannot be written, each process bundles for itself. */
async function keep(file: string, text: string): Promise<void> {
  const written = `${file}.${randomUUID()}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(written, text);
    // In one step: another process reads the whole file or none.
    await rename(written, file);
  } catch {
    await rm(written, { force: true }).catch(() => undefined);
  }
}

async function bundle(source: string): Promise<{ code: string; inputs: string[] }> {
  // Only who imports needs the bundler.
  const { buildSync } = await import('esbuild');
  // In one go, a second once: otherwise the bundler stays, as a process of 120 MiB.
  const { outputFiles, metafile } = buildSync({
    entryPoints: [source],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['canvas'],
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return { code: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
}
