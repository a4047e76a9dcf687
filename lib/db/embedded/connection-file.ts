import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const connectionSchema = z.object({
  port: z.number().int(),
  user: z.string(),
  password: z.string(),
  database: z.string(),
});

/** How to reach the embedded database; on 127.0.0.1. */
export type EmbeddedConnection = z.infer<typeof connectionSchema>;

const fileName = 'connection.json';

/** Reads how to reach the cluster in a folder; null when there is no cluster yet. */
export function readConnectionFile(home: string): EmbeddedConnection | null {
  const file = path.join(home, fileName);
  if (!existsSync(file)) return null;
  return connectionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Keeps it, readable by its owner only: the password is in it. */
export function saveConnectionFile(home: string, connection: EmbeddedConnection): void {
  const draft = path.join(home, `${fileName}.${String(process.pid)}`);
  writeFileSync(draft, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path.join(home, fileName));
}

/** `postgres://user:password@127.0.0.1:port/database` */
export function buildConnectionUrl({ port, user, password, database }: EmbeddedConnection): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${database}`;
}
