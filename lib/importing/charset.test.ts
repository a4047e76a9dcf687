import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from './charset';
import { findCorpus, listFiles } from '@/testing/test-corpus';

const chinese = '据悉，央行今日开展逆回购操作，利率与此前持平，市场资金面总体平稳。';
/** The same sentence as a Chinese editor of 2005 saves it. */
const gbk = Buffer.from(
  'vt3PpKOs0evQ0L3xyNW/qtW5xOa72Lm6stnX96OswPvCytPrtMvHsLPWxr2jrMrQs6HXyr3ww+bX3Mzlxr3OyKGj',
  'base64',
);

function utf16(text: string, bigEndian = false): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(chinese), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${chinese}`), 'utf-8', false],
    ['GBK', gbk, 'gb18030', true],
    ['UTF-16LE with a mark', utf16(`\ufeff${chinese}`), 'utf-16le', false],
    ['UTF-16BE with a mark', utf16(`\ufeff${chinese}`, true), 'utf-16be', false],
    ['declared', Buffer.concat([Buffer.from('charset: gbk\n'), gbk]), 'gb18030', false],
  ])('%s', (_, bytes, charset, guessed) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ charset, guessed });
    expect('text' in decoded && decoded.text.replace('charset: gbk\n', '')).toBe(chinese);
  });

  it('reads UTF-16 without a mark when it has ASCII in it', () => {
    const post = `---\ntitle: ${chinese}\n---\n${chinese}\n`;
    expect(decodeText(utf16(post))).toEqual({ text: post, charset: 'utf-16le', guessed: true });
    expect(decodeText(utf16(post, true))).toEqual({ text: post, charset: 'utf-16be', guessed: true });
  });

  it('reads UTF-16 whose mark is that of the other byte order', () => {
    const bytes = Buffer.concat([Buffer.from([0xfe, 0xff]), utf16('one two three four five')]);
    expect(decodeText(bytes)).toMatchObject({ text: 'one two three four five', charset: 'utf-16le' });
  });

  it.each(['utf16le', 'utf16be'])('reads %s without a mark and without ASCII', (name) => {
    const charset = name.replace('utf16', 'utf-16');
    const decoded = decodeText(utf16(chinese, name.endsWith('be')));
    expect(decoded).toEqual({ text: chinese, charset, guessed: true });
  });

  it('takes a stated character set, but not against a mark, and no unknown one', () => {
    expect(decodeText(gbk, { charset: 'GBK' })).toEqual({
      text: chinese,
      charset: 'gb18030',
      guessed: false,
    });
    expect(decodeText(gbk, { charset: 'latin1' })).toMatchObject({ charset: 'windows-1252', guessed: false });
    const declared = Buffer.concat([Buffer.from('charset: big5\n'), gbk]);
    expect(decodeText(declared, { charset: 'gb2312' })).toMatchObject({ text: `charset: big5\n${chinese}` });
    expect(decodeText(utf16(`\ufeff${chinese}`), { charset: 'gbk' })).toMatchObject({ text: chinese });
    expect(decodeText(gbk, { charset: 'no such' })).toMatchObject({ charset: 'gb18030', guessed: true });
  });

  it.each([
    ['an XML declaration', '<?xml version="1.0" encoding="gbk"?><a>', 'gb18030'],
    ['a meta element', '<html><meta charset="gb2312"><p>', 'gb18030'],
    [
      'an old meta element',
      '<meta http-equiv="Content-Type" content="text/html; charset=gb18030">',
      'gb18030',
    ],
  ])('believes %s', (_, head, charset) => {
    const short = Buffer.concat([Buffer.from(head), gbk.subarray(0, 4)]);
    expect(decodeText(short)).toEqual({ text: `${head}据悉`, charset, guessed: false });
  });

  it('does not believe in UTF-16 that is declared in plain bytes', () => {
    const bytes = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>'), gbk]);
    expect(decodeText(bytes)).toMatchObject({ charset: 'gb18030', guessed: true });
  });

  it('keeps a declared set with one broken byte', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset=gbk>'),
      gbk,
      gbk,
      Buffer.from([0xff, 0x20]),
      gbk,
    ]);
    expect(decodeText(bytes)).toMatchObject({ charset: 'gb18030', guessed: false });
  });

  it('knows the Korean syllables of Windows', () => {
    const korean = Buffer.from('jGO55rCix88glO4gvIS9w8TdtvMgwWTA2iCEWCDGUiCwoSCwoiCBQQ==', 'base64');
    const text = '똠방각하 뷁 펲시콜라 햏자 꼃 힣 가 각 갂';
    expect(decodeText(korean, { charset: 'cp949' })).toEqual({ text, charset: 'euc-kr', guessed: false });
    expect(decodeText(korean)).toEqual({ text, charset: 'euc-kr', guessed: true });
  });

  it('keeps UTF-8 with one broken character', () => {
    const bytes = Buffer.concat([Buffer.from(chinese), Buffer.from([0xe4, 0xb8]), Buffer.from(chinese)]);
    expect(decodeText(bytes)).toEqual({
      text: `${chinese}\ufffd${chinese}`,
      charset: 'utf-8',
      guessed: true,
    });
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['NUL bytes', Buffer.from([1, 0, 0, 0, 7, 0, 0, 0, 9])],
    ['control characters', Buffer.from(Array.from('abc').flatMap((letter) => [1, 2, letter.charCodeAt(0)]))],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
  ])('%s is binary', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ binary: true });
  });
});

const corpus = findCorpus('charset/corpus/generated');
/** Character sets whose letters TextDecoder has under another name too. */
const equivalents: Readonly<Record<string, string[]>> = {
  // The file has the mark of one byte order and the text in the other.
  'UTF-16BE': ['utf-16le'], ASCII: ['utf-8'], CP949: ['euc-kr'], 'ISO-8859-1': ['utf-8', 'windows-1252'], 'ISO-8859-8': ['windows-1255'], 'ISO-8859-9': ['windows-1254'],
}; // prettier-ignore
const required =
  /^(?:ASCII|UTF-8|UTF-16.*|GB18030|Big5|EUC-JP|EUC-KR|CP949|Shift_JIS|ISO-2022-JP|KOI8-.|windows-.*|macintosh|x-mac-cyrillic|IBM866|ISO-8859-[1-9])$/;

describe.skipIf(!corpus)(
  corpus ? 'texts in many encodings' : 'texts in many encodings: NOT RUN, folder missing',
  () => {
    const files = listFiles(corpus ?? '.').filter((file) => file.endsWith('.bin'));

    it('those in encodings that are in use are recognised without being declared', () => {
      const wrong = files.flatMap((file) => {
        const encoding = file.split(sep).at(-4) ?? '';
        const decoded = decodeText(readFileSync(file));
        const charset = 'charset' in decoded ? decoded.charset : 'binary';
        const isRight = [encoding.toLowerCase(), ...(equivalents[encoding] ?? [])].includes(charset);
        return required.test(encoding) && !isRight ? [`${encoding} ${charset}`] : [];
      });
      expect(files.length).toBeGreaterThan(150);
      expect(wrong).toEqual([]);
    });
  },
);
