// npm start
import { bootstrap } from './bootstrap.mjs';
import { ensureProductionBuild } from './production-build.mjs';

await bootstrap();
await ensureProductionBuild();
process.env.NODE_ENV = 'production';
await import('../server/main.ts');
