import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import { ghostReader } from './ghost';

const folder = findCorpus('ghost');

describe.skipIf(!folder)(folder ? 'Ghost exports' : 'Ghost exports: NOT RUN, folder missing', () => {
  const counts: Readonly<Record<string, number>> = {
    'curated-export/12.json': 0, // a newsletter of another program
    'export/ghost.json': 3,
    'mg-json/multi-post-only.json': 3,
  };
  const files = folder ? listFiles(folder).filter((file) => file.endsWith('.json')) : [];

  it.each(files.map((file) => [relative(folder ?? '', file), file]))('%s', (name, file) => {
    const text = readFileSync(file, 'utf8');
    const expected = counts[name] ?? 1;
    expect(ghostReader.recognise(text, 'notes.txt')).toBe(expected > 0);
    const entries = [...ghostReader.read(text, 'export', {})];
    const posts = entries.flatMap((entry) => (entry.kind === 'post' ? [entry.post] : []));
    expect(posts).toHaveLength(expected);
    for (const { fields, body } of posts) {
      expect(fields['title']).toMatch(/\S/);
      expect(fields['status']).toBe('publish');
      expect(fields['date']).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|\+00:00)$/);
      expect(body).toContain('<');
      expect(fields['tag'] ?? []).not.toContain('#internal');
    }
  });
});
