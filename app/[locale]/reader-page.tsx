import type { ReactNode } from 'react';
import { PageFrame } from '@/components/layout/page-frame';
import { getConfig } from '@/lib/config/config';

interface ReaderPageProps {
  /** Address of this page without language prefix. */
  path: string;
  /** Set on a story: the moment whose offset from UTC is named. */
  zoneAt?: Date | undefined;
  /** Only the front page shows the date. The page cache drops it at midnight in TIME_ZONE. */
  withDate?: boolean;
  /** Not on the page that is made for being without network. */
  withKeptNote?: boolean;
  children: ReactNode;
}

/** Puts the portal's settings and today's date into the frame of a page. */
export function ReaderPage({
  path,
  zoneAt,
  withDate = false,
  withKeptNote = true,
  children,
}: ReaderPageProps) {
  const now = new Date();
  return (
    <PageFrame
      siteTitle={getConfig().siteTitle}
      path={path}
      zoneAt={zoneAt ?? now}
      today={withDate ? now : undefined}
      withKeptNote={withKeptNote}
    >
      {children}
    </PageFrame>
  );
}
