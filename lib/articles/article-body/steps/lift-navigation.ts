import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { listLeafBlocks, readText, removeNodes } from '../dom';

/**
 * The old site's way back (`[返回…新闻](…)｜[返回首页](…)`, in one line or two, to any of its hosts): paragraphs of
 * nothing but such links and what stands between them. The portal has its own.
 * @returns how many paragraphs went.
 */
export function liftNavigation(root: Document): number {
  const navigation = listLeafBlocks(root).filter(isNavigation);
  removeNodes(root, new Set(navigation));
  return navigation.length;
}

function isNavigation(block: Element): boolean {
  return (
    block.children.some(isBackLink) && block.children.every((node) => isBackLink(node) || isSeparator(node))
  );
}

function isBackLink(node: ChildNode): boolean {
  return isTag(node) && node.name === 'a' && /^(?:[«‹←<]\s*)?返回/u.test(readText(node));
}

function isSeparator(node: ChildNode): boolean {
  return isText(node) ? /^[\s|｜·•/、,，-]*$/u.test(node.data) : isTag(node) && node.name === 'br';
}
