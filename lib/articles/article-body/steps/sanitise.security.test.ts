import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { cleanArticleBody } from '../article-body';
import { hasCorpus, readCorpusFile } from '../corpus-bodies';
import { sanitise } from './sanitise';

interface HtmlNode {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/** Written down a second time, on purpose: the check must not share the list that it checks. */
const elements = new Set(
  (
    'p br hr h2 h3 h4 h5 h6 strong b em i u s del ins sub sup small mark abbr cite q code pre kbd samp var ul ol li ' +
    'dl dt dd blockquote a img figure figcaption table thead tbody tfoot tr th td caption div data time ruby rt rp ' +
    'bdi bdo wbr details summary'
  ).split(' '),
);
const properties = new Set(
  (
    'href title rel src alt width height loading decoding referrerPolicy className id value role tabIndex start type ' +
    'reversed colSpan rowSpan scope dateTime dir cite'
  ).split(' '),
);
const classes = /^(?:stock|table-scroll|center|language-[\w+#.-]+)$/u;

const parser = unified().use(rehypeParse, { fragment: true });

/** What an independent parser finds that should not be there. */
function findViolations(html: string): string[] {
  const found: string[] = [];
  const open: HtmlNode[] = [parser.parse(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    open.push(...(node.children ?? []));
    if (node.type === 'element') found.push(...judgeElement(node));
    else if (node.type !== 'text' && node.type !== 'root') found.push(node.type);
  }
  return found;
}

function judgeElement({ tagName = '', properties: given = {} }: HtmlNode): string[] {
  const wrong = Object.entries(given).filter(
    ([name, value]) => !properties.has(name) || !isValueSafe(name, value),
  );
  return [...(elements.has(tagName) ? [] : [tagName]), ...wrong.map(([name]) => `${tagName}.${name}`)];
}

function isValueSafe(name: string, value: unknown): boolean {
  if (name === 'className') return Array.isArray(value) && value.every((item) => classes.test(String(item)));
  if (name === 'id') return /^b-/u.test(String(value));
  if (name === 'src') return /^(?:https?:\/\/|\/(?![/\\]))/u.test(String(value));
  return (
    (name !== 'href' && name !== 'cite') || /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))/u.test(String(value))
  );
}

describe.skipIf(!hasCorpus('security/xss.jsonl'))('11,430 attacks (skipped without real inputs)', () => {
  function readPayloads(): string[] {
    const lines = readCorpusFile('security/xss.jsonl').trim().split('\n');
    return lines.map((line) => (JSON.parse(line) as { payload: string }).payload);
  }

  test('are attacks: the check finds something in most of them', { timeout: 120_000 }, () => {
    const payloads = readPayloads();
    expect(payloads.length).toBeGreaterThan(11_000);
    expect(payloads.filter((payload) => findViolations(payload).length > 0).length).toBeGreaterThan(5000);
  });

  test('leave nothing in sanitised HTML, and a second pass changes nothing', { timeout: 120_000 }, () => {
    const failed = readPayloads().filter((payload) => {
      const html = sanitise(payload);
      return findViolations(html).length > 0 || sanitise(html) !== html;
    });
    expect(failed).toEqual([]);
  });

  test('leave nothing in a cleaned body, and cleaning again changes nothing', { timeout: 120_000 }, () => {
    const failed = readPayloads().filter((payload) => {
      const { html } = cleanArticleBody(payload);
      return findViolations(html).length > 0 || cleanArticleBody(html, { liquid: false }).html !== html;
    });
    expect(failed).toEqual([]);
  });
});
