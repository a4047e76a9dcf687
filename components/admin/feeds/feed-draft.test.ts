import { expect, it } from 'vitest';
import { parseFeedForm } from '@/lib/feeds/parse-feed-form';
import { buildDraft, buildFormBody, buildRule, emptyDraft } from './feed-draft';

const forms = [
  { name: '甲', url: 'https://a.example/feed' },
  {
    name: '乙',
    url: 'https://b.example/api',
    kind: 'json',
    intervalSeconds: 30,
    mapping: { items: 'data.list', fields: { title: 'headline', body: 'text' } },
    settings: {
      category: { name: '要闻' },
      language: 'zh-CN',
      timeZone: 'Asia/Tokyo',
      charset: 'gb18030',
      canonical: 'original',
      rules: [
        { field: 'title', pattern: '广告', action: 'drop', value: '' },
        { field: 'tag', pattern: '/^A股/', action: 'category', value: '股市' },
      ],
    },
  },
];

it.each(forms)('shows and sends back $name as it was', (body) => {
  const form = parseFeedForm(body);
  expect(parseFeedForm(buildFormBody(buildDraft(form)))).toEqual(form);
});

it('an empty form lacks name and address, nothing else', () => {
  expect(parseFeedForm({ ...buildFormBody(emptyDraft), name: 'x', url: 'http://x.example' })).toMatchObject({ name: 'x' }); // prettier-ignore
});

it('a new rule never has the key of another', () => {
  const rules = [{ ...buildRule([]), key: 4 }, { ...buildRule([]), key: 1 }]; // prettier-ignore
  expect(buildRule(rules).key).toBe(5);
});
