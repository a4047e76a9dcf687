import { expect, it } from 'vitest';
import { readHtmlLine } from './html-line';

it.each([
  ['a  b\n c', 'a b c'],
  ['Draft &amp; More&mdash;More', 'Draft & More—More'],
  ['a <em>b</em><br>c', 'a b c'],
  ['《<蒙特利尔议定书>基加利修正案》', '《<蒙特利尔议定书>基加利修正案》'],
  ['Vec<String> & <T>', 'Vec<String> & <T>'],
  ['1 < 2', '1 < 2'],
  ['safe<script type="text/javascript">run()</script> title', 'safe title'],
  ['<img src="x" onerror="run()">', ''],
])('%j is %j', (html, text) => {
  expect(readHtmlLine(html)).toBe(text);
});
