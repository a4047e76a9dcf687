/**
 * The anchors under which old links find a category on the front page: `#荆州日报新闻`, the old site's tag, is the
 * name with 新闻 unless it already ends so; the bare name works as well. Each id is given once: to the first
 * category that asks for it. White space, which an id may not hold, becomes `-`.
 */
export function buildCategoryAnchors(names: string[]): string[][] {
  const given = new Set<string>();
  const tags = names.map((name) => toId(name.endsWith('新闻') ? name : `${name}新闻`));
  const own = tags.map((id) => take(given, id));
  return names.map((name, index) => [...(own[index] ?? []), ...take(given, toId(name))]);
}

function toId(name: string): string {
  return name.trim().replace(/\s+/gu, '-');
}

function take(given: Set<string>, id: string): string[] {
  if (given.has(id)) return [];
  given.add(id);
  return [id];
}
