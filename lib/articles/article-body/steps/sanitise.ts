import sanitizeHtml from 'sanitize-html';
import { markSafeHtml, type SafeHtml } from '@/lib/articles/safe-html';
import { isCanonicalHtml } from '../is-canonical-html';
import { ID_PREFIX } from './clean-links';
import { stockValue } from './mark-stocks';
import { resolveAddress } from './resolve-address';

type Attributes = Record<string, string>;

/** A second pass that changes something shows a reader's parser may see it otherwise: it is run until it does not. */
const MAX_PASSES = 6;

const withId = (
  'p h2 h3 h4 h5 h6 hr ul ol li dl dt dd blockquote figure figcaption pre sup a ' +
  'table caption thead tbody tfoot tr td th div details summary'
).split(' ');
const allowedTags = [
  ...withId,
  ...'br strong b em i u s del ins sub small mark abbr cite q code kbd samp var'.split(' '),
  ...'img data time ruby rt rp bdi bdo wbr'.split(' '),
];

const allowedTagSet = new Set(allowedTags);

export function isAllowedTag(name: string): boolean {
  return allowedTagSet.has(name);
}

const attributesByTag: Record<string, string[]> = {
  a: ['href', 'title', 'rel'],
  img: ['src', 'alt', 'title', 'width', 'height', 'loading', 'decoding', 'referrerpolicy'],
  p: ['class'],
  code: ['class'],
  data: ['class', 'value'],
  div: ['class', 'role', 'tabindex'],
  ol: ['start', 'type', 'reversed'],
  li: ['value'],
  td: ['class', 'colspan', 'rowspan'],
  th: ['class', 'colspan', 'rowspan', 'scope'],
  abbr: ['title'],
  time: ['datetime'],
  bdo: ['dir'],
  q: ['cite'],
  blockquote: ['cite'],
};

/** What an attribute may say; one that is not listed here is judged by its tag's own rule. */
const valueRules: Record<string, RegExp> = {
  colspan: /^[1-9]\d{0,2}$/u,
  rowspan: /^[1-9]\d{0,2}$/u,
  width: /^[1-9]\d{0,4}$/u,
  height: /^[1-9]\d{0,4}$/u,
  start: /^-?\d{1,6}$/u,
  value: /^-?\d{1,6}$/u,
  type: /^[1aAiI]$/u,
  scope: /^(?:row|col|rowgroup|colgroup)$/u,
  dir: /^(?:ltr|rtl)$/u,
  datetime: /^[\dT:.Z+ -]{4,40}$/u,
  id: new RegExp(`^${ID_PREFIX}[\\p{L}\\p{N}_.:-]{1,80}$`, 'u'),
};

/**
 * The one gate to `SafeHtml`: allow-lists of tags, attributes and values, addresses judged by `new URL`.
 * The result is stable: sanitising it again gives it back. HTML that does not settle becomes plain text.
 */
export function sanitise(html: string): SafeHtml {
  // Nearly every body is what a pass would make of it already.
  return isCanonicalHtml(html) ? markSafeHtml(html) : sanitiseFully(html);
}

/** `sanitise` without its short cut. */
export function sanitiseFully(html: string): SafeHtml {
  let before = html;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const after = sanitizeHtml(before, options);
    if (after === before) return markSafeHtml(after);
    before = after;
  }
  return markSafeHtml(sanitizeHtml(before, { allowedTags: [], allowedAttributes: {} }));
}

const options: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: Object.fromEntries(
    allowedTags.map((tag) => [
      tag,
      [...(attributesByTag[tag] ?? []), ...(withId.includes(tag) ? ['id'] : [])],
    ]),
  ),
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  selfClosing: ['br', 'hr', 'img', 'wbr'],
  nestingLimit: 256,
  transformTags: { h1: 'h2', '*': cleanTag },
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
};

function cleanTag(tagName: string, attribs: Attributes): sanitizeHtml.Tag {
  const clean = tagRules[tagName];
  if (tagName === 'data' && !stockValue.test(attribs.value ?? '')) return { tagName: 'span', attribs: {} };
  return { tagName, attribs: clean ? clean(attribs) : keepValid(attribs) };
}

const tagRules: Record<string, (attribs: Attributes) => Attributes> = {
  a: cleanAnchor,
  img: cleanImage,
  data: ({ value = '' }) => ({ class: 'stock', value }),
  div: cleanDiv,
  code: ({ class: names = '' }) => pickClass(/(?:^|\s)(language-[\w+#.-]{1,40})(?=\s|$)/u.exec(names)?.[1]),
  p: cleanAligned,
  td: cleanAligned,
  th: cleanAligned,
  q: cleanQuote,
  blockquote: cleanQuote,
};

function keepValid(attribs: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attribs).filter(([name, value]) => !valueRules[name] || valueRules[name].test(value)),
  );
}

function cleanAnchor({ href = '', title, id = '' }: Attributes): Attributes {
  const address = resolveAddress(href);
  const isOutside = address !== null && /^https?:/u.test(address);
  return {
    ...(address === null ? {} : { href: address }),
    ...(title ? { title } : {}),
    ...keepValid(id ? { id } : {}),
    ...(isOutside ? { rel: 'noopener noreferrer nofollow' } : {}),
  };
}

function cleanImage({ src = '', alt = '', title, width = '', height = '' }: Attributes): Attributes {
  const address = resolveAddress(src);
  if (address === null || !/^(?:https?:|\/)/u.test(address)) return {};
  return {
    src: address,
    alt,
    ...(title ? { title } : {}),
    ...keepValid({ width, height }),
    loading: 'lazy',
    decoding: 'async',
    referrerpolicy: 'no-referrer',
  };
}

function cleanDiv({ class: name, id = '' }: Attributes): Attributes {
  const frame: Attributes = name === 'table-scroll' ? { class: name, role: 'group', tabindex: '0' } : {};
  return { ...keepValid(id ? { id } : {}), ...frame };
}

function cleanAligned({ class: name = '', style = '', ...attribs }: Attributes): Attributes {
  const isCentred =
    name === 'center' || /(?:^|;)\s*text-align\s*:\s*center/iu.test(style) || attribs.align === 'center';
  return { ...keepValid(attribs), ...(isCentred ? { class: 'center' } : {}) };
}

function cleanQuote({ cite, ...attribs }: Attributes): Attributes {
  const address = cite === undefined ? null : resolveAddress(cite);
  return { ...keepValid(attribs), ...(address === null ? {} : { cite: address }) };
}

function pickClass(name: string | undefined): Attributes {
  return name === undefined ? {} : { class: name };
}
