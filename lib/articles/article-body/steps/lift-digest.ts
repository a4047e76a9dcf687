import { type Document, type Element, isTag } from 'domhandler';
import { removeElement } from 'domutils';
import { isBlank, readText } from '../dom';

export interface LiftedDigest {
  digest: string | null;
  /** The outlet in brackets at its end, which is no part of the digest. */
  sourceName: string | null;
}

/** A longer quote is part of the story. */
const MAX_DIGEST_LENGTH = 600;

/**
 * The digest of the old site: a Markdown quote of one paragraph that opens the post, with the story after it.
 * `<blockquote>` in HTML is part of the story.
 */
export function liftDigest(root: Document): LiftedDigest {
  const [first, ...rest] = root.children.filter((node) => !isBlank(node));
  if (!first || !isTag(first) || !isDigest(first) || rest.length === 0)
    return { digest: null, sourceName: null };
  removeElement(first);
  return splitDigest(readText(first));
}

function isDigest(element: Element): boolean {
  if (element.name !== 'blockquote' || element.attribs['data-digest'] === undefined) return false;
  const [paragraph, ...more] = element.children.filter(isTag);
  return paragraph?.name === 'p' && more.length === 0 && readText(element).length <= MAX_DIGEST_LENGTH;
}

/** `…企业。（上海证券报）` -> the text and the outlet. */
export function splitDigest(text: string): LiftedDigest {
  const [, body = text, name] = /^(.*[。！？.!?”])\s*[（(]([^（()）]{2,30})[）)]$/u.exec(text) ?? [];
  const isName = name !== undefined && /^[\p{L}\p{N}·\-\s]+$/u.test(name) && !notAnOutlet.test(name);
  return isName
    ? { digest: body, sourceName: name }
    : { digest: text === '' ? null : text, sourceName: null };
}

const notAnOutlet = /^(?:记者|编辑|作者|责编|见图|图|文|完|未完|待续|更新)|^\d+$/u;
