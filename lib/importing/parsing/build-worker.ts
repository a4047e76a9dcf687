import path from 'node:path';

const entry = path.resolve(import.meta.dirname, 'parse-worker.ts');

let bundled: Promise<string> | undefined;

/**
 * The code of a parsing thread as one script. Bundled once a process: a thread that compiled some hundred modules for
 * itself would take seconds and 150 MiB before its first post.
 */
export function buildWorker(): Promise<string> {
  bundled ??= bundle().catch((error: unknown) => {
    bundled = undefined;
    throw error;
  });
  return bundled;
}

async function bundle(): Promise<string> {
  // Only who imports needs the bundler.
  const { buildSync } = await import('esbuild');
  // In one go, a quarter of a second once: otherwise the bundler stays, as a process of 120 MiB.
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['canvas'],
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}
