import type { Document } from 'domhandler';
import { isBlank, isNamed, listElements, setChildren } from '../dom';

/** A paragraph with nothing but a picture becomes a `<figure>`. */
export function frameImages(root: Document): void {
  for (const image of listElements(root)) {
    const { parent } = image;
    if (image.name !== 'img' || !isNamed(parent, 'p')) continue;
    if (!parent.children.every((node) => node === image || isBlank(node))) continue;
    setChildren(parent, [image]);
    parent.name = 'figure';
    const { id } = parent.attribs;
    parent.attribs = id === undefined ? {} : { id };
  }
}
