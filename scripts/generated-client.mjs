// Prisma's client for the database, generated from prisma/schema.prisma.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { lastLines, runQuietly } from './run-quietly.mjs';
import { fail, text } from './terminal-text.mjs';

const stampFile = 'lib/db/generated/.schema-hash';

/** Generates the client when the schema or Prisma changed. */
export async function ensureGeneratedClient() {
  const hash = createHash('sha256');
  for (const file of ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
    hash.update(readFileSync(file));
  const stamp = hash.digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error(text('progress', 'generate'));
  // Any file in the place of the engine keeps Prisma from downloading one; generating does not run it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' };
  const { code, output } = await runQuietly(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate'],
    { env },
  );
  if (code !== 0) {
    console.error(lastLines(output));
    fail('generate-failed');
  }
  writeFileSync(stampFile, stamp);
}
