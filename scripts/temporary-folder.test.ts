import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What TMPDIR is after the call, in a process of its own that began with `TMPDIR=before` in an empty folder. */
function findFolder(before: string, cwd: string): string {
  const module = path.resolve('scripts/temporary-folder.mjs');
  const code = `import(${JSON.stringify(module)}).then((m) => { m.ensureTemporaryFolder(); process.stdout.write(process.env.TMPDIR); })`;
  return execFileSync(process.execPath, ['-e', code], {
    cwd,
    env: { ...process.env, TMPDIR: before },
    encoding: 'utf8',
  });
}

it('the temporary folder of the machine is used, and another where it cannot be written', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'temporary-'));
  try {
    expect(findFolder(cwd, cwd)).toBe(cwd);
    expect(findFolder('/nowhere-at-all', cwd)).toBe(path.join(cwd, 'node_modules/.cache/tmp'));
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
