import { expect, it } from 'vitest';
import { listCategoryRows } from './category-rows';

it('shows found categories with all spellings, and those that an earlier choice sent elsewhere', () => {
  const categories = [
    {
      key: 'techweb',
      names: [
        { name: 'TechWeb', count: 2 },
        { name: 'Techweb', count: 1 },
      ],
      count: 3,
      existing: null,
    },
    {
      key: '证券报',
      names: [{ name: '证券报', count: 5 }],
      count: 5,
      existing: { slug: 'zqb', name: '证券报' },
    },
  ];
  const draft = { categories: { techweb: { name: '科技网' }, 旧名: { name: '证券报' } } };
  expect(listCategoryRows({ categories }, draft)).toEqual([
    { key: '旧名', label: '旧名', count: null, exists: true, chosen: '证券报' },
    { key: 'techweb', label: 'TechWeb / Techweb', count: 3, exists: false, chosen: '科技网' },
    { key: '证券报', label: '证券报', count: 5, exists: true, chosen: '' },
  ]);
});
