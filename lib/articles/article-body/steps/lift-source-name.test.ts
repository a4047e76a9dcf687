import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { liftSourceName, parseSourceLine } from './lift-source-name';

test.each([
  ['（文章来源：荆州日报）', '荆州日报'],
  ['(来源:21世纪经济报道)', '21世纪经济报道'],
  ['文章来源：TechWeb', 'TechWeb'],
  ['图片来源：霍尼韦尔官网', null],
  ['来源：Wind', null],
  ['（来源：）', null],
  ['（文章来源：他说。后来又说）', null],
])('%s', (line, name) => {
  expect(parseSourceLine(line)).toBe(name);
});

const chip =
  '<span id="bk_90.BK0473"><a class="keytip" data-code="90,BK0473">证券</a></span><span id="bkquote_90.BK0473"></span>';

test.each([
  [
    'with chips inside',
    `<p>文</p><p class="em_media">（文章来源：上海${chip}报）</p>`,
    '<p>文</p>',
    '上海证券报',
  ],
  [
    'by its class, not at the end',
    '<p>文</p><p class="em_media">（文章来源：财联社）</p><p>免责</p>',
    '<p>文</p><p>免责</p>',
    '财联社',
  ],
  ['without the class', '<p>文</p><p>（来源：财联社）</p>', '<p>文</p>', '财联社'],
  ['at the end of a paragraph', '<p>文。（文章来源：财联社）</p>', '<p>文。</p>', '财联社'],
  ['under a picture', '<p>（来源：Wind）</p><p>文</p>', '<p>（来源：Wind）</p><p>文</p>', null],
])('%s', (_name, source, html, result) => {
  expect(applyStep(source, liftSourceName)).toEqual({ html, result });
});
