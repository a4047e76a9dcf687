import { expect, it } from 'vitest';
import { feedReader } from './feed';
import { ghostReader } from './ghost';
import type { FormatReader } from './raw-post';
import { recogniseFormat } from './recognise-format';
import { wxrReader } from './wxr';

const last: FormatReader = {
  format: 'text',
  recognise: (_, path) => path.endsWith('.md'),
  read: feedReader.read,
};
const readers = [wxrReader, ghostReader, feedReader, last];

it.each([
  ['<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>', 'a.txt', 'wxr'],
  ['<rss><channel/></rss>', 'a', 'feed'],
  ['<?xml version="1.0"?><!-- x --><rdf:RDF/>', 'a.md', 'feed'],
  ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'a.csv', 'feed'],
  ['{"db":[{"data":{"posts":[{"title":"a","html":"b"}]}}]}', 'a.html', 'ghost'],
  ['{"posts":[{"title":"a"}]}', 'a.md', 'text'],
  ['Use `<rss>` as the root.', 'a.md', 'text'],
  ['<!doctype html><html><body><rss>', 'a.xml', undefined],
])('%j named %j is %s', (text, path, format) => {
  expect(recogniseFormat(text, path, readers)?.format).toBe(format);
});
