import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Random } from './random';

/** Words that sentences are put together from; enough of them that texts differ and compress like prose. */
const words = (
  '市场 资金 企业 政策 利率 产业 投资 增长 银行 债券 基金 监管 指数 板块 交易 成交 估值 业绩 营收 利润 出口 进口 消费 需求 供给 价格 成本 ' +
  '技术 创新 制造 能源 电力 汽车 芯片 医药 地产 基建 物流 港口 农业 粮食 有色 钢铁 煤炭 原油 黄金 汇率 外资 改革 试点 规划 项目 建设 融资 ' +
  '上市 公司 股东 董事会 公告 季度 年度 同比 环比 预期 数据 显示 表示 认为 指出 要求 推进 加强 完善 支持 稳定 扩大 提升 优化 保持 关注 防范 ' +
  '风险 流动性 信用 杠杆 资产 负债 现金流 研发 产能 订单 库存 渠道 平台 服务 数字 绿色 低碳 安全 标准 协同 区域 城市 乡镇 园区 全国 国际'
).split(' ');

const stocks = [
  ['1', '600519', '贵州茅台'],
  ['0', '300750', '宁德时代'],
  ['1', '601398', '工商银行'],
  ['106', 'BABA', '阿里巴巴'],
  ['116', '00700', '腾讯控股'],
  ['90', 'BK0493', '新能源'],
  ['90', 'BK0473', '证券'],
  ['90', 'BK0475', '银行'],
] as const;

const outletCount = 60;
const firstDay = Date.UTC(2026, 0, 1);

/**
 * Writes `count` posts in the old site's format into `dir`: 200 to `longest` characters, 60 outlets, stock chips, a digest
 * on half of them, pictures on some. The same seed gives the same files.
 */
export async function generatePosts(
  dir: string,
  count: number,
  longest = 8000,
  seed = 20_261_122,
): Promise<void> {
  await mkdir(dir, { recursive: true });
  const random = new Random(seed);
  for (let number = 0; number < count; number += 1) {
    const { name, text } = buildPost(random, number, longest);
    await writeFile(path.join(dir, name), text);
  }
}

function buildPost(random: Random, number: number, longest: number): { name: string; text: string } {
  const at = new Date(firstDay + number * 47_000 + random.between(0, 40_000));
  const day = at.toISOString().slice(0, 10);
  const id = `NW${day.replaceAll('-', '')}${String(1_000_000_000 + number)}`;
  const outlet = random.between(1, outletCount);
  const title = buildSentence(random, random.between(10, 28)).slice(0, -1);
  const paragraphs = buildParagraphs(random, longest);
  const digest = random.next() < 0.5 ? `> ${stripTags(paragraphs[0] ?? '')}\n\n` : '';
  const text = [
    '---',
    'layout: post',
    `title: "${title}"`,
    `date: ${day} ${at.toISOString().slice(11, 19)} +0800`,
    `categories: ceshimeiti${outlet}`,
    `tags: 测试媒体${outlet}号新闻`,
    '---',
    `${digest}${paragraphs.join('\n ')}<p class="em_media">（文章来源：测试媒体${outlet}号）</p>`,
    '',
    `<http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${id}>`,
    '',
    `[返回测试媒体${outlet}号新闻](//finews.withounder.com/category/ceshimeiti${outlet}.html)｜[返回首页](//finews.withounder.com/)`,
  ].join('\n');
  return { name: `${day}-${id}.md`, text };
}

/** Lengths lean to the short side, as real flashes and reports do. */
function buildParagraphs(random: Random, longest: number): string[] {
  const wanted = 200 + Math.floor((longest - 200) * random.next() ** 3);
  const paragraphs: string[] = [];
  for (let length = 0; length < wanted;) {
    const text = Array.from({ length: random.between(1, 4) }, () =>
      buildSentence(random, random.between(20, 60)),
    ).join('');
    length += text.length;
    paragraphs.push(`<p>${text}${random.next() < 0.3 ? buildChip(random) : ''}</p>`);
    if (random.next() < 0.03) paragraphs.push(buildPicture(random));
  }
  return paragraphs;
}

function buildSentence(random: Random, length: number): string {
  let sentence = '';
  while (sentence.length < length) sentence += random.pick(words) + (random.next() < 0.12 ? '，' : '');
  return `${sentence.replace(/，$/, '')}。`;
}

function buildChip(random: Random): string {
  const [market, code, name] = random.pick(stocks);
  const href = `http://quote.eastmoney.com/unify/r/${market}.${code}`;
  return random.next() < 0.5
    ? `<span id="stock_${market}.${code}"><a href="${href}" class="keytip" data-code="${market},${code}">${name}</a></span><span id="quote_${market}.${code}"></span>`
    : `<span web="1" href="${href}" class="em_stock_key_common" data-code="${market},${code}">${name}</span>`;
}

function buildPicture(random: Random): string {
  const name = `D${random.between(10 ** 9, 10 ** 10)}_w800h555.jpg`;
  return `<center><img src="https://pictures.example/${name}" alt="Image" width="552" /></center>`;
}

function stripTags(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '');
}
