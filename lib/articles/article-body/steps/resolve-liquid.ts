import { findCodeEnd } from './find-code-end';
import { renderLiquidOutput } from './render-liquid-output';

interface LiquidScan {
  source: string;
  position: number;
  output: string;
  removed: number;
}

/**
 * Liquid, the template language of Jekyll bodies, outside code: `raw` gives its inside as text, `highlight` becomes
 * a fenced block, `link` and `post_url` the path that Jekyll would give, `comment` goes with its inside, `{{ "text" }}`
 * becomes that text; every other tag and output goes. One pass, each character looked at a bounded number of times.
 * @returns the text and how many tags and outputs went without a trace of what they stood for.
 */
export function resolveLiquid(source: string): { text: string; removed: number } {
  if (!source.includes('{%') && !source.includes('{{')) return { text: source, removed: 0 };
  const scan: LiquidScan = { source, position: 0, output: '', removed: 0 };
  const next = /\{%|\{\{|`+|~{3,}|<(?:pre|code)\b/giu;
  while (scan.position < source.length) {
    next.lastIndex = scan.position;
    const match = next.exec(source);
    copyUntil(scan, match ? match.index : source.length);
    if (match) takeMark(scan, match[0].toLowerCase());
  }
  return { text: scan.output, removed: scan.removed };
}

function copyUntil(scan: LiquidScan, end: number): void {
  scan.output += scan.source.slice(scan.position, end);
  scan.position = end;
}

function takeMark(scan: LiquidScan, mark: string): void {
  if (mark === '{%') return takeTag(scan);
  if (mark === '{{') return takeOutput(scan);
  const end = findCodeEnd(scan.source, scan.position, mark);
  const code = scan.source.slice(scan.position, end);
  scan.output += code.includes('raw') ? code.replace(/\{%-? *(?:end)?raw *-?%\}/gu, '') : code;
  scan.position = end;
}

function takeTag(scan: LiquidScan): void {
  const end = scan.source.indexOf('%}', scan.position);
  if (end === -1) return copyUntil(scan, scan.source.length);
  const [name = '', ...rest] = scan.source
    .slice(scan.position + 2, end)
    .replace(/^-|-$/gu, '')
    .trim()
    .split(/\s+/u);
  scan.position = end + 2;
  const render = tags.get(name);
  if (render) scan.output += render(scan, rest);
  else scan.removed += 1;
}

const tags = new Map<string, (scan: LiquidScan, args: string[]) => string>([
  ['raw', (scan) => takeUntil(scan, 'endraw')],
  ['comment', (scan) => takeUntil(scan, 'endcomment').slice(0, 0)],
  ['highlight', (scan, [language = '']) => renderFence(takeUntil(scan, 'endhighlight'), language)],
  ['link', (_scan, [path = '']) => buildJekyllPath(path.replace(/^\/?/u, ''))],
  ['post_url', (_scan, [path = '']) => buildJekyllPath(path.replace(/^\/?/u, ''))],
]);

/** The text up to a closing tag, which is consumed; all the rest where it is missing. */
function takeUntil(scan: LiquidScan, name: string): string {
  const closing = new RegExp(`\\{%-? *${name} *-?%\\}`, 'gu');
  closing.lastIndex = scan.position;
  const match = closing.exec(scan.source);
  const inside = scan.source.slice(scan.position, match?.index);
  scan.position = match ? match.index + match[0].length : scan.source.length;
  return inside;
}

/** Eight backticks, so that a fence inside does not end it. */
function renderFence(code: string, language: string): string {
  const fence = '`'.repeat(8);
  return `\n\n${fence}${language}\n${code.replace(/^\n|\n[ \t]*$/gu, '')}\n${fence}\n\n`;
}

/** `en/news/_posts/2015-01-01-name.md` -> `/en/news/2015/01/01/name.html`; Jekyll's default permalink. */
function buildJekyllPath(path: string): string {
  const post = /^(.*?)(?:_posts\/)?(\d{4})-(\d{1,2})-(\d{1,2})-([^/]+?)(?:\.\w+)?$/u.exec(path);
  if (!post) return `/${path.replace(/\.(?:md|markdown|textile)$/u, '.html')}`;
  const [, folder = '', year, month = '', day = '', name] = post;
  return `/${folder}${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}/${name}.html`;
}

function takeOutput(scan: LiquidScan): void {
  const end = scan.source.indexOf('}}', scan.position);
  if (end === -1) return copyUntil(scan, scan.source.length);
  const value = renderLiquidOutput(scan.source.slice(scan.position + 2, end).trim());
  scan.position = end + 2;
  if (value !== null) scan.output += value;
  else dropOutput(scan);
}

/** `<{{ address }}>` would leave `<>` behind. */
function dropOutput(scan: LiquidScan): void {
  scan.removed += 1;
  if (!scan.output.endsWith('<') || scan.source[scan.position] !== '>') return;
  scan.output = scan.output.slice(0, -1);
  scan.position += 1;
}
