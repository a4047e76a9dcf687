import { feedReader } from './feed';
import { frontMatterReader } from './front-matter-reader';
import { ghostReader } from './ghost';
import { htmlPageReader } from './html-page';
import { jsonReader } from './json';
import { plainTextReader } from './plain-text';
import type { FormatReader } from './raw-post';
import { tableReader } from './table';
import { wxrReader } from './wxr';

/** Every format, the most specific first. */
export const postReaders: readonly FormatReader[] = [
  wxrReader,
  ghostReader,
  feedReader,
  jsonReader,
  frontMatterReader,
  htmlPageReader,
  tableReader,
  plainTextReader,
];
