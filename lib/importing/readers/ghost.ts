import { renderLexical } from './ghost-content/lexical';
import { renderMobiledoc } from './ghost-content/mobiledoc';
import { GhostRelations } from './ghost-relations';
import { type GhostPost, ghostPost, parseGhost } from './ghost-schema';
import { keepStated } from './keep-stated';
import { rejectEntry, rejectFile } from './many-posts';
import type { FormatReader, RawEntry, RawPost } from './raw-post';

/** Columns that only Ghost's posts have, in all of its versions and in its API. */
const marks = ['feature_image', 'custom_excerpt', 'mobiledoc', 'lexical', 'published_at', 'html', 'markdown'];
/** Stands for the address of the site that was exported. */
const siteMark = /__GHOST_URL__/g;
const statuses: Readonly<Record<string, string>> = {
  published: 'publish',
  scheduled: 'future',
  sent: 'private',
};

/** Ghost's export of all versions, the answer of its API, and the format of its migration tools. */
export const ghostReader: FormatReader = { format: 'ghost', recognise, read };

function recognise(text: string): boolean {
  if (!/^\s*\{/.test(text) || !text.includes('"posts"')) return false;
  const posts = parseGhost(text)?.posts.slice(0, 20) ?? [];
  return posts.some((post) => {
    const { data } = ghostPost.safeParse(post);
    return data !== undefined && marks.some((mark) => hasColumn(post, mark));
  });
}

/** Also when it is null there. */
function hasColumn(post: unknown, name: string): boolean {
  if (typeof post !== 'object' || post === null) return false;
  return name in post || ('data' in post && hasColumn(post.data, name));
}

function* read(text: string, path: string): Generator<RawEntry> {
  const data = parseGhost(text);
  const posts = data?.posts ?? [];
  const relations = new GhostRelations(data);
  for (const [index, unknownPost] of posts.entries()) {
    const place = `${path}#${index + 1}`;
    const { data: post } = ghostPost.safeParse(unknownPost);
    const content = post && readContent(post);
    if (!post || !content || (content.body === '' && !post.title?.trim())) yield rejectEntry({ path: place });
    else
      yield {
        kind: 'post',
        post: { path: place, fields: readFields(post, relations), ...content, notes: [] },
      };
  }
  if (posts.length === 0) yield rejectFile(path);
}

function readFields(post: GhostPost, relations: GhostRelations): Record<string, unknown> {
  const stated = post.status ?? 'published';
  const status = statuses[stated] ?? stated;
  const name = post.uuid ?? post.id;
  return keepStated({
    title: post.title,
    date: post.published_at ?? post.created_at,
    updated: post.updated_at,
    slug: post.slug,
    link: (post.canonical_url ?? post.url)?.replace(siteMark, ''),
    canonical_url: post.canonical_url?.replace(siteMark, ''),
    guid: name ? `ghost:${name}` : null,
    tag: relations.listTags(post),
    author: relations.findAuthor(post),
    status,
    draft: status === 'publish' || status === 'future' ? null : 'true',
    digest: post.custom_excerpt ?? post.meta_description,
    image: (post.feature_image ?? post.image)?.replace(siteMark, ''),
    language: post.locale ?? post.language,
  });
}

/** What was rendered by Ghost itself comes first; drafts have only what their editor keeps. */
function readContent(post: GhostPost): Pick<RawPost, 'body' | 'bodyFormat'> {
  const { html, lexical, mobiledoc, markdown } = post;
  if (!html?.trim() && !lexical && !mobiledoc && markdown) return { body: markdown, bodyFormat: 'markdown' };
  const body =
    html?.trim() || (lexical && renderLexical(lexical)) || (mobiledoc && renderMobiledoc(mobiledoc));
  return { body: (body || '').replace(siteMark, ''), bodyFormat: 'html' };
}
