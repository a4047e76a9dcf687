import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { PageFrame } from '@/components/layout/page-frame';
import { getConfig } from '@/lib/config/config';
import { changeIdHeader, type LivePage } from '@/lib/live/live-page';

interface ReaderPageProps {
  /** Address of this page without language prefix. */
  path: string;
  /** Set on a story: the moment whose offset from UTC is named. */
  zoneAt?: Date | undefined;
  /** Only the front page shows the date. The page cache drops it at midnight in TIME_ZONE. */
  withDate?: boolean;
  /** Not on the page that is made for being without network. */
  withKeptNote?: boolean;
  /** Makes the page learn of new, changed and withdrawn stories. */
  live?: LivePage | undefined;
  children: ReactNode;
}

/** Puts the portal's settings and today's date into the frame of a page. */
export async function ReaderPage({
  path,
  zoneAt,
  withDate = false,
  withKeptNote = true,
  live,
  children,
}: ReaderPageProps) {
  const now = new Date();
  const since = (await headers()).get(changeIdHeader) ?? '0';
  return (
    <PageFrame
      siteTitle={getConfig().siteTitle}
      path={path}
      zoneAt={zoneAt ?? now}
      today={withDate ? now : undefined}
      withKeptNote={withKeptNote}
      live={live && { ...live, since }}
    >
      {children}
    </PageFrame>
  );
}
