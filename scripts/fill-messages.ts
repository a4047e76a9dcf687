// npm run messages: makes content/messages/zh-TW.json of zh-CN.json by OpenCC with Taiwan's words and the corrections
// of zh-TW.corrections.json. Never mend zh-TW.json itself: it is made anew each time, and a test compares it.
import { readFileSync, writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { buildTaiwanTexts, parseCorrections, parseTexts } from './taiwan-messages';

const folder = new URL('../content/messages/', import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

const convert = Converter({ from: 'cn', to: 'twp' });
const corrections = parseCorrections(read('zh-TW.corrections.json'));
const { texts, stale } = buildTaiwanTexts(parseTexts(read('zh-CN.json')), corrections, convert);
writeFileSync(new URL('zh-TW.json', folder), `${JSON.stringify(texts, null, 2)}\n`);
for (const key of stale)
  process.stderr.write(
    `${key}: its text in zh-CN.json has changed. Read its entry in zh-TW.corrections.json again and bring "of" up to date.\n`,
  );
if (stale.length > 0) process.exitCode = 1;
