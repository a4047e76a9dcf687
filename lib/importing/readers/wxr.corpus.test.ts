import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import type { RawEntry, RawPost } from './raw-post';
import { readText } from './read-text';
import { wxrReader } from './wxr';

const folder = findCorpus('wxr');
const others = findCorpus('other');

function load(file: string): string {
  const read = readText({ path: 'export', bytes: readFileSync(file) });
  if ('rejected' in read) throw new Error(`${file}: ${read.rejected.code}`);
  return read.text;
}

function read(file: string): RawEntry[] {
  return [...wxrReader.read(load(file), 'export', {})];
}

function listPosts(file: string): RawPost[] {
  return read(file).flatMap((entry) => (entry.kind === 'post' ? [entry.post] : []));
}

function listWords(posts: readonly RawPost[], key: string): unknown[] {
  const lists = posts.map(({ fields }): unknown => fields[key]).filter((list) => Array.isArray(list));
  return lists.flatMap((list: unknown[]) => [...new Set(list)]);
}

describe.skipIf(!folder)(
  folder ? "WordPress's own test data" : "WordPress's own test data: NOT RUN, folder missing",
  () => {
    const posts = folder ? listPosts(join(folder, 'themeunittestdata.wordpress.xml')) : [];
    const find = (title: string) => posts.find(({ fields }) => fields['title'] === title)?.fields;

    it('has its posts and pages in their states', () => {
      const count = (key: string, value: string) =>
        posts.filter(({ fields }) => fields[key] === value).length;
      expect(posts).toHaveLength(58 + 21);
      expect(count('layout', 'page')).toBe(21);
      expect(count('status', 'publish')).toBe(56 + 21);
      expect(count('status', 'future')).toBe(1);
      expect(count('status', 'draft')).toBe(1);
      // The draft, and the one with a password.
      expect(count('draft', 'true')).toBe(2);
      expect(posts.filter(({ body }) => body === '').map(({ fields }) => fields['slug'])).toEqual(['edge-case-no-content', 'επίπεδο-3']); // prettier-ignore
    });

    it('has its categories and tags', () => {
      // 67 short names in 175 places; two categories of one post share the name Foo A.
      expect(listWords(posts, 'category')).toHaveLength(174);
      expect(new Set(listWords(posts, 'tag')).size).toBe(64);
      expect(listWords(posts, 'tag')).toHaveLength(188);
      expect(find('Edge Case: Many Categories')?.['category']).toHaveLength(63);
      expect(find('Edge Case: Many Tags')?.['tag']).toHaveLength(45);
      expect(find('Post Format: Standard')).toMatchObject({ category: ['classic', 'Post Formats'], category_name: 'Classic' }); // prettier-ignore
    });

    it.each([
      ['WP 6.1 Font size scale', '2023-01-16T07:08:31+00:00', 'wp-6-1-font-size-scale'],
      ['Keyboard navigation', '2018-10-20T20:03:48-07:00', 'keyboard-navigation'],
      ['About The Tests', '2010-07-25T19:40:01-07:00', 'about'],
      ['Level 3', '2007-12-11T16:23:16+10:00', 'level-3'],
      ['Page Image Alignment', '2013-03-15T18:19:23-05:00', 'page-image-alignment'],
      ['Template: Excerpt (Defined)', '2012-03-15T14:38:08-07:00', 'template-excerpt-defined'],
      ['Scheduled', '2030-01-01T12:00:18-07:00', 'scheduled'],
      ['Draft', '2013-04-09T11:20:39-07:00', undefined],
      ['Template: Password Protected (the password is "enter")', '2012-01-04T09:38:05-07:00', 'template-password-protected'], // prettier-ignore
      ['Markup: Title With Markup', '2013-01-05T10:00:49-07:00', 'markup-title-with-markup'],
      [`Markup: Title With Special Characters ~\`!@#$%^&*()-_=+{}[]/\\;:'"?,.>`, '2013-01-05T11:00:20-07:00', 'title-with-special-characters'], // prettier-ignore
      ['Block: Image', '2018-11-03T15:20:00+00:00', 'block-image'],
      ['Ελληνικά-Greek', '2020-02-14T13:31:00+03:00', 'greek'],
      ['Επίπεδο 3', '2020-02-14T13:32:50+03:00', 'επίπεδο-3'],
    ])('%s: %s', (title, date, slug) => {
      expect(find(title)).toMatchObject({ date });
      expect(find(title)?.['slug']).toBe(slug);
    });

    it('has pictures, captions and excerpts, and no shortcodes or block comments', () => {
      expect(posts.filter(({ fields }) => 'image' in fields)).toHaveLength(6);
      const all = posts.map(({ body }) => body).join('\n');
      expect(all).not.toMatch(/\[\/?(?:caption|gallery|embed)\b|<!-- \/?wp:/);
      expect(all.match(/<figcaption>/g)?.length).toBeGreaterThan(10);
      expect(find('Template: Excerpt (Defined)')?.['digest']).toContain('user-defined post excerpt');
    });
  },
);

describe.skipIf(!folder || !others)(
  folder && others ? 'WordPress exports' : 'WordPress exports: NOT RUN, folder missing',
  () => {
    const counts: Readonly<Record<string, number>> = {
      'mg-wp-xml/co-authors-plus.xml': 4,
      'mg-wp-xml/feature-image-captions.xml': 3,
      'mg-wp-xml/has-audio-enclosure-with-libsyn-embed.xml': 1,
      'mg-wp-xml/has-audio-enclosure.xml': 1,
      'mg-wp-xml/has-meta.xml': 1,
      'mg-wp-xml/has-yoast-meta.xml': 2,
      'mg-wp-xml/multiple/attachments-only.xml': 0,
      'mg-wp-xml/multiple/pages-only.xml': 1,
      'mg-wp-xml/multiple/posts-only.xml': 4,
      'mg-wp-xml/sample-no-slug.xml': 5,
      'mg-wp-xml/sample-with-alt.xml': 1,
      'mg-wp-xml/sample.xml': 5,
      'theme-preview.xml': 7,
      'themeunittestdata.wordpress.xml': 79,
      'wordpress-importer/phpunit/data/a11y-unit-test-data.xml': 65,
      'wordpress-importer/phpunit/data/invalid-version-tag.xml': 0,
      'wordpress-importer/phpunit/data/large-authors.xml': 0,
      'wordpress-importer/phpunit/data/malformed.xml': 0,
      'wordpress-importer/phpunit/data/missing-version-tag.xml': 0,
      'wordpress-importer/phpunit/data/namespace-edge-cases.xml': 6,
      'wordpress-importer/phpunit/data/small-export.xml': 11,
      'wordpress-importer/phpunit/data/term-formats.xml': 0,
      'wordpress-importer/phpunit/data/term-meta.xml': 0,
      'wordpress-importer/phpunit/data/theme-unit-test-data.xml': 79,
      'wordpress-importer/phpunit/data/valid-wxr-1.0.xml': 6,
      'wordpress-importer/phpunit/data/valid-wxr-1.1.xml': 2,
      'wordpress-importer/e2e/fixtures/wxr-comprehensive.xml': 2,
    };
    const files = folder ? listFiles(folder).filter((file) => file.endsWith('.xml')) : [];

    it.each(files.map((file) => [relative(folder ?? '', file), file]))('%s', (name, file) => {
      const entries = read(file);
      const posts = entries.filter(({ kind }) => kind === 'post');
      expect(wxrReader.recognise(load(file), 'notes.txt')).toBe(true);
      expect(posts).toHaveLength(counts[name] ?? 1);
      expect(entries.length - posts.length).toBe(posts.length === 0 ? 1 : 0);
    });

    it('keeps CDATA in CDATA whole', () => {
      const data = join(folder ?? '', 'wordpress-importer/phpunit/data');
      for (const name of ['crazy-cdata.xml', 'crazy-cdata-escaped.xml']) {
        const [post] = listPosts(join(data, name));
        expect(post).toMatchObject({
          fields: { title: 'Hello world!', slug: 'hello-world', date: '2012-01-05T14:30:46+00:00' },
          body: '<p>Content with nested <![CDATA[ tags ]]> :)</p>',
        });
      }
    });

    it("reads Squarespace's", () => {
      const file = join(others ?? '', 'squarespace/sample.xml');
      expect(wxrReader.recognise(load(file), 'sample')).toBe(true);
      const posts = listPosts(file);
      expect(posts).toHaveLength(5);
      expect(posts[0]?.fields).toMatchObject({
        title: 'Draft & Post & More—More',
        link: 'http://example.com/draft-post',
        slug: 'draft-post',
        author: 'Harry Squatter',
        draft: 'true',
      });
    });
  },
);
