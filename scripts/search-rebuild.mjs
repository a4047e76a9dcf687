// npm run search:rebuild
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
process.env.NODE_ENV ??= 'production';
await import('./search-rebuild.ts');
