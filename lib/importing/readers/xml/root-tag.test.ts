import { expect, it } from 'vitest';
import { findRootTag } from './root-tag';

it.each<[string, string | null]>([
  ['<rss version="2.0">', '<rss version="2.0">'],
  ['\n <?xml version="1.0"?>\n<!-- a <html> --><feed xmlns="x"><entry>', '<feed xmlns="x">'],
  ['<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd"><rss>', '<rss>'],
  ['<!DOCTYPE rss [\n<!ENTITY a "b>c">\n]>\n<rss>', '<rss>'],
  ['<?xml-stylesheet href="a.xsl"?><rdf:RDF>', '<rdf:RDF>'],
  ['<!DOCTYPE html><html>', '<html>'],
  ['---\ntitle: a\n---\n<rss>', null],
  ['Feeds begin with <rss>', null],
  ['<!-- never closed <rss>', null],
  ['{"a": 1}', null],
  ['', null],
])('%j begins with %j', (text, tag) => {
  expect(findRootTag(text)).toBe(tag);
});
