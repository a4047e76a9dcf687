import { existsSync } from 'node:fs';
import path from 'node:path';
import { getConfig, type Config } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { buildStartupText } from './startup-text';

/**
 * The settings from the environment and, for what that leaves open, from the file `.env` in the project's folder.
 * `warn` hears of settings that have no effect. Throws AppError `config-invalid` or `env-file`.
 */
export function loadSettings(warn: (line: string) => void): Config {
  loadEnvFile(path.join(process.cwd(), '.env'));
  const config = getConfig();
  const unused = {
    REDIS_URL: config.redisUrl !== null,
    READ_DATABASE_URLS: config.readDatabaseUrls.length > 0,
  };
  for (const [name, isSet] of Object.entries(unused)) {
    if (isSet) warn(buildStartupText('warnings', 'unused', { name }));
  }
  return config;
}

function loadEnvFile(file: string): void {
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new AppError('env-file', { reason: error instanceof Error ? error.message : String(error) });
  }
}
