import { useTranslations } from 'next-intl';
import { type ChineseScript, getChineseScript } from '@/lib/i18n/chinese-script';
import { buildPath } from '@/lib/i18n/build-path';
import { locales } from '@/lib/i18n/locales';
import { buildArticlePath } from '@/lib/sharing/build-absolute-url';

/** From a story in converted characters to the same story in those of its author. */
export function OriginalLink({ slug, script }: { slug: string; script: ChineseScript }) {
  const t = useTranslations('reader');
  const locale = locales.find((each) => getChineseScript(each) === script);
  if (!locale) return null;
  return (
    <a
      href={buildPath(locale, buildArticlePath(slug))}
      hrefLang={locale}
      data-keep-place
      className="no-print inline-flex min-h-11 items-center text-accent hover:underline"
    >
      {t(`readOriginal.${script}`)}
    </a>
  );
}
