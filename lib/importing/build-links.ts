import { extractSourceId, foldPath, foldSourceUrl, maxFoldedPath } from '@/lib/links/fold-path';
import { isRootFolder, listCategories } from './category';
import { readFileName } from './file-name';
import type { ImportedPost } from './imported-post';
import { isLanguageFolder } from './language';
import type { PostFields } from './post-schema';

type Link = ImportedPost['links'][number];

const maxLinks = 60;

/**
 * Every old address of a post, folded. The source's id is found in any address by the resolver, so these matter most
 * for posts without one, and for the trail that the editor sees.
 * @param source.days calendar days (`yyyy-mm-dd`) that the old site may have put into the address
 */
export function buildLinks(source: {
  /** Null for a post among many of one file: its name says nothing. */
  path: string | null;
  /** Whether the page it had may be asked for here: an export of one's own site, and no feed of another's. */
  keepsAddress: boolean;
  fields: PostFields;
  sourceId: string | null;
  days: readonly string[];
  sourceLinks: readonly string[];
  shareUrl: string | null;
}): Link[] {
  const { path, fields, sourceId } = source;
  const permalinks = [
    ...(path === null ? [fields.permalink ?? ''] : buildPermalinks({ ...source, path })),
    ...(source.keepsAddress && fields.link !== null ? [fields.link] : []),
    ...fields.formerAddresses,
  ].filter((address) => address !== '');
  const found: Link[] = permalinks.map((address) => ({ path: foldPath(address), kind: 'permalink' }));
  // Jekyll gave a post that it could not read the day of the build: `/2026/11/23/2022-05-26-name.html`. Of such an
  // address the resolver looks up the last segment, so that one link serves every day.
  if (!sourceId && path !== null)
    found.push({ path: foldPath(`/${encodeSigns(readFileName(path).stem)}`), kind: 'build-date' });
  // Without the id, only the host would tell the source's page from one of our own.
  for (const address of source.sourceLinks.filter((link) => extractSourceId(link) === sourceId && sourceId)) {
    found.push({ path: foldPath(address), kind: address === source.shareUrl ? 'share' : 'source' });
  }
  // With its host the source's page can be no page of ours; by it the next copy is known as the same story.
  const page = sourceId ? null : foldSourceUrl(fields.link ?? fields.sourceUrl ?? '');
  if (page !== null) found.push({ path: page, kind: 'source' });
  return unique(found);
}

function buildPermalinks({
  path,
  fields,
  days,
}: Parameters<typeof buildLinks>[0] & { path: string }): string[] {
  const stated = fields.permalink;
  if (stated && !stated.includes(':') && stated.includes('/'))
    return [stated.startsWith('/') || stated.includes('://') ? stated : `/${stated}`];
  const pattern = stated?.includes(':')
    ? stated
    : (patterns[stated ?? 'date'] ?? '/:categories/:year/:month/:day/:title');
  return days.flatMap((day) =>
    listNames(path, fields).map((name) => fillPattern(pattern, buildSegments(path, fields), day, name)),
  );
}

/** Jekyll's named styles; `date` and `pretty` differ only in what folding drops. */
const patterns: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title',
  pretty: '/:categories/:year/:month/:day/:title',
  none: '/:categories/:title',
};

/** The name as it is, and as Jekyll writes it into an address. */
function listNames(path: string, fields: PostFields): string[] {
  const name = fields.slug ?? readFileName(path).name;
  const pretty = name.replace(/[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
  return [...new Set([name, pretty])];
}

/** Jekyll makes categories of the folders around `_posts` too; a multilingual site begins at the language. */
function buildSegments(path: string, fields: PostFields): string {
  const folders = path.split('/').slice(0, -1);
  const around = folders.slice(0, Math.max(0, folders.indexOf('_posts')));
  const start = Math.max(around.findLastIndex(isLanguageFolder), around.findLastIndex(isRootFolder) + 1);
  const stated = listCategories(fields).map((category) => category.toLowerCase());
  return [...new Set([...around.slice(start), ...stated])].join('/');
}

function fillPattern(pattern: string, categories: string, day: string, name: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const values: Record<string, string> = {
    categories, year, month, day: date, title: name, slug: name, name,
    short_year: year.slice(2), i_month: String(Number(month)), i_day: String(Number(date)), output_ext: '',
  }; // prettier-ignore
  return `/${pattern}`.replace(/:([a-z_]+)/g, (_, key: string) => encodeSigns(values[key] ?? ''));
}

/** In a file's name a percent sign is no encoding, and `?` and `#` end nothing. */
function encodeSigns(name: string): string {
  return name.replace(/[%?#]/g, encodeURIComponent);
}

function unique(links: readonly Link[]): Link[] {
  const byPath = new Map(links.toReversed().map((link) => [link.path, link]));
  byPath.delete('/');
  return [...byPath.values()].reverse().filter(({ path }) => path.length < maxFoldedPath).slice(0, maxLinks); // prettier-ignore
}
