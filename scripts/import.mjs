// npm run import -- PATH… [--dry-run] [--json] [--as-draft]
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
process.env.NODE_ENV ??= 'production';
await import('./import.ts');
