import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProcessBirth } from '@/lib/db/embedded/process-state';
import { claimDataDir } from './portal-lock';

let directory: string;
const address = 'http://127.0.0.1:3000';

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'finews-lock-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function writeLock(pid: number, birth: string | null): void {
  writeFileSync(path.join(directory, 'portal.pid'), JSON.stringify({ pid, birth, address }));
}

function ownerPid(): unknown {
  return JSON.parse(readFileSync(path.join(directory, 'portal.pid'), 'utf8'));
}

it('is held until released', () => {
  const release = claimDataDir(directory, address);
  expect(ownerPid()).toMatchObject({ pid: process.pid, address });
  release();
  expect(existsSync(path.join(directory, 'portal.pid'))).toBe(false);
});

it('tells where the portal runs that holds it', () => {
  writeLock(process.ppid, findProcessBirth(process.ppid));
  expect(() => claimDataDir(directory, address)).toThrow(
    expect.objectContaining({ code: 'already-running', params: { address, pid: process.ppid } }),
  );
});

it('does not count when its process is gone', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeLock(gone, 'boot:1');
  claimDataDir(directory, address);
  expect(ownerPid()).toMatchObject({ pid: process.pid });
});

it('does not count when its number belongs to another process by now', () => {
  writeLock(process.ppid, 'another boot:1');
  claimDataDir(directory, address);
  expect(ownerPid()).toMatchObject({ pid: process.pid });
});

it('does not count when the file is damaged', () => {
  writeFileSync(path.join(directory, 'portal.pid'), '');
  claimDataDir(directory, address);
  expect(ownerPid()).toMatchObject({ pid: process.pid });
});

it('says when the folder cannot be written', () => {
  writeFileSync(path.join(directory, 'file'), '');
  expect(() => claimDataDir(path.join(directory, 'file', 'data'), address)).toThrow(
    expect.objectContaining({ code: 'data-dir' }),
  );
});
