import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buildPath } from '@/lib/i18n/build-path';

interface OwnListProps {
  /** Hooks of the list for client/. */
  hooks: Record<`data-${string}`, string>;
  /** What stands at the end of each row. */
  children: ReactNode;
}

/** A list of stories that only this browser knows: client/stories fills in a copy of the row for each of them. */
export function OwnList({ hooks, children }: OwnListProps) {
  const locale = useLocale();
  return (
    <ol hidden {...hooks} className="own-list border-b border-hairline">
      <template>
        <div className="grid grid-cols-1 border-t border-hairline pt-2 md:grid-cols-[10rem_minmax(0,1fr)] md:items-baseline md:gap-x-4 md:pt-0">
          <span data-time className="text-xs whitespace-nowrap text-muted" />
          <div className="lg:flex lg:items-baseline lg:justify-between lg:gap-x-8">
            <StoryPlace href={buildPath(locale, '/articles/')} />
            <p className="flex min-h-11 flex-wrap items-center gap-x-4 text-xs text-faint lg:shrink-0">
              <span data-source />
              {children}
            </p>
          </div>
        </div>
      </template>
    </ol>
  );
}

function StoryPlace({ href }: { href: string }) {
  const t = useTranslations('reader');
  // The text is replaced by the headline; a link must have one in the page as it is served, too.
  return (
    <a href={href} className="story-link block pt-2 pb-1 font-serif text-base font-semibold lg:pb-2.5">
      {t('missingTitle')}
    </a>
  );
}
