import { replaceBetween } from './replace-between';

/** A small part of an XML file. */
export interface XmlElement {
  /** In lower case. The prefix is the usual one of the namespace (`dc:creator`), whatever the file calls it. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Its text and that of all elements in it, entities decoded. */
  text: string;
  /** What stands between its tags in the file, as it stands there. */
  inner: string;
  /** Line in the file, from 1. */
  line: number;
  /** Address that relative links in it begin from (`xml:base`), empty when none is stated. */
  base: string;
}

/** The children with one of these names, in the order of the names. */
export function findAll(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return names.flatMap((name) => element.children.filter((child) => child.name === name));
}

/** The first child that has text, by the order of the names. */
export function findFilled(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return findAll(element, ...names).find(({ text }) => text.trim() !== '');
}

/** The text of the first child that has any, trimmed; null when none has. */
export function findText(element: XmlElement, ...names: readonly string[]): string | null {
  return findFilled(element, ...names)?.text.trim() ?? null;
}

/** Text of all children with these names, trimmed, without empty ones and repetitions. */
export function listTexts(element: XmlElement, ...names: readonly string[]): string[] {
  const texts = findAll(element, ...names).map(({ text }) => text.trim());
  return [...new Set(texts.filter(Boolean))];
}

/**
 * Its content as HTML. Escaped markup and CDATA come out as markup, and so do elements that stand there openly
 * (Atom's `xhtml`, or HTML that nobody escaped).
 */
export function readHtml({ children, inner, text, attributes }: XmlElement): string {
  const isOpen = attributes['type'] === 'xhtml' || (children.length > 0 && !inner.includes('<![CDATA['));
  if (!isOpen) return text;
  const withoutCdata = replaceBetween(inner, '<![CDATA[', ']]>', (content) =>
    content.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
  );
  return withoutCdata.replace(/<(\/?)[a-z][a-z0-9]{0,20}:(?=[a-z])/gi, '<$1');
}
