import type { Config } from '@/lib/config/config';
import { getLogger } from '@/lib/config/logger';
import { startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres';
import { migrateDatabase } from '@/lib/db/migrate';
import { keepDatabase } from './keep-database';
import { buildStartupText } from './startup-text';

export interface OpenDatabase {
  url: string;
  /** Stops the embedded database unless another process uses it; leaves one of DATABASE_URL alone. */
  close: () => Promise<void>;
}

/**
 * Makes the database ready for use: starts the embedded one unless DATABASE_URL is set (and again whenever it ends by
 * itself), and brings its tables to this version. `say` takes lines for people. Throws AppError.
 */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const database =
    config.databaseUrl === null ? await startEmbedded(config, say) : foreign(config.databaseUrl);
  try {
    const names = await migrateDatabase(database.url);
    if (names.length > 0) say(buildStartupText('progress', 'migrations', { names: names.join(', ') }));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startEmbedded(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const { dataDir } = config;
  const { url, home, close } = await keepDatabase({
    start: (port) => startEmbeddedPostgres({ dataDir, port }),
    onRestart: () => getLogger().warn('the database had gone and was started again'),
    onFailure: (error) => getLogger().error({ err: error }, 'the database cannot be started again yet'),
  });
  if (!home.startsWith(dataDir)) say(buildStartupText('progress', 'databaseElsewhere', { dataDir, home }));
  return { url, close };
}

function foreign(url: string): OpenDatabase {
  return { url, close: () => Promise.resolve() };
}
