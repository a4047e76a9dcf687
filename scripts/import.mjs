// npm run import -- PATH… (options: scripts/import-arguments.ts)
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
process.env.NODE_ENV ??= 'production';
await import('./import.ts');
