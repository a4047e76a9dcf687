import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { ensureGeneratedClient } from './generated-client.mjs';
import { continueOnNode24 } from './node-24.mjs';
import { ensureTemporaryFolder } from './temporary-folder.mjs';

/**
 * What every command does first, from a fresh clone and under any Node from 18 up: dependencies, Node 24, the
 * database client. Afterwards TypeScript can be imported.
 */
export async function bootstrap() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await ensureDependencies();
  ensureTemporaryFolder();
  await continueOnNode24();
  await ensureGeneratedClient();
  const { register } = await import('tsx/esm/api');
  register();
}
