/** What a column seems to hold: a field of a post, `body`, or null when nothing shows. `sample` is its first value. */
export interface ColumnGuess {
  column: string;
  field: string | null;
  sample: string;
}

/** Names of columns and keys by the field they mean; as `foldName` writes them, the most telling first. */
const fieldNames: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'headline', 'posttitle', 'articletitle', 'subject', 'newstitle', '标题', '標題', '题目', '題目', '新闻标题', '文章标题', 'titel', 'titre', 'タイトル', '제목'],
  body: [
    'body', 'bodyhtml', 'bodymarkdown', 'content', 'contenthtml', 'html', 'contentencoded', 'contentrendered', 'postcontent', 'articlebody', 'fulltext',
    'text', 'contenttext', 'markdown', 'plaintext', '正文', '内容', '內容', '全文', '新闻内容', '文章内容', '本文', '내용',
  ],
  date: [
    'publishedat', 'date', 'publishedon', 'publisheddate', 'published', 'publishdate', 'publishtime', 'pubdate', 'pubtime', 'datepublished', 'postdate', 'datetime',
    'time', 'timestamp', 'created', 'createdat', 'createdon', 'createtime', '发布时间', '發佈時間', '发布日期', '发表时间', '发表日期', '日期', '时间', '時間', '创建时间', 'datum', '날짜',
  ],
  updated: ['updated', 'updatedat', 'modified', 'modifiedat', 'modifiedgmt', 'updatetime', 'lastmodified', 'datemodified', '更新时间', '修改时间', '更新時間'],
  digest: ['digest', 'summary', 'excerpt', 'abstract', 'description', 'teaser', 'lead', 'standfirst', 'subtitle', '摘要', '导语', '導語', '简介', '概要', '描述'],
  category: ['category', 'categoryslug', 'section', 'channel', 'column', 'topic', '分类', '分類', '栏目', '欄目', '频道', '类别'],
  categories: ['categories'],
  category_name: ['categoryname', '分类名称'],
  tags: ['tags', 'keywords', 'labels', 'tag', '标签', '標籤', '关键词', '关键字'],
  author: ['author', 'authors', 'byline', 'creator', 'writer', '作者', '记者', '記者', '撰稿'],
  source: ['source', 'sourcename', 'outlet', 'publisher', 'media', '来源', '來源', '媒体', '出处'],
  source_url: ['sourceurl', 'originalurl', 'sourcelink', '原文链接', '来源链接', '原文地址', '原文網址'],
  link: ['link', 'canonical', 'canonicalurl', 'permalinkurl', '链接', '鏈接', '网址', '地址'],
  permalink: ['permalink', 'url', 'path'],
  share_url: ['shareurl', 'sharelink', '分享链接'],
  slug: ['slug', 'postname', '别名'],
  guid: ['guid', 'id', 'uuid', 'postid', 'articleid', 'infocode', 'newsid', '编号', '文章编号'],
  language: ['language', 'lang', 'locale', '语言', '語言'],
  status: ['status', 'state', 'poststatus', '状态', '狀態'],
  image: ['image', 'imageurl', 'featureimage', 'featuredimage', 'thumbnail', 'cover', 'picture', 'img', '图片', '封面', '配图', '圖片'],
  draft: ['draft', 'isdraft', '草稿'],
}; // prettier-ignore

const fieldByName = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) => names.map((name, rank) => [name, { field, rank }] as const)),
); // prettier-ignore

/** The field that a column or key of this name means, and how telling the name is (0 is best); undefined when none. */
export function findFieldByName(name: string): { field: string; rank: number } | undefined {
  return fieldByName.get(foldName(name));
}

/** `Published_At`, `published-at`, `publishedAt` and `content.rendered` are each one name. */
function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s_.:@#()-]+/g, ''); // prettier-ignore
}

/**
 * What each column means, by its name and, where names say nothing, by what its first rows hold: dates, web addresses, the
 * longest texts. One column a field. Rows may be ragged.
 */
export function guessColumns(
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
): ColumnGuess[] {
  const named = header.map((column) => findFieldByName(column));
  const fields = named.map((found, index) => (found && isBestNamed(named, index) ? found.field : null));
  const values = header.map((_, index) => sampleRows.map((row) => (row[index] ?? '').trim()).filter(Boolean));
  guessByContent(fields, values);
  return header.map((column, index) => ({
    column,
    field: fields[index] ?? null,
    sample: (values[index]?.[0] ?? '').slice(0, 120).toWellFormed(),
  }));
}

function isBestNamed(named: readonly ReturnType<typeof findFieldByName>[], index: number): boolean {
  const own = named[index];
  const rivals = named.filter((other) => other?.field === own?.field);
  const best = Math.min(...rivals.map((other) => other?.rank ?? Infinity));
  return own?.rank === best && named.findIndex((other) => other?.field === own.field && other.rank === best) === index; // prettier-ignore
}

function guessByContent(fields: (string | null)[], values: readonly (readonly string[])[]): void {
  const give = (field: string, index: number) => {
    if (index >= 0 && !fields.includes(field)) fields[index] = field;
  };
  const find = (test: (texts: readonly string[]) => boolean) =>
    values.findIndex((texts, index) => fields[index] === null && texts.length > 0 && test(texts));
  give('date', find((texts) => texts.every(looksLikeDate))); // prettier-ignore
  give('link', find((texts) => texts.every((text) => /^https?:\/\/\S+$/i.test(text)))); // prettier-ignore
  const lengths = values.map((texts, index) => (fields[index] === null ? getMeanLength(texts) : 0));
  const longest = Math.max(0, ...lengths);
  if (longest >= 80) give('body', lengths.indexOf(longest));
  give('title', find((texts) => getMeanLength(texts) >= 6 && getMeanLength(texts) <= 150 && !texts.every((text) => /^[\d\s.,:/-]*$/.test(text)))); // prettier-ignore
}

function getMeanLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
}

/** As it may stand in a cell: `2022-02-18 14:51`, `2022年2月18日`, `18/02/2022`, `Fri, 18 Feb 2022 …`. */
export function looksLikeDate(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}|(?:[a-z]{3,9},? )?\d{1,2} [a-z]{3,9} (?:19|20)\d{2})/i.test(text) // prettier-ignore
  );
}
