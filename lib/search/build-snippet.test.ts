import { describe, expect, it } from 'vitest';
import { buildSnippet, markHits } from './build-snippet';

function show(parts: { text: string; isHit: boolean }[] | undefined): string | undefined {
  return parts?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
}

describe('markHits', () => {
  it.each([
    ['贵州茅台涨停', ['茅台'], '贵州[茅台]涨停'],
    ['貴州茅臺漲停', ['茅台', '涨停'], '貴州[茅臺][漲停]'],
    ['ＥＴ７上市，ET70 未上市', [' et7 '], '[ＥＴ７]上市，ET70 未上市'],
    ['万 科A与万科', ['万科'], '[万 科]A与[万科]'],
    ['重叠叠叠', ['叠叠'], '重[叠叠]叠'],
    ['𠀀𠀁臺灣', ['𠀁台'], '𠀀[𠀁臺]灣'],
    ['㈱三菱', ['株'], '[㈱]三菱'],
    ['<b>&amp;', ['x'], '<b>&amp;'],
    ['', ['x'], ''],
  ])('%s for %j', (text, phrases, shown) => {
    expect(show(markHits(text, phrases))).toBe(shown);
  });
});

describe('buildSnippet', () => {
  it('is undefined where nothing was found', () => {
    expect(buildSnippet('正文', ['茅台'], 40)).toBeUndefined();
  });

  it('begins with the sentence and says where it was cut', () => {
    const text = `${'一'.repeat(60)}。这里说茅台${'后'.repeat(60)}`;
    expect(show(buildSnippet(text, ['茅台'], 30))).toBe(`这里说[茅台]${'后'.repeat(25)}…`);
    expect(show(buildSnippet(`${'一'.repeat(60)}茅台`, ['茅台'], 30))).toBe(`…${'一'.repeat(24)}[茅台]`);
  });

  it('shows the place that has most of the words', () => {
    const text = `茅台${'一'.repeat(300)}。分红方案：茅台每股`;
    expect(show(buildSnippet(text, ['茅台', '分红'], 60))).toBe('[分红]方案：[茅台]每股');
  });

  it('cuts no character in two, and makes one line of several', () => {
    const text = `${'𠀀'.repeat(50)}茅台\n\n第二行${'𠀁'.repeat(50)}`;
    const shown = show(buildSnippet(text, ['茅台'], 40)) ?? '';
    expect(shown.isWellFormed()).toBe(true);
    expect(shown).toContain('[茅台] 第二行');
  });

  it('is quick for a long text that is all hits', () => {
    expect(show(buildSnippet('一'.repeat(1_000_000), ['一'], 40))).toMatch(/^\[一\]/);
  });
});
