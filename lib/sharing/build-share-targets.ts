/** A service that takes a link by an ordinary address: no script of theirs, and nothing is sent before a click. */
export interface ShareTarget {
  id: 'weibo' | 'qq' | 'x' | 'telegram' | 'email';
  href: string;
}

/** Where a reader may pass a story on; `url` is its short link, absolute. */
export function buildShareTargets(title: string, url: string): ShareTarget[] {
  return [
    { id: 'weibo', href: address('https://service.weibo.com/share/share.php', { url, title }) },
    { id: 'qq', href: address('https://connect.qq.com/widget/shareqq/index.html', { url, title }) },
    { id: 'x', href: address('https://x.com/intent/post', { url, text: title }) },
    { id: 'telegram', href: address('https://t.me/share/url', { url, text: title }) },
    { id: 'email', href: address('mailto:', { subject: title, body: `${title}\n${url}` }) },
  ];
}

/** Spaces as `%20`: mail programs show a `+` as it is. Source: RFC 6068, 5. */
function address(base: string, query: Record<string, string>): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`,
  );
  return `${base}?${pairs.join('&')}`;
}
