import { stringifyForScript } from '@/lib/sharing/build-news-article';

/** Structured data: a data block, which no browser runs and no Content-Security-Policy stops. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: stringifyForScript(data) }} />;
}
