import pino, { type DestinationStream, type Logger } from 'pino';
import { getConfig } from './config';

export type { Logger };

const secretFields = ['password', 'token', 'authorization', 'cookie', 'connectionString'];
/** How deep in what is logged a field may stand and still be found; pino knows no "at any depth". */
const depths = ['', '*.', '*.*.', '*.*.*.'];

let logger: Logger | undefined;

/** The log of this process, on standard error; secrets are cut out wherever they stand. */
export function getLogger(): Logger {
  return (logger ??= buildLogger(getConfig().logLevel, pino.destination(2)));
}

/** A log of a level (pino's names) into a destination. */
export function buildLogger(level: string, destination: DestinationStream): Logger {
  const redact = depths.flatMap((depth) => secretFields.map((field) => depth + field));
  return pino({ level, redact, hooks: { streamWrite: hideTokens } }, destination);
}

/** API tokens in running text (an address, a message of somebody else's) lose all but what a list of them shows. */
function hideTokens(line: string): string {
  return line.replace(/\b(finews_[\w-]{5})[\w-]{38}/g, '$1…');
}
