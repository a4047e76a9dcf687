import type { ActingEditor } from '@/lib/articles/article-admin-store';
import type { ArticleStatus } from '@/lib/articles/article';
import { getDb } from '@/lib/db/prisma-client';

/** Another article of a group, as an editor sees it. */
export interface EditorGroupMember {
  slug: string;
  title: string;
  publishedAt: Date;
  /** The category, and the source where it is another name. */
  outlets: string[];
  isPublic: boolean;
  /** Share of the text that is the same, 0 to 1; null where only an editor or a third article connects the two. */
  similarity: number | null;
}

/** A decision of an editor about an article that stands. */
export interface EditorGroupChoice {
  id: number;
  kind: 'split' | 'join';
  createdAt: Date;
  /** Title of the article that was joined. */
  otherTitle: string | null;
}

export interface EditorStoryGroup {
  members: EditorGroupMember[];
  choices: EditorGroupChoice[];
  isApart: boolean;
}

/** What an editor should know of an article's group: its other articles in every state, and what editors decided. */
export async function findStoryGroupForEditor(
  _editor: ActingEditor,
  slug: string,
): Promise<EditorStoryGroup> {
  const [members, choices] = await Promise.all([listMembers(slug), listChoices(slug)]);
  return { members, choices, isApart: choices.some(({ kind }) => kind === 'split') };
}

async function listMembers(slug: string): Promise<EditorGroupMember[]> {
  const rows = await getDb().storyMember.findMany({
    where: { group: { members: { some: { article: { slug } } } } },
    select: {
      articleId: true,
      article: { select: { slug: true, title: true, publishedAt: true, sourceName: true, category: { select: { name: true } }, status: true, deletedAt: true } },
    },
    orderBy: [{ article: { publishedAt: 'desc' } }, { articleId: 'desc' }],
  }); // prettier-ignore
  const here = rows.find(({ article }) => article.slug === slug);
  if (!here) return [];
  const pairs = await getDb().storyPair.findMany({
    where: { OR: [{ firstId: here.articleId }, { secondId: here.articleId }] },
  });
  return rows
    .filter((row) => row !== here)
    .map(({ articleId, article: { status, deletedAt, sourceName, category, ...report } }) => ({
      ...report,
      outlets: [...new Set([category?.name, sourceName].filter((name) => name != null))],
      isPublic: isPublic(status, deletedAt),
      similarity: pairs.find(({ firstId, secondId }) => firstId === articleId || secondId === articleId)?.similarity ?? null, // prettier-ignore
    }));
}

function isPublic(status: ArticleStatus, deletedAt: Date | null): boolean {
  return status === 'published' && deletedAt === null;
}

async function listChoices(slug: string): Promise<EditorGroupChoice[]> {
  const rows = await getDb().storyChoice.findMany({
    where: { undoneAt: null, OR: [{ article: { slug } }, { kind: 'join', other: { slug } }] },
    select: {
      id: true,
      kind: true,
      createdAt: true,
      article: { select: { slug: true, title: true } },
      other: { select: { title: true } },
    },
    orderBy: { id: 'desc' },
    take: 50,
  });
  return rows.map(({ id, kind, createdAt, article, other }) => ({
    id,
    kind: kind === 'split' ? 'split' : 'join',
    createdAt,
    otherTitle: article.slug === slug ? (other?.title ?? null) : article.title,
  }));
}
