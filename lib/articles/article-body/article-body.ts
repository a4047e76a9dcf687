import type { SafeHtml } from '@/lib/articles/safe-html';
import type { StockMention } from '@/lib/articles/stock-mention';
import { buildPlainText, readPlainText } from './plain-text';
import { buildParagraphs } from './steps/build-paragraphs';
import { cleanImages } from './steps/clean-images';
import { cleanLinks } from './steps/clean-links';
import { dropCharts } from './steps/drop-charts';
import { dropEmpty } from './steps/drop-empty';
import { dropHidden } from './steps/drop-hidden';
import { fitPhrases } from './steps/fit-phrases';
import { fitStructure } from './steps/fit-structure';
import { frameImages } from './steps/frame-images';
import { liftDigest } from './steps/lift-digest';
import { liftNavigation } from './steps/lift-navigation';
import { liftSourceLinks } from './steps/lift-source-links';
import { liftSourceName } from './steps/lift-source-name';
import { markStocks } from './steps/mark-stocks';
import { normaliseText } from './steps/normalise-text';
import { parseBody } from './steps/parse-body';
import { removeUnsafe } from './steps/remove-unsafe';
import { renderMarkdown } from './steps/render-markdown';
import { renderPlainText } from './steps/render-plain-text';
import { resolveLiquid } from './steps/resolve-liquid';
import { sanitise } from './steps/sanitise';
import { shiftHeadings } from './steps/shift-headings';
import { tidyWhitespace } from './steps/tidy-whitespace';
import { unwrapUnknown } from './steps/unwrap-unknown';
import { wrapTables } from './steps/wrap-tables';
import { writeHtml } from './write-html';

export type BodyWarningCode =
  | 'hidden-content-removed'
  | 'chart-removed'
  | 'unsafe-content-removed'
  | 'liquid-removed'
  | 'body-deeply-nested'
  | 'control-characters-removed';

export interface BodyWarning {
  code: BodyWarningCode;
  params?: Record<string, string | number>;
}

export interface CleanedBody {
  /** Canonical: cleaning it again changes nothing (with `liquid: false` where it shows `{{`). */
  html: SafeHtml;
  /** Paragraphs separated by `\n`, no markup. */
  text: string;
  /** The quote that opened the post, without the outlet in brackets at its end. */
  digest: string | null;
  sourceName: string | null;
  /** The story's page at its source, http(s). */
  sourceUrl: string | null;
  /** The share page, `…NewsShare.html?infoCode=NW…`. */
  shareUrl: string | null;
  /** Every address that was lifted, as written. */
  sourceLinks: string[];
  /** First picture, absolute http(s). */
  imageUrl: string | null;
  mentions: StockMention[];
  warnings: BodyWarning[];
}

export interface CleanOptions {
  /** Address of the page that the body comes from: relative addresses are resolved against it. */
  baseUrl?: string;
  /** False for bodies that are no Jekyll posts, where `{{ … }}` is text. */
  liquid?: boolean;
  /** How the body is written; Markdown with HTML in it when absent. */
  format?: 'markdown' | 'html' | 'text';
  /** What is usually taken out and shall stay. */
  keep?: ReadonlySet<'charts' | 'hidden'>;
}

/** A post's body, Markdown or HTML or both, as safe HTML, and what it held besides the story. */
export function cleanArticleBody(source: string, options: CleanOptions = {}): CleanedBody {
  const plain = normaliseText(source);
  const liquid = options.liquid === false ? { text: plain.text, removed: 0 } : resolveLiquid(plain.text);
  const { root, flattened } = parseBody(renderBody(liquid.text, options.format));

  const charts = options.keep?.has('charts') ? 0 : dropCharts(root);
  const hidden = options.keep?.has('hidden') ? 0 : dropHidden(root);
  const unsafe = removeUnsafe(root);
  buildParagraphs(root);

  liftNavigation(root);
  const { links, sourceUrl, shareUrl } = liftSourceLinks(root);
  const sourceName = liftSourceName(root);
  const quote = liftDigest(root);

  fitPhrases(root);
  const mentions = markStocks(root);
  const imageUrl = cleanImages(root, options.baseUrl);
  fitStructure(root);
  cleanLinks(root, options.baseUrl);
  shiftHeadings(root);
  unwrapUnknown(root);
  dropEmpty(root);
  frameImages(root);
  wrapTables(root);
  tidyWhitespace(root);

  const written = writeHtml(root);
  const html = sanitise(written);
  return {
    html,
    text: html === written ? readPlainText(root) : buildPlainText(html),
    digest: quote.digest,
    sourceName: sourceName ?? quote.sourceName,
    sourceUrl,
    shareUrl,
    sourceLinks: links,
    imageUrl,
    mentions,
    warnings: listWarnings({
      'control-characters-removed': plain.removed,
      'liquid-removed': liquid.removed,
      'body-deeply-nested': flattened,
      'chart-removed': charts,
      'hidden-content-removed': hidden,
      'unsafe-content-removed': unsafe,
    }),
  };
}

function renderBody(source: string, format: CleanOptions['format']): string {
  if (format === 'html') return source;
  return format === 'text' ? renderPlainText(source) : renderMarkdown(source);
}

function listWarnings(counts: Record<BodyWarningCode, number>): BodyWarning[] {
  const codes: BodyWarningCode[] = [
    'control-characters-removed',
    'liquid-removed',
    'body-deeply-nested',
    'chart-removed',
    'hidden-content-removed',
    'unsafe-content-removed',
  ];
  return codes.filter((code) => counts[code] > 0).map((code) => ({ code, params: { count: counts[code] } }));
}
