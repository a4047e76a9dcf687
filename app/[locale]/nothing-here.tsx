import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';

/** Stands in the place of a list without stories: past its end, or empty altogether. */
export function NothingHere({ isEnd }: { isEnd: boolean }) {
  const t = useTranslations('reader');
  return (
    <Notice
      heading="h2"
      title={t(isEnd ? 'endTitle' : 'emptyTitle')}
      text={t(isEnd ? 'endText' : 'emptyCategoryText')}
    >
      <WaysOn />
    </Notice>
  );
}
