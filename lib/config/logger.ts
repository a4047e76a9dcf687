import pino, { type Logger } from 'pino';
import { getConfig } from './config';

export type { Logger };

let logger: Logger | undefined;

/** The log of this process, on standard error; secrets are cut out wherever they stand. */
export function getLogger(): Logger {
  return (logger ??= pino(
    {
      level: getConfig().logLevel,
      redact: ['*.password', '*.token', '*.authorization', '*.cookie', '*.connectionString'],
    },
    pino.destination(2),
  ));
}
