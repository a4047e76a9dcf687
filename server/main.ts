import { runPortal } from './run-portal';

await runPortal({ dev: process.argv.includes('--dev') });
