import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from './charset';
import { listCharsetAlternatives } from './charset-alternatives';
import { findCorpus, listFiles } from '@/testing/test-corpus';

const text = '央行今日开展逆回购操作';
/** The same as a Chinese editor of 2005 saves it. */
const gbk = Buffer.from('0evQ0L3xyNW/qtW5xOa72Lm6stnX9w==', 'base64');

describe('listCharsetAlternatives', () => {
  it('offers what a wrong guess should have been, as text', () => {
    const found = listCharsetAlternatives(Buffer.concat([Buffer.from('title: x\n\n'), gbk]), 'windows-1252');
    expect(found[0]).toEqual({ charset: 'gb18030', sample: `title: x ${text}` });
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found.map(({ charset }) => charset)).not.toContain('windows-1252');
  });

  it('leaves out what was chosen, what does not fit and what looks the same', () => {
    const found = listCharsetAlternatives(gbk, 'GBK');
    const samples = found.map(({ sample }) => sample);
    expect(samples).not.toContain(text);
    expect(samples.join()).not.toContain('\ufffd');
    expect(new Set(samples).size).toBe(samples.length);
    expect(listCharsetAlternatives(Buffer.from('plain'), 'utf-8')).toEqual([]);
  });

  it('shows the text from shortly before its first letter beyond ASCII', () => {
    const [first] = listCharsetAlternatives(Buffer.concat([Buffer.from('x'.repeat(500)), gbk]), 'big5');
    expect(first).toEqual({ charset: 'gb18030', sample: `${'x'.repeat(20)}${text}` });
  });
});

const corpus = findCorpus('charset/corpus/generated');
const offered = /^(?:UTF-8|UTF-16.*|GB18030|Big5|EUC-JP|EUC-KR|CP949|Shift_JIS)$/;

describe.skipIf(!corpus)(
  corpus ? 'texts in many encodings' : 'texts in many encodings: NOT RUN, folder missing',
  () => {
    it('offer their own encoding when another one was chosen', () => {
      const files = listFiles(corpus ?? '.').filter(
        (file) => file.endsWith('.bin') && offered.test(file.split(sep).at(-4) ?? ''),
      );
      expect(files.length).toBeGreaterThan(10);
      const missing = files.filter((file) => {
        const bytes = readFileSync(file);
        const decoded = decodeText(bytes);
        const right = 'charset' in decoded ? decoded.charset : '';
        return !listCharsetAlternatives(bytes, 'koi8-r').some(({ charset }) => charset === right);
      });
      expect(missing).toEqual([]);
    });
  },
);
