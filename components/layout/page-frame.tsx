import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { KeptNote } from '@/components/reading/kept-note';
import { KeysDialog } from '@/components/reading/keys-dialog';
import { SettingsDialog } from '@/components/reading/settings-dialog';
import type { LivePage } from '@/lib/live/live-page';
import { LiveLine } from './live-line';
import { Masthead } from './masthead';
import { SiteFooter } from './site-footer';

interface PageFrameProps {
  siteTitle: string;
  /** Address of this page without language prefix, for the language switch. */
  path: string;
  /** The moment whose offset from UTC the footer names: the story's, or now. */
  zoneAt: Date;
  today?: Date;
  /** Room for the note that the page is a copy kept for reading without network. */
  withKeptNote: boolean;
  /** Where the page learns of changes; `since` is the last change that was known before it was rendered. */
  live?: (LivePage & { since: string }) | undefined;
  children: ReactNode;
}

/** Everything around the content of a reader page. */
export function PageFrame({ siteTitle, path, zoneAt, today, withKeptNote, live, children }: PageFrameProps) {
  const t = useTranslations('reader');
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-paper focus:p-3 focus:text-accent"
      >
        {t('skip')}
      </a>
      <Masthead siteTitle={siteTitle} path={path} today={today} />
      <main
        id="content"
        tabIndex={-1}
        className="frame flex-1 pt-5 pb-12 focus:outline-none lg:pt-7"
        data-live-topics={live?.topics.join('\n')}
        data-live-since={live?.since}
        data-live-article={live?.article}
        data-live-floor={live?.floor}
        data-live-look={live?.look === true ? '' : undefined}
      >
        {live && <LiveLine isArticle={live.article !== undefined} />}
        {withKeptNote && <KeptNote />}
        {children}
      </main>
      <SiteFooter siteTitle={siteTitle} zoneAt={zoneAt} />
      <SettingsDialog />
      <KeysDialog />
    </>
  );
}
