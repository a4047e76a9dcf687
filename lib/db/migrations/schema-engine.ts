import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { z } from 'zod';
import { buildEngineAdapter } from './engine-adapter';
import type { MigrationFile } from './migration-files';

/** Prisma's schema engine, as WebAssembly: its binary would be a download that many networks refuse. */
export interface SchemaEngine {
  /**
   * What `prisma migrate deploy` does; returns the names of the migrations that it applied. When one fails, throws
   * what PostgreSQL said to it.
   */
  applyMigrations: (migrations: MigrationFile[]) => Promise<string[]>;
  /** SQL that leads from the migrations to the schema, empty when they agree. Needs the right to make databases. */
  diffToSchema: (migrations: MigrationFile[]) => Promise<string>;
  close: () => Promise<void>;
}

const filters = { externalTables: [], externalEnums: [] };

/** Opens the engine on a database. `schema` is the text of prisma/schema.prisma. */
export async function openSchemaEngine(databaseUrl: string, schema: string): Promise<SchemaEngine> {
  await loadEngine();
  const adapter = buildEngineAdapter(databaseUrl);
  const files = [{ path: 'schema.prisma', content: schema }];
  const engine = await bindings.SchemaEngine.new(
    { datamodels: files.map((file) => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter.factory),
  );
  return {
    applyMigrations: async (migrations) => {
      try {
        const input = { filters, migrationsList: buildMigrationList(migrations) };
        return (await engine.applyMigrations(input)).appliedMigrationNames;
      } catch (error) {
        throw adapter.findScriptError() ?? error;
      }
    },
    diffToSchema: async (migrations) => {
      const from = { tag: 'migrations' as const, ...buildMigrationList(migrations) };
      const to = { tag: 'schemaDatamodel' as const, files };
      const result = await engine.diff({ from, to, script: true, exitCode: null, filters });
      return result.stdout?.trim() ?? '';
    },
    close: async () => {
      engine.free();
      await adapter.close();
    },
  };
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  return (loading ??= instantiate());
}

const exportsSchema = z.object({
  __wbindgen_start: z.custom<() => void>((value) => typeof value === 'function'),
});

async function instantiate(): Promise<void> {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const imports = { './schema_engine_bg.js': { ...bindings } };
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
  bindings.__wbg_set_wasm(instance.exports);
  exportsSchema.parse(instance.exports).__wbindgen_start();
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
