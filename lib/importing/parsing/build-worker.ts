import { randomUUID } from 'node:crypto';
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
  const whole = `${await describe(inputs)}\n${code}`;
  await keep(file, whole);
  return whole;
}

/** A file that went into the bundle: its path, its length and its time of change in milliseconds. */
const inputState = z.tuple([z.string(), z.number(), z.number()]);
type InputState = z.infer<typeof inputState>;

/** The first line of the kept file names what it was made from. */
const firstLine = z.object({ node: z.string(), inputs: z.array(inputState) });

async function readKept(kept: string): Promise<string | undefined> {
  const text = await readFile(kept, 'utf8').catch(() => '');
  const [, head] = /^\/\/ (\{.+\})\n/.exec(text) ?? [];
  if (head === undefined) return undefined;
  const { data: made } = firstLine.safeParse(JSON.parse(head));
  if (made?.node !== process.version) return undefined;
  const now = await Promise.all(made.inputs.map(([file]) => readState(file)));
  return JSON.stringify(now) === JSON.stringify(made.inputs) ? text : undefined;
}

async function readState(file: string): Promise<InputState | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found && [file, found.size, found.mtimeMs];
}

async function describe(inputs: string[]): Promise<string> {
  const states = await Promise.all(inputs.map(readState));
  return `// ${JSON.stringify({ node: process.version, inputs: states })}`;
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
