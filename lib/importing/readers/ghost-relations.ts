import { type GhostData, type GhostNamed, ghostNamed, type GhostPost } from './ghost-schema';

type Relation = GhostData['posts_tags'][number];

/** Tags and authors of posts, which an export keeps in tables of their own and the API inside of the posts. */
export class GhostRelations {
  private readonly tags: ReadonlyMap<string, GhostNamed>;
  private readonly users: ReadonlyMap<string, GhostNamed>;
  private readonly tagsOfPost: ReadonlyMap<string, Relation[]>;
  private readonly authorsOfPost: ReadonlyMap<string, Relation[]>;

  constructor(data: GhostData | undefined) {
    this.tags = indexById(data?.tags ?? []);
    this.users = indexById(data?.users ?? []);
    this.tagsOfPost = groupByPost(data?.posts_tags ?? []);
    this.authorsOfPost = groupByPost(data?.posts_authors ?? []);
  }

  /** Names in their order; those that begin with `#` are for the editors of the site only. */
  listTags(post: GhostPost): string[] {
    const related = this.tagsOfPost.get(post.id ?? '')?.map(({ tag_id: tag }) => this.tags.get(tag ?? ''));
    const names = (related ?? post.tags.map(parseNamed)).map((tag) => tag?.name?.trim() ?? '');
    return [...new Set(names.filter((name) => name !== '' && !name.startsWith('#')))];
  }

  findAuthor(post: GhostPost): string | null {
    const [first] = this.authorsOfPost.get(post.id ?? '') ?? [];
    const related = this.users.get(first?.author_id ?? first?.user_id ?? post.author_id ?? '');
    const author = related ?? post.primary_author ?? parseNamed(post.authors[0]) ?? post.author;
    return author?.name ?? null;
  }
}

function parseNamed(value: unknown): GhostNamed | undefined {
  return ghostNamed.safeParse(value).data;
}

function indexById(rows: readonly unknown[]): ReadonlyMap<string, GhostNamed> {
  const named = rows.map(parseNamed).filter((row) => row !== undefined);
  return new Map(named.map((row) => [row.id ?? '', row]));
}

function groupByPost(relations: readonly Relation[]): ReadonlyMap<string, Relation[]> {
  const ordered = relations.toSorted((one, other) => one.sort_order - other.sort_order);
  return Map.groupBy(ordered, ({ post_id: post }) => post ?? '');
}
