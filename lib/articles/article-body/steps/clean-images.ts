import { type ChildNode, type Document, type Element, isTag, Text } from 'domhandler';
import { editTree, listElements } from '../dom';
import { resolveAddress } from './resolve-address';

const fallbackSources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'orginial_src',
  'original_src',
  'data-actualsrc',
];
const emptyAlts = /^(?:image|img|图片)$/iu;

/**
 * Pictures: an address that browsers can load, a size where the file's name tells it (`_w800h555`), no alt text
 * that says only "image". A picture without a usable address becomes its alt text.
 * @returns the first absolute http(s) address.
 */
export function cleanImages(root: Document, baseUrl: string | undefined): string | null {
  let first: string | null = null;
  const lost = new Set<ChildNode>();
  for (const image of listElements(root).filter((element) => element.name === 'img')) {
    const source = findSource(image, baseUrl);
    if (source === null) {
      lost.add(image);
      continue;
    }
    if (source.startsWith('http')) first ??= source;
    image.attribs = { src: source, alt: cleanAlt(image), ...findSize(image, source), ...findTitle(image) };
  }
  if (lost.size > 0)
    editTree(root, (node) => (isTag(node) && lost.has(node) ? [new Text(cleanAlt(node))] : null));
  return first;
}

function findSource(image: Element, baseUrl: string | undefined): string | null {
  for (const name of ['src', ...fallbackSources]) {
    const source = resolveAddress(image.attribs[name] ?? '', baseUrl);
    if (source !== null && !/^(?:mailto:|#)/u.test(source)) return source;
  }
  return null;
}

function cleanAlt(image: Element): string {
  const alt = (image.attribs.alt ?? '').trim();
  return emptyAlts.test(alt) ? '' : alt;
}

function findTitle(image: Element): { title?: string } {
  const title = image.attribs.title?.trim();
  return title ? { title } : {};
}

/** CSS pixels. A stated width scales the height of the file. */
function findSize(image: Element, source: string): { width?: string; height?: string } {
  const width = parsePixels(image.attribs.width);
  const height = parsePixels(image.attribs.height);
  const [, w, h] = /_w(\d{1,5})h(\d{1,5})\b/u.exec(source) ?? [];
  const ratio = Number(h) / Number(w);
  if ((width && height) || !Number.isFinite(ratio) || ratio === 0) return buildSize(width, height);
  if (height) return buildSize(Math.round(height / ratio), height);
  return buildSize(width ?? Number(w), Math.round((width ?? Number(w)) * ratio));
}

function buildSize(width: number | null, height: number | null): { width?: string; height?: string } {
  return { ...(width ? { width: `${width}` } : {}), ...(height ? { height: `${height}` } : {}) };
}

function parsePixels(value: string | undefined): number | null {
  const digits = /^\s*(\d{1,5})(?:px)?\s*$/u.exec(value ?? '')?.[1];
  return digits === undefined ? null : Number(digits) || null;
}
