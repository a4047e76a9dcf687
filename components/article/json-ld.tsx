import { stringifyForScript } from '@/lib/sharing/stringify-for-script';

/** Structured data: a data block, which no browser runs and no Content-Security-Policy stops. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: stringifyForScript(data) }} />;
}
