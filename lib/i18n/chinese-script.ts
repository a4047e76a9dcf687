/** The two ways in which Chinese is written: ISO 15924, as in `zh-Hans` and `zh-Hant`. */
export type ChineseScript = 'Hans' | 'Hant';

/** The script of a Chinese language tag (BCP 47), said or implied: `zh-HK` is `Hant`. Undefined for other languages. */
export function getChineseScript(tag: string): ChineseScript | undefined {
  const { language, script } = describeTag(tag);
  if (language !== 'zh') return undefined;
  return script === 'Hant' ? 'Hant' : 'Hans';
}

/** Language and script of a BCP 47 tag, the likely ones where it does not say. What is no tag is a language of its own. */
export function describeTag(tag: string): { language: string; script: string } {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script: script ?? '' };
  } catch {
    return { language: tag, script: '' };
  }
}

/**
 * Common characters that only one of the scripts has. Left out: what both have with different meanings (后 里 台 干 …).
 * Source: STCharacters of OpenCC, by how often news use them.
 */
const simplifiedOnly = new Set(
  '发个为们数来时现这会进参将对过产开动题问国关资业内费码变请实应并长调编报谢标认当计场设类载经详续户剂议响环库块许绿译显创闻与键从电亿获级说运财务节统结强优验补构项试错线记点济东达护稳处维误传无还见细帮没献选车贡导转证间联则滚尔风扩历涨净启规较兴语险词确页执给态测别员减广仅换潜质础释样领区终绑额继组单头击韦尽检气预义协装购删举阶链写弃递属两势决废权录缓约视积阅买万档围银备总负异盘连图带绩识状让该术县软论随观够竞赛销学读趋离贷针办紧层评输责团债纯声断条简称奖际临乐氢华双货卖严挥讲独书须满缩频顺钢归苏乡税监压众迁难温订锁吨军队养盖赖触争纳营虚龙币铝药医话络农励虽铁综剧沪锐亚杂暂诸审贴脚专洁织师诞诉汉虑储贵阳岗楼镇欢闭损纪课绍弹讯冻横饮荡坏丰远钩逻败邮门马鸟鱼红纸练习飞机',
);
const traditionalOnly = new Set(
  '發個們數來時現這會進參將對過產開動題問國關資業費碼變請後實應長調編報復謝標認當計場據設類載經詳續戶劑議響環庫塊許綠譯顯創聞與鍵從電億臺體獲機級說運財務節統結優驗補構項試錯網線記點濟東達護號穩處維誤傳無還見細幫沒獻選車貢導轉證間聯則劃滾價爾風擴歷漲淨啟規較興語險詞確頁執給態測員減廣僅換潛質礎釋樣領麼況區終額繼組單頭擊種盡檢氣預義協極裝購刪舉階鏈寫棄遞屬兩勢決廢權錄緩約範視積閱買萬檔圍銀備總負異盤連築圖帶適採績識狀讓該術縣軟論隨觀夠競賽銷學讀趨離貸針辦緊層評輸責團債純聲斷條簡稱獎佔際臨樂氫華雙貨賣嚴揮講獨書須滿縮擬頻順鋼歸蘇鄉稅監壓眾遷難溫舊訂鎖噸軍隊養蓋賴裡觸爭納雲營輕虛龍幣鋁藥醫話絡農勵雖幾餘幹頂剛惡討鐵綜劇滬銳亞雜暫諸擔審貼腳專潔織師薦誕訴漢溝慮儲貿貴陽崗樓鎮歡閉湊歐損紀課紹彈訊凍橫飲蕩籌鬧壞願豐遠鉤邏敗郵門馬鳥魚紅紙練習飛為於',
);

/**
 * In which script a text is written, by the characters that only one of them has; undefined when it has none, or
 * as many of both. Looks at the first 2,000 units.
 */
export function findChineseScript(text: string): ChineseScript | undefined {
  let balance = 0;
  const end = Math.min(text.length, 2000);
  for (let at = 0; at < end; at += 1) {
    const character = text.charAt(at);
    if (simplifiedOnly.has(character)) balance += 1;
    else if (traditionalOnly.has(character)) balance -= 1;
  }
  if (balance === 0) return undefined;
  return balance > 0 ? 'Hans' : 'Hant';
}
