import type { StorySource } from '@/lib/groups/story-text';

// Stories of our own invention: companies, figures and places are made up.

const harbour = `青浦湾港务集团周四宣布，新建的四号码头将于下月投入使用，年吞吐能力增加120万标准箱。公司表示，码头采用全自动桥吊，每台每小时可装卸42箱，比旧设备快三成。
项目总投资36.8亿元，其中地方财政出资9亿元，其余由银团贷款解决。建设历时26个月，高峰期有两千多名工人同时施工。
集团董事长林望舒在发布会上说，新码头首先服务于汽车零部件和冷链货物，预计第一年利用率为65%。她同时表示，暂时没有提高装卸费的打算。
当地物流协会认为，新码头会缓解旺季拥堵。去年第四季度，集装箱船在锚地的平均等待时间为31小时，是近五年最长的。
环保部门要求码头使用岸电，船舶靠泊期间不得使用辅机发电。集团称岸电设施已经全部完工，并通过了验收。`;

const harvest = `国家粮食气象中心昨日发布的报告说，北方三省的秋粮长势好于常年，玉米单产有望提高4.2%。
报告指出，八月的降水比常年多17%，对灌浆十分有利，但低洼地块出现了积水，约有38万亩受到影响。
农户杨大河种了六十亩玉米，他说今年最担心的不是产量，而是收获时的价格。目前新玉米的挂牌价为每吨2310元，比去年同期低90元。
加工企业的库存处于低位，普遍准备提前收购。`;

export const stories = {
  harbour: { title: '青浦湾四号码头下月启用 年增120万标准箱', digest: null, bodyText: harbour },
  harvest: { title: '北方三省秋粮长势好于常年', digest: null, bodyText: harvest },
} as const satisfies Record<string, StorySource>;

function flash(title: string, bodyText: string): StorySource {
  return { title, digest: null, bodyText };
}

/** Two texts and whether they are one story; each shows one thing. */
export const storyPairs: [what: string, isSame: boolean, one: StorySource, other: StorySource][] = [
  [
    'a flash with another dateline and headline',
    true,
    flash(
      '云帆航空：与北桥银行签署80亿元授信协议',
      '财联社3月5日电，云帆航空公告，与北桥银行签署战略合作协议，获得总额80亿元的授信额度，期限三年。',
    ),
    flash(
      '北桥银行向云帆航空授信80亿元',
      '【北桥银行向云帆航空授信80亿元】云帆航空公告称，公司与北桥银行签署战略合作协议，获得80亿元授信额度，期限三年。',
    ),
  ],
  [
    'a flash that another outlet tells in one sentence of its own',
    true,
    flash(
      '云帆航空获北桥银行80亿元授信',
      '云帆航空3月5日在交易所公告，公司与北桥银行签署战略合作协议，获得总额80亿元、期限三年的授信额度。',
    ),
    flash('快讯：云帆航空获80亿元授信', '云帆航空公告，与北桥银行签署战略合作协议，获得80亿元授信额度。'),
  ],
  [
    'the same text with full-width figures, a reporter and a note of its source',
    true,
    flash(
      '渡口科技上半年净利润增长23.5%',
      '渡口科技发布半年报，实现营业收入18.6亿元，净利润2.31亿元，同比增长23.5%，主要由于海外订单增加。',
    ),
    flash(
      '渡口科技上半年净利润增长２３．５％',
      '本报记者4月1日讯，渡口科技发布半年报，实现营业收入１８．６亿元，净利润２．３１亿元，同比增长２３．５％，主要由于海外订单增加。（文章来源：某某网）',
    ),
  ],
  [
    'a long report and half of it under another headline',
    true,
    stories.harbour,
    {
      title: '新码头采用全自动桥吊 每小时装卸42箱',
      digest: null,
      bodyText: harbour.split('\n').slice(0, 3).join('\n'),
    },
  ],
  [
    'an English report with its agency and without',
    true,
    flash(
      'Harbour group opens fourth terminal',
      'QINGPU BAY (Reuters) - The harbour group said on Thursday that its fourth terminal would open next month, adding 1.2 million containers a year, after 26 months of work and an investment of 3.68 billion yuan.',
    ),
    flash(
      'Fourth terminal to open at Qingpu Bay',
      'The harbour group said on Thursday that its fourth terminal would open next month, adding 1.2 million containers a year, after an investment of 3.68 billion yuan.',
    ),
  ],
  [
    'the close of the market of two days',
    false,
    flash(
      '沪指收涨0.35% 创业板指涨1.02%',
      '三大指数今日集体收涨，沪指涨0.35%，报3218.44点，深成指涨0.71%，创业板指涨1.02%。两市成交额8821亿元，北向资金净买入23.4亿元。',
    ),
    flash(
      '沪指收涨0.62% 创业板指涨1.37%',
      '三大指数今日集体收涨，沪指涨0.62%，报3238.39点，深成指涨0.95%，创业板指涨1.37%。两市成交额9107亿元，北向资金净买入41.7亿元。',
    ),
  ],
  [
    'one rating for two companies',
    false,
    flash(
      '云帆航空：南岭证券维持买入评级',
      '南岭证券发布研究报告，维持云帆航空买入评级，目标价18元，认为云帆航空的客座率将继续改善。',
    ),
    flash(
      '渡口科技：南岭证券维持买入评级',
      '南岭证券发布研究报告，维持渡口科技买入评级，目标价18元，认为渡口科技的客座率将继续改善。',
    ),
  ],
  [
    'a rise and a fall',
    false,
    flash('云帆航空股价大涨5%', '云帆航空早盘大涨5%，成交额超过3亿元，换手率2.1%。'),
    flash('云帆航空股价大跌5%', '云帆航空早盘大跌5%，成交额超过3亿元，换手率2.1%。'),
  ],
  [
    'two versions of one program, released with the same words',
    false,
    flash(
      'Lanternfish 3.0.3 released',
      'Lanternfish 3.0.3 has been released. This release includes security fixes. Please check the topics below for details. Many committers and users who provided bug reports helped us make this release. Thanks for their contributions.',
    ),
    flash(
      'Lanternfish 2.7.5 released',
      'Lanternfish 2.7.5 has been released. This release includes security fixes. Please check the topics below for details. Many committers and users who provided bug reports helped us make this release. Thanks for their contributions.',
    ),
  ],
  [
    'two notices of one series',
    false,
    flash(
      'Overrun in the decoder of signatures',
      'A vulnerability was discovered. The following versions are affected: 2.4, 2.5 and 2.6 series. All users running an affected version should upgrade immediately. Thanks to the reporter for this issue. Originally published today.',
    ),
    flash(
      'Names of files are not escaped',
      'A vulnerability was discovered. The following versions are affected: 2.4, 2.5 and 2.6 series. All users running an affected version should upgrade immediately. Thanks to the reporter for this issue. Originally published today.',
    ),
  ],
  ['two stories of one day', false, stories.harbour, stories.harvest],
];
