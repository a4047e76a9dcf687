let count = 0;

/** A post in the old site's format with an id that no other test has. */
export function buildPost(
  overrides: {
    id?: string;
    title?: string;
    body?: string;
    outlet?: string;
    date?: string;
    category?: string;
  } = {},
) {
  count += 1;
  const id =
    overrides.id ??
    `20240101${process.pid % 100_000}${String(count).padStart(5, '0')}`.padEnd(18, '0').slice(0, 18);
  // Categories of one outlet are one.
  const outlet = overrides.outlet ?? overrides.category ?? '端测日报';
  const title = overrides.title ?? `端到端测试第${id}篇`;
  const text = [
    '---',
    'layout: post',
    `title: "${title}"`,
    `date: ${overrides.date ?? '2024-01-01 08:00:00'} +0800`,
    `categories: ${overrides.category ?? 'duanceribao'}`,
    `tags: ${outlet}新闻`,
    '---',
    overrides.body ?? `<p>这是${title}的正文。</p>`,
  ].join('\n');
  return { id, slug: `NW${id}`, name: `2024-01-01-NW${id}.md`, title, text };
}
