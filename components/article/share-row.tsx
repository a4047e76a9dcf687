import { useTranslations } from 'next-intl';
import { QrCode } from './qr-code';
import { ShareTargets } from './share-targets';

interface ShareRowProps {
  title: string;
  /** The short link, absolute. */
  url: string;
  sourceName: string | null;
  /** The story's page at its source. */
  sourceUrl: string | null;
}

const control =
  'inline-flex min-h-11 cursor-pointer items-center text-accent underline-offset-4 hover:underline';

/** Ways to pass the story on. Link and QR code need no script; client/reader.ts shows the buttons it can serve. */
export function ShareRow({ title, url, sourceName, sourceUrl }: ShareRowProps) {
  const t = useTranslations('reader');
  return (
    <section aria-labelledby="share" className="no-print mt-8 border-t border-hairline pt-3 text-sm">
      <h2 id="share" className="font-semibold">
        {t('share')}
      </h2>
      <div className="flex flex-wrap items-start gap-x-6">
        <p className="flex min-h-11 flex-wrap items-center gap-x-3">
          <span className="text-muted">{t('shortLink')}</span>
          <span data-share-url className="select-all">
            {url}
          </span>
        </p>
        <button type="button" hidden data-copy-link={url} className={control}>
          {t('copyLink')}
        </button>
        <button type="button" hidden data-system-share={url} data-title={title} className={control}>
          {t('systemShare')}
        </button>
        {sourceUrl !== null && (
          <a href={sourceUrl} rel="external noopener noreferrer nofollow" className={control}>
            {sourceName === null ? t('sourcePage') : t('sourceLink', { name: sourceName })}
          </a>
        )}
        <details className="open:basis-full">
          <summary className={control}>{t('qrCode')}</summary>
          <p className="pb-2 text-xs text-muted">{t('qrHint')}</p>
          <QrCode text={url} label={t('qrHint')} />
        </details>
      </div>
      <ShareTargets title={title} url={url} className={`${control} min-w-6`} />
      <p
        role="status"
        data-copy-status
        data-done={t('copied')}
        data-failed={t('copyFailed')}
        className="text-xs"
      />
    </section>
  );
}
