import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool, types, type QueryResult } from 'pg';
import { z } from 'zod';
import type { MigrationFile } from './migration-files';

/** Prisma's schema engine, as WebAssembly: its binary would be a download that many networks refuse. */
export interface SchemaEngine {
  /** What `prisma migrate deploy` does; returns the names of the migrations that it applied. */
  applyMigrations(migrations: MigrationFile[]): Promise<string[]>;
  /** SQL that leads from the migrations to the schema, empty when they agree. Needs the right to make databases. */
  diffToSchema(migrations: MigrationFile[]): Promise<string>;
  close(): Promise<void>;
}

// Type numbers of PostgreSQL's catalogue (pg_type.oid).
const charType: number = types.builtins.CHAR;
const textType: number = types.builtins.TEXT;
const filters = { externalTables: [], externalEnums: [] };

/** Opens the engine on a database. `schema` is the text of prisma/schema.prisma. Fails with the engine's errors. */
export async function openSchemaEngine(databaseUrl: string, schema: string): Promise<SchemaEngine> {
  await loadEngine();
  const pools: Pool[] = [];
  const adapter = bindMigrationAwareSqlAdapterFactory(buildAdapterFactory(databaseUrl, pools));
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    adapter,
  );
  const files = [{ path: 'schema.prisma', content: schema }];
  return {
    async applyMigrations(migrations) {
      const list = buildMigrationList(migrations);
      return (await engine.applyMigrations({ filters, migrationsList: list })).appliedMigrationNames;
    },
    async diffToSchema(migrations) {
      const result = await engine.diff({
        from: { tag: 'migrations', ...buildMigrationList(migrations) },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters,
      });
      return result.stdout?.trim() ?? '';
    },
    async close() {
      engine.free();
      // The engine forgets its adapters without disposing of them.
      await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
    },
  };
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  return (loading ??= instantiate());
}

async function instantiate(): Promise<void> {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const bytes = await readFile(file);
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  z.object({ __wbindgen_start: z.function() }).loose().parse(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * Prisma's adapter cuts scripts at every `;`, also in comments and function bodies, and may run the parts on
 * different connections. Here a script goes to PostgreSQL whole, as `prisma migrate deploy` sends it.
 */
function buildAdapterFactory(databaseUrl: string, pools: Pool[]): PrismaPg {
  const factory = new PrismaPg(databaseUrl);
  factory.connect = () => connectAdapter(databaseUrl, pools);
  factory.connectToShadowDb = async () => {
    const database = `finews_shadow_${randomUUID().replaceAll('-', '')}`;
    const owner = await connectAdapter(databaseUrl, pools);
    await owner.executeScript(`CREATE DATABASE ${database}`);
    const url = new URL(databaseUrl);
    url.pathname = database;
    return connectAdapter(url.href, pools, async () => {
      await owner.executeScript(`DROP DATABASE ${database}`);
      await owner.dispose();
    });
  };
  return factory;
}

async function connectAdapter(databaseUrl: string, pools: Pool[], afterwards?: () => Promise<void>) {
  // One connection: the engine sets things on it and expects to find them there.
  const pool = new Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 5000 });
  pool.on('error', () => undefined);
  pools.push(pool);
  const adapter = await new PrismaPg(pool).connect();
  declareCharacters(adapter, pool);
  adapter.executeScript = (script) => runScript(pool, script);
  adapter.dispose = async () => {
    await pool.end();
    await afterwards?.();
  };
  return adapter;
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
    const declared = columnNames.map((name, index) =>
      characters.has(name) ? ColumnTypeEnum.Character : columnTypes[index],
    );
    return { columnNames, columnTypes: declared.filter((type) => type !== undefined), rows };
  };
}

async function runScript(pool: Pool, script: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(script);
  } catch (error) {
    // The script's own BEGIN is still open, and the engine has to note the failure on this connection.
    await client.query('ROLLBACK').catch(() => undefined);
    throw toDriverError(error);
  } finally {
    client.release();
  }
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

function buildMigrationList(migrations: MigrationFile[]) {
  return {
    baseDir: path.join(process.cwd(), 'prisma', 'migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}
