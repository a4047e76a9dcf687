import type { Config } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { buildConnectionUrl, readConnectionFile } from './embedded/connection-file';
import { findPostgresHome } from './embedded/postgres-home';

/**
 * The database of this portal: DATABASE_URL, else the embedded one, which must have been started before.
 * Throws AppError `database-unavailable` (503) when it never was.
 */
export function getDatabaseUrl(config: Pick<Config, 'databaseUrl' | 'dataDir'>): string {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const connection = readConnectionFile(findPostgresHome(config.dataDir));
  if (connection === null) throw new AppError('database-unavailable', {}, 503);
  return buildConnectionUrl(connection);
}
