import { beforeAll, expect, test } from 'vitest';
import { loadScriptConverter } from './script-converter';

// The dictionaries take their time on a busy machine.
beforeAll(async () => {
  await loadScriptConverter('Hant');
}, 60_000);

/** What news say every day, and what goes wrong when characters are replaced one by one. */
const phrases = [
  // One Simplified character for several Traditional ones.
  ['由于市场低迷', '由於市場低迷'],
  ['主持人于谦', '主持人于謙'],
  ['三天以后', '三天以後'],
  ['英国皇后', '英國皇后'],
  ['一百公里', '一百公里'],
  ['公司里面', '公司裡面'],
  ['里程碑', '里程碑'],
  ['干部与干燥', '幹部與乾燥'],
  ['若干措施干预市场', '若干措施干預市場'],
  ['发展头发护理', '發展頭髮護理'],
  ['理发店开发票', '理髮店開發票'],
  ['反复复制', '反覆複製'],
  ['恢复复习', '恢復複習'],
  ['复合增长率', '複合增長率'],
  ['制造业的制度', '製造業的制度'],
  ['钟表与时钟', '鐘錶與時鐘'],
  ['手表的表现', '手錶的表現'],
  ['历史与日历', '歷史與日曆'],
  ['征收的特征', '徵收的特徵'],
  ['长征系列', '長征系列'],
  ['面粉与面积', '麵粉與面積'],
  ['丑闻与小丑', '醜聞與小丑'],
  ['剩余的余额', '剩餘的餘額'],
  ['谷物与山谷', '穀物與山谷'],
  ['几乎没有茶几', '幾乎沒有茶几'],
  ['系统与联系', '系統與聯繫'],
  ['关系', '關係'],
  ['试卷被卷入', '試卷被捲入'],
  ['胜利的范围', '勝利的範圍'],
  ['范冰冰', '范冰冰'],
  ['斗争与北斗', '鬥爭與北斗'],
  ['准备获批准', '準備獲批准'],
  ['采取措施接受采访', '採取措施接受採訪'],
  ['云计算与白云', '雲計算與白雲'],
  ['占比与占领', '佔比與佔領'],
  ['党委合并并购', '黨委合併併購'],
  ['冲击与冲突', '衝擊與衝突'],
  ['获得与收获', '獲得與收穫'],
  ['汇率与词汇', '匯率與詞彙'],
  ['心脏与肮脏', '心臟與骯髒'],
  ['尽管尽力', '儘管盡力'],
  ['划分计划', '劃分計劃'],
  ['一只股票只有', '一隻股票只有'],
  ['意味着执着', '意味著執著'],
  ['秋千', '鞦韆'],
  ['周末与一周', '週末與一週'],
  ['咸阳的咸鱼', '咸陽的鹹魚'],
  ['沈阳', '瀋陽'],
  // Companies, places, indices.
  ['中国平安', '中國平安'],
  ['工商银行', '工商銀行'],
  ['贵州茅台', '貴州茅臺'],
  ['万科企业', '萬科企業'],
  ['复星医药', '復星醫藥'],
  ['宁德时代', '寧德時代'],
  ['恒生指数', '恒生指數'],
  ['鄂尔多斯', '鄂爾多斯'],
  ['台积电', '臺積電'],
  ['里昂证券', '里昂證券'],
  ['江苏台州', '江蘇台州'],
  ['台风登陆台湾', '颱風登陸臺灣'],
  // Words stay the outlet's own: Taiwan says 資訊, 軟體, 網路.
  ['信息、软件和网络', '信息、軟件和網絡'],
  // Nothing to convert, and nothing that is Chinese.
  ['PPI 同比上涨 12.9%（600519.SH）', 'PPI 同比上漲 12.9%（600519.SH）'],
] as const;

test.each(phrases)('%s in Traditional', async (simplified, traditional) => {
  const convert = await loadScriptConverter('Hant');
  expect(convert(simplified)).toBe(traditional);
});

test.each([
  ['由於市場低迷，公司裡面準備發佈', '由于市场低迷，公司里面准备发布'],
  ['英國皇后三天以後', '英国皇后三天以后'],
  ['幹部與乾淨、干預', '干部与干净、干预'],
  ['意味著顯著的著作', '意味着显著的著作'],
  ['臺灣與台灣的平臺', '台湾与台湾的平台'],
  ['頭髮與發展', '头发与发展'],
  ['香港衞生署：裏面的麪粉', '香港卫生署：里面的面粉'],
  ['軟體與網路', '软体与网路'],
])('%s in Simplified', async (traditional, simplified) => {
  const convert = await loadScriptConverter('Hans');
  expect(convert(traditional)).toBe(simplified);
});

test('Simplified stays Simplified, and comes back from Traditional as it was', async () => {
  const toTraditional = await loadScriptConverter('Hant');
  const toSimplified = await loadScriptConverter('Hans');
  for (const [simplified] of phrases) {
    expect(toSimplified(simplified)).toBe(simplified);
    expect(toSimplified(toTraditional(simplified))).toBe(simplified);
  }
});
