let count = 0;

/** A story of this minute, in the old site's format. */
export function buildLivePost(): { name: string; text: string } {
  count += 1;
  const at = new Date(Date.now() + 8 * 3_600_000).toISOString();
  const day = at.slice(0, 10);
  const id = `NW${day.replaceAll('-', '')}${String(2_000_000_000 + count)}`;
  const text = [
    '---',
    'layout: post',
    `title: "现场第${count}条：市场消息"`,
    `date: ${day} ${at.slice(11, 19)} +0800`,
    'categories: xianchang',
    '---',
    `<p>这是第${count}条消息的正文，与别的都不同：${count * 7919}。</p>`,
  ].join('\n');
  return { name: `${day}-${id}.md`, text };
}
