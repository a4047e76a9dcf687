const id = '(?: id="b-[\\p{L}\\p{N}_.:-]{1,80}")?';
const text = '[^<>"\\u0000-\\u001f]*';
const rest = '[^<>"\\\\\\s\\u0000-\\u0020]*';
const title = `(?: title="${text}")?`;

/** Opening tags just as `writeHtml` writes them, with every attribute that may stand there and what it may say. */
const openings = [
  `p${id}(?: class="center")?`,
  `(?:h[2-6]|ul|ol|li|blockquote|figure|figcaption)${id}`,
  'strong|b|em|i|u|s|del|ins|sub|small|mark|q|code|kbd',
  `sup${id}`,
  `a href="https?://${rest}"${title}${id} rel="noopener noreferrer nofollow"`,
  `a href="(?:mailto:|/(?![/\\\\])|#b-)${rest}"${title}${id}`,
  'data class="stock" value="\\d{1,4}\\.[A-Za-z0-9_-]{1,20}"',
];
const picture =
  `img src="(?:https?://|/(?![/\\\\]))${rest}" alt="${text}"${title}(?: width="[1-9]\\d{0,4}")?` +
  '(?: height="[1-9]\\d{0,4}")? loading="lazy" decoding="async" referrerpolicy="no-referrer" /';

const token = new RegExp(
  `[^<>&]+|&(?:amp|lt|gt|quot);|<(?:[bh]r|wbr) />|<${picture}>|<(${openings.join('|')})>|</([a-z][a-z0-9]*)>`,
  'uy',
);

/** Where blocks may stand. A tag that is in neither list is phrasing and stands in any block but a list. */
const parents: Readonly<Record<string, string>> = {
  p: ' root blockquote li figcaption ',
  h2: ' root blockquote li ',
  h3: ' root blockquote li ',
  h4: ' root blockquote li ',
  h5: ' root blockquote li ',
  h6: ' root blockquote li ',
  ul: ' root blockquote li ',
  ol: ' root blockquote li ',
  li: ' ul ol ',
  blockquote: ' root blockquote li ',
  figure: ' root blockquote li ',
  figcaption: ' figure ',
};

/**
 * Whether HTML is made of nothing but text and the common tags of a body, each spelled in the one way in which
 * `writeHtml` spells it, closed in order, and standing where a browser leaves it: no other tag, attribute or kind of
 * address can be read out of it. Linear. What is not canonical to the letter, tables too, is left to the sanitiser.
 */
export function isCanonicalHtml(html: string): boolean {
  const open: string[] = ['root'];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const found = token.exec(html);
    if (!found) return false;
    const [, opening, closing] = found;
    if (closing !== undefined) {
      if (open.pop() !== closing) return false;
    } else if (opening !== undefined) {
      const end = opening.indexOf(' ');
      const name = end < 0 ? opening : opening.slice(0, end);
      if (!mayStand(name, open)) return false;
      open.push(name);
    }
  }
  return open.length === 1;
}

function mayStand(name: string, open: string[]): boolean {
  const parent = open.at(-1) ?? '';
  const allowed = parents[name];
  if (allowed !== undefined) return allowed.includes(` ${parent} `);
  if (name === 'a' && open.includes('a')) return false;
  return parent !== 'ul' && parent !== 'ol';
}
