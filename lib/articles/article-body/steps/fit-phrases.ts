import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { editTree, isBlank, isNamed } from '../dom';

/**
 * Inline elements that say nothing as they stand become their text: `<time>` without a date that programs can read,
 * `<bdo>` without a direction, and ruby in which base text and readings do not alternate.
 */
export function fitPhrases(root: Document): void {
  editTree(root, (node) => (isTag(node) ? fitPhrase(node) : null));
}

function fitPhrase(element: Element): ChildNode[] | null {
  const { name, attribs, children, parent } = element;
  if (name === 'ruby') return alternates(element) ? null : children.flatMap(openReading);
  const isMeant =
    name === 'time'
      ? isDateTime(attribs.datetime ?? '')
      : name === 'bdo'
        ? /^(?:ltr|rtl)$/u.test(attribs.dir ?? '')
        : !isReading(element) || isNamed(parent, 'ruby');
  return isMeant ? null : children;
}

/** A day, with or without a time and a zone; 30 February is none. */
function isDateTime(value: string): boolean {
  const [, day = '', time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)?)?$/u.exec(value) ?? [];
  const date = new Date(`${day}T${time}Z`);
  if (Number.isNaN(date.getTime()) || day.startsWith('0000') || !isZone(zone)) return false;
  return date.toISOString().startsWith(`${day}T${time.slice(0, 5)}`);
}

function isZone(zone: string): boolean {
  return /^(?:Z|\+(?:[01]\d|2[0-3]):?[0-5]\d|-(?!00:?00)(?:[01]\d|2[0-3]):?[0-5]\d)$/u.test(zone);
}

function isReading(node: ChildNode): node is Element {
  return isNamed(node, 'rt') || isNamed(node, 'rp');
}

function openReading(node: ChildNode): ChildNode[] {
  return isReading(node) ? node.children : [node];
}

/** Every base text with its reading, and brackets on both sides of a reading or on none. */
function alternates({ children }: Element): boolean {
  return /^base (?:base |rt |rp rt rp )*(?:rt |rp rt rp )$/u.test(children.map(describePart).join(''));
}

/** An empty part may go later, or leave a line break where none may stand. */
function describePart(node: ChildNode): string {
  if (isBlank(node)) return isText(node) ? '' : 'empty ';
  return isReading(node) ? `${node.name} ` : 'base ';
}
