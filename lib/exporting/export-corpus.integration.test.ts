import { beforeEach, describe, expect, it } from 'vitest';
import { getDb } from '@/lib/db/prisma-client';
import { importPaths } from '@/lib/importing/import-paths';
import { findCorpus } from '@/testing/test-corpus';
import { exportFolder } from './export-folder';
import { emptyPortal, newFolder, readFolderTexts, readPortal } from './test-portal';

const cli = { dryRun: false, asDraft: false, origin: 'cli' } as const;

beforeEach(emptyPortal);

describe.each(['finews', 'ruby-lang'])('real posts: %s', (part) => {
  const corpus = findCorpus(part);

  it.skipIf(!corpus)(
    corpus ? 'come back from an export as they were' : 'exports of real posts: NOT RUN, folder missing',
    { timeout: 300_000 },
    async () => {
      await importPaths([corpus ?? ''], cli);
      const before = await readPortal();
      const articles = await getDb().article.count();
      expect(articles).toBeGreaterThan(20);
      const folder = await newFolder();
      await exportFolder(folder);
      expect(await importPaths([folder], cli)).toMatchObject({
        unchanged: articles,
        created: 0,
        updated: 0,
        rejected: 0,
      });
      await emptyPortal();
      expect(await importPaths([folder], cli)).toMatchObject({ created: articles, rejected: 0, skipped: 1 });
      expect(await readPortal()).toEqual(before);
      const again = await newFolder();
      await exportFolder(again);
      expect(await readFolderTexts(again)).toEqual(await readFolderTexts(folder));
    },
  );
});
