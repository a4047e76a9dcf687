// npm run dev
import { bootstrap } from './bootstrap.mjs';
import { bundleClient } from './production-build.mjs';

await bootstrap();
await bundleClient();
process.env.NODE_ENV = 'development';
process.argv.push('--dev');
await import('../server/main.ts');
