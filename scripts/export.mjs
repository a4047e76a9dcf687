// npm run export -- DIR
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
process.env.NODE_ENV ??= 'production';
await import('./export.ts');
