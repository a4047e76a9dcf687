import { readFileSync } from 'node:fs';
import path from 'node:path';
import type zhCN from '@/content/messages/zh-CN.json';

const folder = path.resolve(import.meta.dirname, '../../content/messages');

/** The interface texts of a language: what tests look for on the page is what the message files say. */
export function loadTexts(locale: 'zh-CN' | 'zh-TW' | 'en'): typeof zhCN {
  return JSON.parse(readFileSync(path.join(folder, `${locale}.json`), 'utf8')) as typeof zhCN;
}

/** The Chinese ones. */
export const messages = loadTexts('zh-CN');
