import { expect, it } from 'vitest';
import { parseFeedForm } from './parse-feed-form';

const good = { name: ' 财经要闻 ', url: 'https://news.example/feed.xml' };

it('fills in what is not stated, and takes empty fields for not stated', () => {
  const settings = { language: '', timeZone: '', charset: null };
  expect(parseFeedForm({ ...good, settings })).toEqual({
    name: '财经要闻',
    url: good.url,
    kind: 'feed',
    mapping: { items: '', fields: {} },
    intervalSeconds: 900,
    settings: { canonical: 'own', rules: [] },
  });
});

it.each([
  [undefined, ''],
  [{ ...good, name: '  ' }, 'name'],
  [{ ...good, url: 'ftp://news.example/' }, 'url'],
  [{ ...good, url: 'https://user:secret@news.example/' }, 'url'],
  [{ ...good, intervalSeconds: 29 }, 'intervalSeconds'],
  [{ ...good, intervalSeconds: '86401' }, 'intervalSeconds'],
  [{ ...good, kind: 'page' }, 'kind'],
  [{ ...good, mapping: { fields: { body: 1 } } }, 'mapping'],
  [{ ...good, settings: { charset: 'klingon' } }, 'charset'],
  [{ ...good, settings: { timeZone: 'Asia/Nowhere' } }, 'timeZone'],
  [{ ...good, settings: { language: 'not a language' } }, 'language'],
  [{ ...good, settings: { category: { name: '' } } }, 'category'],
  [{ ...good, settings: { rules: [{ field: 'title', pattern: '/(/', action: 'drop' }] } }, 'rules'],
])('refuses %j, naming %s', (body, field) => {
  expect(() => parseFeedForm(body)).toThrow(expect.objectContaining({ code: 'feed-invalid', params: { field } })); // prettier-ignore
});
