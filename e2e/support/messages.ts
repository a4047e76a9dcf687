import { readFileSync } from 'node:fs';
import path from 'node:path';
import type zhCN from '@/content/messages/zh-CN.json';

const file = path.resolve(import.meta.dirname, '../../content/messages/zh-CN.json');

/** The Chinese interface texts: what tests look for on the page is what the message files say. */
export const messages = JSON.parse(readFileSync(file, 'utf8')) as typeof zhCN;
