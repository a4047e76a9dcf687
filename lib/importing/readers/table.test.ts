import { describe, expect, it } from 'vitest';
import { guessColumns } from './guess-columns';
import type { RawEntry, ReadOptions } from './raw-post';
import { guessTableColumns, tableReader } from './table';

function read(text: string, options: ReadOptions = {}): string[] {
  return [...tableReader.read(text, 'a.csv', options)].map(summarise);
}

function summarise(entry: RawEntry): string {
  if (entry.kind === 'rejected')
    return `${entry.path}:${entry.note.line} ${entry.note.code} ${String(entry.note.params?.['reason'])}`;
  const { path, line, fields, body } = entry.post;
  return `${path}:${line} ${String(fields['title'])}|${String(fields['date'])}|${body}`;
}

describe('tableReader', () => {
  it.each<[string, string, string[]]>([
    ['commas', 'title,date,body\nA,2022-01-02,x\nB,2022-01-03,y', ['a.csv#1:2 A|2022-01-02|x', 'a.csv#2:3 B|2022-01-03|y']],
    ['tabs', 'title\tdate\tbody\nA\t2022-01-02\tx', ['a.csv#1:2 A|2022-01-02|x']],
    ['semicolons', 'Titel;Datum;Text\nA;2022-01-02;x, y', ['a.csv#1:2 A|2022-01-02|x, y']],
    ['Chinese names', '标题,发布时间,正文\n甲,2022-01-02 14:51,乙', ['a.csv#1:2 甲|2022-01-02 14:51|乙']],
    ['quotes and line ends', 'title,date,body\n"A, ""b""",d,"one\n\ntwo"\nB,d,y', ['a.csv#1:2 A, "b"|d|one\n\ntwo', 'a.csv#2:5 B|d|y']],
    ['raw quotes', 'title,date,body\nThe "A",d,5" x\nB,d,y', ['a.csv#1:2 The "A"|d|5" x', 'a.csv#2:3 B|d|y']],
    ['blank lines', 'title,date,body\n\nA,d,x\n\n', ['a.csv#1:3 A|d|x']],
    ['short rows', 'title,date,body,tags\nA,d,x', ['a.csv#1:2 A|d|x']],
    ['long rows', 'title,date,body\nA,d,x, and y,', ['a.csv#1:2 A|d|x,  and y']],
    ['a row that is no post', 'title,date,body\n,,\nA,d,x\n,d,', ['a.csv#1:2 row-broken empty', 'a.csv#2:3 A|d|x', 'a.csv#3:4 row-broken empty']],
    ['an open quote', 'title,date,body\nA,d,"x\nB,d,y\nC,d,z', ['a.csv#1:2 row-broken cut', 'a.csv#2:3 B|d|y', 'a.csv#3:4 C|d|z']],
    ['no header', `A headline here,2022-01-02,${'text '.repeat(30)}\nAnother headline,2022-01-03,${'more '.repeat(30)}`, [`a.csv#1:1 A headline here|2022-01-02|${'text '.repeat(30).trim()}`, `a.csv#2:2 Another headline|2022-01-03|${'more '.repeat(30).trim()}`]],
    ['a header alone', 'title,date,body', ['a.csv:undefined not-a-post undefined']],
  ])('reads %s', (_, text, expected) => {
    expect(tableReader.recognise(text, 'a.csv')).toBe(true);
    expect(read(text)).toEqual(expected);
  }); // prettier-ignore

  it('follows a mapping', () => {
    const text = 'name,title,day\nA,wrong,2022-01-02\n';
    const columns = { name: 'title', title: 'body', Day: 'date' };
    expect(read(text, { columns })).toEqual(['a.csv#1:2 A|2022-01-02|wrong']);
    expect(read('title,body,foo\nA,x,y', { columns: { foo: 'body' } })).toEqual(['a.csv#1:2 A|undefined|y']);
  });

  it.each<[string, string, boolean]>([
    ['a table without a type', 'title,date,body\nA,d,x\nB,d,y', true],
    ['prose with commas', 'Title, date, and then some.\nMore, and more, of it.', false],
    ['Markdown', '# Title, date, body\n\na, b, c', false],
    ['a table of Markdown', '| title | date | body |\n|---|---|---|\nword', false],
    ['rows of other widths', 'title,date,body\nA,d', false],
    ['front matter', '---\ntitle: a, b, c\n---\nx', false],
    ['HTML', '<p>title,date,body\nA,d,x', false],
  ])('recognises %s: %s %s', (_, text, expected) => {
    expect(tableReader.recognise(text, 'a.txt')).toBe(expected);
  });

  it('keeps count of rows and lines over many slices', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `"Title ${index}",2022-01-02,"line one of ${index}\nline two 财经"`);
    const text = `title,date,body\n${rows.join('\n')}\n`;
    const entries = [...tableReader.read(text, 'a.csv', {})];
    expect(entries).toHaveLength(20_000);
    expect(entries.map(summarise).at(-1)).toBe('a.csv#20000:40000 Title 19999|2022-01-02|line one of 19999\nline two 财经');
  }); // prettier-ignore

  it('comes to an end on nothing but quotes', () => {
    expect(read(`title,date,body\n${'"\n'.repeat(2001)}`).length).toBeGreaterThan(0);
    expect(read(`title,date,body\nA,d,"${'x\n'.repeat(400_000)}`).length).toBeGreaterThan(0);
  });
});

describe('guessColumns', () => {
  it('goes by names, then by content, one column a field', () => {
    const header = ['ID', 'Created', 'Published At', 'foo', 'bar', 'baz', 'n'];
    const row = [
      '7',
      '2021-01-01',
      '2022-01-01',
      'A headline',
      'https://a.example/1',
      'long '.repeat(40),
      '3',
    ];
    expect(guessColumns(header, [row]).map(({ column, field }) => `${column}=${field}`)).toEqual([
      'ID=guid', 'Created=null', 'Published At=date', 'foo=title', 'bar=link', 'baz=body', 'n=null',
    ]); // prettier-ignore
  });

  it('shows the first value', () => {
    expect(guessTableColumns('标题,正文,x\n,乙,\n甲,丙,', 'a.csv')).toEqual([
      { column: '标题', field: 'title', sample: '甲' },
      { column: '正文', field: 'body', sample: '乙' },
      { column: 'x', field: null, sample: '' },
    ]);
  });
});
