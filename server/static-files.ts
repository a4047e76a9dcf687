import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CachedPage, finishPage } from './page-cache';
import { forever } from './send-page';

/** Types of the files that are sent packed; Next sends all others. */
const textTypes: Partial<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Style sheets, scripts and other text files of the build and of `public/`, each read and packed once, as small as can be:
 * they are what a first visit waits for. Only listed files are sent, so no path leads elsewhere.
 */
export class StaticFiles {
  private readonly ready = new Map<string, Promise<CachedPage>>();

  private constructor(
    /** File by path of the address. */
    private readonly files: Map<string, string>,
    private readonly assetVersion: string,
  ) {}

  /** Lists the files, once: they belong to the build. `assetVersion` is what scripts are asked for with. */
  static async open(projectDir: string, assetVersion: string): Promise<StaticFiles> {
    const built = await listFiles(path.join(projectDir, '.next/static'), '/_next/static');
    const own = await listFiles(path.join(projectDir, 'public'), '');
    return new StaticFiles(new Map([...built, ...own]), assetVersion);
  }

  /** Whether an address is that of a file, of whatever type. */
  has(pathname: string): boolean {
    return this.files.has(pathname);
  }

  /** The file of an address, ready to be sent; undefined for what is none, is not text, or cannot be read any more. */
  async get({ pathname, searchParams }: URL): Promise<CachedPage | undefined> {
    const file = this.files.get(pathname);
    const contentType = textTypes[path.extname(pathname)];
    if (file === undefined || contentType === undefined) return undefined;
    const page = await this.read(pathname, file, contentType).catch(() => undefined);
    if (!page) return undefined;
    const isFixed = pathname.startsWith('/_next/static/') || searchParams.get('v') === this.assetVersion;
    return { ...page, maxAge: isFixed ? forever : 0 };
  }

  private read(pathname: string, file: string, contentType: string): Promise<CachedPage> {
    const known = this.ready.get(pathname);
    if (known) return known;
    const ready = readFile(file).then((body) => finishPage({ status: 200, contentType, body }, true));
    this.ready.set(pathname, ready);
    ready.catch(() => this.ready.delete(pathname));
    return ready;
  }
}

async function listFiles(dir: string, prefix: string): Promise<[string, string][]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [`${prefix}/${path.relative(dir, file).split(path.sep).join('/')}`, file];
    });
}
