import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
import { makeEnterable } from './postgres-home';
import { findPostmaster } from './postmaster';
import { isProcessAlive, waitForEnd } from './process-state';

let dataDir: string;
let started: EmbeddedPostgres[] = [];

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'finews-embedded-'));
  makeEnterable(dataDir);
});

afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  started = [];
});

afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  started.push(postgres);
  return postgres;
}

function postmasterPid(home: string): number {
  return findPostmaster(home)?.pid ?? 0;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

it('is made once by two processes at the same moment, for 127.0.0.1 and with a secret password', async () => {
  const [first, second] = await Promise.all([start(), start()]);
  expect(second.url).toBe(first.url);
  expect(await ask(first.url, 'SHOW listen_addresses')).toBe('127.0.0.1');
  expect(await ask(first.url, 'SHOW server_encoding')).toBe('UTF8');
  expect(await ask(first.url, 'SHOW data_checksums')).toBe('on');
  expect(statSync(path.join(first.home, 'connection.json')).mode & 0o777).toBe(0o600);
});

it('runs until the last who uses it has gone', async () => {
  const first = await start();
  const second = await start();
  const pid = postmasterPid(first.home);
  await first.stop();
  expect(isProcessAlive(pid)).toBe(true);
  await second.stop();
  expect(isProcessAlive(pid)).toBe(false);
});

it('recovers from kill -9', async () => {
  const { home, url } = await start();
  await ask(url, 'CREATE TABLE IF NOT EXISTS kept AS SELECT 42 AS n');
  await ask(url, 'CHECKPOINT');
  const pid = postmasterPid(home);
  process.kill(pid, 'SIGKILL');
  await waitForEnd(pid, 5000);
  const again = await start();
  expect(await ask(again.url, 'SELECT n FROM kept')).toBe(42);
});

it('starts although a stale pid file names a process of another program', async () => {
  const { home, stop } = await start();
  await stop();
  const lines = [process.pid, path.join(home, 'data'), 1, 5432, '', '127.0.0.1', '1 1', 'ready'];
  writeFileSync(path.join(home, 'data', 'postmaster.pid'), `${lines.join('\n')}\n`);
  expect(await ask((await start()).url, 'SELECT 1')).toBe(1);
});

it('takes another port when its own is taken meanwhile', async () => {
  const { home, stop, url } = await start();
  await stop();
  const { createServer } = await import('node:net');
  const thief = createServer().listen(Number(new URL(url).port), '127.0.0.1');
  await new Promise((resolve) => thief.once('listening', resolve));
  const moved = await start();
  expect(new URL(moved.url).port).not.toBe(new URL(url).port);
  expect(readFileSync(path.join(home, 'connection.json'), 'utf8')).toContain(new URL(moved.url).port);
  await new Promise((resolve) => thief.close(resolve));
});

it('refuses a cluster of another PostgreSQL', async () => {
  const { home, stop } = await start();
  await stop();
  const file = path.join(home, 'data', 'PG_VERSION');
  writeFileSync(file, '15\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'postgres-other-version' });
  writeFileSync(file, '18\n');
});
