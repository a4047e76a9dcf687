/** One of every type of reader page, without language. Used wherever all of them must keep a rule. */
export const readerPages = [
  '/',
  '/category',
  '/category/shichangcishu',
  '/articles/NW202611212481736095',
  '/articles/NW202611022419350764',
  '/tag/none',
  '/saved',
  '/offline',
  '/nothing-here',
];
