import { describe, expect, it } from 'vitest';
import { findLanguage } from './language';

const base = { stated: null, path: 'a.md', text: '', fallback: 'zh-CN' };

describe('findLanguage', () => {
  it.each([
    [{ stated: 'zh_tw' }, 'zh-TW'],
    [{ stated: 'zh-Hant-HK' }, 'zh-TW'],
    [{ stated: 'zh' }, 'zh-CN'],
    [{ stated: 'en_US' }, 'en'],
    [{ stated: 'Ja' }, 'ja'],
    [{ stated: 'nonsense language', text: 'Some English words.' }, 'en'],
    [{ path: 'ja/news/_posts/x.md', text: 'English text here' }, 'ja'],
    [{ path: 'zh_tw/news/_posts/x.md' }, 'zh-TW'],
    [{ path: 'it/_posts/x.md', text: 'News about computers' }, 'en'],
    [{ path: 'zh_cn/x.md', stated: 'ko' }, 'ko'],
    [{ text: '离岸人民币升至6.3512，为2018年以来最高水平。' }, 'zh-CN'],
    [{ text: '瑞士信贷(CS.N)：将Sunoco Lp（SUN.N）目标价从37美元上调至39美元。' }, 'zh-CN'],
    [{ text: '我們中止了這個網站的服務，請使用新的網站。' }, 'zh-TW'],
    [{ text: 'このリリースでは、以下の修正が取り込まれています。' }, 'ja'],
    [{ text: '루비 2.0.0 릴리스가 발표되었습니다.' }, 'ko'],
    [{ text: 'The word 财经 means finance and economics.' }, 'en'],
    [{ text: '2022' }, 'zh-CN'],
  ])('%j is %s', (source, language) => {
    expect(findLanguage({ ...base, ...source })).toBe(language);
  });
});
