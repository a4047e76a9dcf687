// Bundles what the reader pages run in the browser: client/theme.ts and client/reader.ts to public/assets/*.js.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: ['client/theme.ts', 'client/reader.ts'],
  outdir: 'public/assets',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome111', 'safari16.4', 'firefox128'],
  logLevel: 'warning',
});
