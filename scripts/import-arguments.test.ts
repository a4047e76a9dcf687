import { describe, expect, it } from 'vitest';
import { defaultImportOptions } from '@/lib/importing/import-options';
import { parseImportArguments } from './import-arguments';

describe('parseImportArguments', () => {
  it('reads paths, flags and options', () => {
    const args = 'posts - --dry-run --json --as-draft --zone Asia/Tokyo --charset gbk --category=要闻 --on-duplicate skip';
    expect(parseImportArguments([...args.split(' '), '--columns', 'Kopf=title, a=b=body,alt='], '/home')).toEqual({
      paths: ['/home/posts', '-'],
      dryRun: true,
      json: true,
      asDraft: true,
      options: {
        ...defaultImportOptions,
        timeZone: 'Asia/Tokyo',
        charset: 'gb18030',
        defaultCategory: { name: '要闻' },
        duplicates: 'skip',
        columns: { Kopf: 'title', 'a=b': 'body', alt: '' },
      },
    });
  }); // prettier-ignore

  it('is plain without options', () => {
    expect(parseImportArguments(['a'], '/')).toMatchObject({ dryRun: false, json: false, options: defaultImportOptions });
  }); // prettier-ignore

  it.each([
    [[]],
    [['a', '--nonsense']],
    [['a', '--json=1']],
    [['a', '--zone']],
    [['a', '--zone', 'Mars/Base']],
    [['a', '--charset', 'klingon']],
    [['a', '--on-duplicate', 'replace']],
    [['a', '--columns', 'title']],
  ])('explains %j', (args) => {
    const answer = parseImportArguments(args);
    expect(answer).toEqual(expect.stringContaining('npm run import'));
    const option = args.find((arg) => arg.startsWith('--'))?.split('=')[0];
    expect(answer).toContain(option ?? '');
  });
});
