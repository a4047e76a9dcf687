import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { generatePosts } from '@/bench/generate-posts';
import packageFile from '../package.json' with { type: 'json' };

const run = promisify(execFile);
const report = z.object({ status: z.string(), created: z.int(), rejected: z.int() });

it('long posts, many at a time, fit into the memory that the command is given', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-import-'));
  try {
    await generatePosts(path.join(dir, 'posts'), 1000);
    // The command's own limits, whatever they are.
    const flags = packageFile.scripts.import.split(' ').filter((part) => part.startsWith('--'));
    const { stdout } = await run(
      process.execPath,
      [...flags, 'scripts/import.mjs', path.join(dir, 'posts'), '--json'],
      { env: { ...process.env, DATA_DIR: path.join(dir, 'data') }, maxBuffer: 100_000_000 },
    );
    expect(report.parse(JSON.parse(stdout))).toEqual({ status: 'done', created: 1000, rejected: 0 });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}, 180_000);
