import { Client } from 'pg';
import { z } from 'zod';

const presenceName = 'finews-presence';

/**
 * An idle connection by which a process shows that it uses the embedded database. It ends with the process,
 * however that ends, so whoever leaves last can tell.
 */
export interface Presence {
  /** Leaves; true when nobody else is there, who would still need the database. */
  leave(): Promise<boolean>;
  /** Resolves when the connection is gone: after `leave`, or because the database went away under it. */
  lost: Promise<void>;
}

/** Shows this process to others who use the same embedded database. Throws PostgreSQL's or Node's own errors. */
export async function enterPresence(url: string): Promise<Presence> {
  const client = new Client({
    connectionString: url,
    application_name: presenceName,
    connectionTimeoutMillis: 4000,
    query_timeout: 4000,
    keepAlive: true,
  });
  // The database may go away under it: whoever queries hears of that, this connection has nothing to add.
  client.on('error', () => undefined);
  const lost = new Promise<void>((resolve) => client.once('end', resolve));
  await client.connect();
  return { leave: () => leave(client), lost };
}

async function leave(client: Client): Promise<boolean> {
  try {
    const { rows } = await client.query(
      'SELECT count(*)::int AS others FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()',
      [presenceName],
    );
    await client.end();
    return z.array(z.object({ others: z.number() })).parse(rows)[0]?.others === 0;
  } catch {
    // It does not answer: nobody can be using it.
    return true;
  }
}
