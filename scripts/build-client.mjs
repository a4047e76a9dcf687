// Bundles what the reader pages run in the browser to public/assets/*.js: theme.js and reader.js, and the service worker
// with the one that takes its place when it is switched off.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: [
    'client/theme.ts',
    'client/reader.ts',
    'client/offline/service-worker.ts',
    'client/offline/service-worker-off.ts',
  ],
  entryNames: '[name]',
  outdir: 'public/assets',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome111', 'safari16.4', 'firefox128'],
  logLevel: 'warning',
});
