import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, DriverAdapterError, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { Pool, types, type QueryResult } from 'pg';
import { z } from 'zod';

/** The connections that the schema engine works with. */
export interface EngineAdapter {
  factory: PrismaPg;
  /** What PostgreSQL said to the script that failed; the engine itself only says "external connector error". */
  findScriptError: () => unknown;
  close: () => Promise<void>;
}

// Type numbers of PostgreSQL's catalogue (pg_type.oid).
const charType: number = types.builtins.CHAR;
const textType: number = types.builtins.TEXT;

/** Connects the schema engine to a database: Prisma's adapter, mended where the engine needs more of it. */
export function buildEngineAdapter(databaseUrl: string): EngineAdapter {
  const pools: Pool[] = [];
  let scriptError: unknown;
  async function connect(url: string, afterwards?: () => Promise<void>) {
    const pool = openPool(url);
    pools.push(pool);
    const adapter = await new PrismaPg(pool).connect();
    declareCharacters(adapter, pool);
    adapter.executeScript = (script) =>
      runScript(pool, script).catch((error: unknown) => {
        scriptError = error;
        throw toDriverError(error);
      });
    adapter.dispose = async () => {
      await pool.end();
      await afterwards?.();
    };
    return adapter;
  }
  const factory = new PrismaPg(databaseUrl);
  factory.connect = () => connect(databaseUrl);
  factory.connectToShadowDb = async () => {
    const database = `finews_shadow_${randomUUID().replaceAll('-', '')}`;
    const owner = await connect(databaseUrl);
    await owner.executeScript(`CREATE DATABASE ${database}`);
    return connect(Object.assign(new URL(databaseUrl), { pathname: `/${database}` }).href, async () => {
      await owner.executeScript(`DROP DATABASE ${database}`);
      await owner.dispose();
    });
  };
  // The engine forgets its adapters without disposing of them.
  const close = async () => {
    await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
  };
  return { factory, findScriptError: () => scriptError, close };
}

/** One connection: the engine sets things on it and expects to find them there. */
function openPool(databaseUrl: string): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 5000 });
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Prisma's adapter cuts scripts at every `;`, also in comments and function bodies, and may run the parts on
 * different connections. Here a script goes to PostgreSQL whole, as `prisma migrate deploy` sends it.
 */
async function runScript(pool: Pool, script: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(script);
  } catch (error) {
    // The script's own BEGIN is still open, and the engine has to note the failure on this connection.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * The adapter does not know the catalogue's own type "char" (pg_class.relkind), which the engine wants as Character:
 * such columns pass the adapter as text and are declared afterwards. The engine asks one thing at a time.
 */
function declareCharacters(adapter: SqlDriverAdapter, pool: Pool): void {
  let characters = new Set<string>();
  const query: (...values: unknown[]) => Promise<QueryResult> = pool.query.bind(pool);
  const queryAsText = async (...values: unknown[]) => {
    const result = await query(...values);
    const fields = result.fields.filter((field) => field.dataTypeID === charType);
    for (const field of fields) field.dataTypeID = textType;
    characters = new Set(fields.map((field) => field.name));
    return result;
  };
  pool.query = queryAsText as typeof pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (request) => {
    const { columnNames, columnTypes, rows } = await queryRaw(request);
    const declared = columnTypes.map((type, index) =>
      characters.has(columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    );
    return { columnNames, columnTypes: declared, rows };
  };
}

const postgresErrorSchema = z.object({
  code: z.string().default('N/A'),
  severity: z.string().default('ERROR'),
  message: z.string(),
  detail: z.string().optional(),
  column: z.string().optional(),
  hint: z.string().optional(),
});

function toDriverError(error: unknown): DriverAdapterError {
  const { code, severity, message, detail, column, hint } = postgresErrorSchema.parse(error);
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}
