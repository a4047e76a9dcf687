/**
 * One of every type of reader page that the first-run posts give, without language. Used wherever all of them must
 * keep a rule: a new type of page is added here, and nowhere else.
 */
export const readerPages = [
  '/',
  '/category',
  '/category/shichangcishu',
  '/articles/NW202611212481736095',
  '/articles/NW202611022419350764',
  '/articles/NW202611212481736095/changes',
  '/tag/none',
  '/search',
  '/search?q=%E5%B8%82%E5%9C%BA',
  '/search?q=%E8%82%A1%E7%A5%A8&from=2020-01-01&order=newest',
  '/search?q=zzzzzz',
  '/stock/1.600519',
  '/stock/90.BK0475',
  '/archive',
  '/archive/2026',
  '/archive/2026/11',
  '/archive/2026/11/20',
  '/archive/2026/11/20?at=09:30',
  '/archive/2026/11/22',
  '/saved',
  '/offline',
  '/nothing-here',
];
