import { useTranslations } from 'next-intl';
import { buildShareTargets } from '@/lib/sharing/build-share-targets';

/** Plain links to services that take a story by its address. */
export function ShareTargets({ title, url, className }: { title: string; url: string; className: string }) {
  const t = useTranslations('cards');
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <span id="share-on" className="text-muted">
        {t('shareOn')}
      </span>
      <ul aria-labelledby="share-on" className="flex flex-wrap gap-x-5">
        {buildShareTargets(title, url).map(({ id, href }) => (
          <li key={id}>
            <a href={href} rel="external noopener noreferrer nofollow" className={className}>
              {t(`targets.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
