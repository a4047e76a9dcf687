import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { getAuthSecret } from './auth-secret';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'finews-secret-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

it('is made once, kept, and readable by its owner only', () => {
  const dataDir = path.join(directory, 'data');
  const secret = getAuthSecret({ authSecret: null, dataDir });
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(getAuthSecret({ authSecret: null, dataDir })).toBe(secret);
  expect(readdirSync(dataDir)).toEqual(['auth-secret']);
  expect(statSync(path.join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
});

it('is AUTH_SECRET where that is set, and then nothing is written', () => {
  expect(getAuthSecret({ authSecret: 'given', dataDir: directory })).toBe('given');
  expect(readdirSync(directory)).toEqual([]);
});
