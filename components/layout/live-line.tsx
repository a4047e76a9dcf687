import { useTranslations } from 'next-intl';

/**
 * Says that something is new, over the gap between masthead and content, and shows it when pressed. Empty and hidden
 * until the script has something to say; takes no room, so nothing moves. The status is there from the beginning, as
 * screen readers tell only changes of what they know.
 */
export function LiveLine({ isArticle }: { isArticle: boolean }) {
  const t = useTranslations('live');
  const texts = isArticle
    ? { 'data-changed': t.raw('storyChanged') as string, 'data-gone': t.raw('storyGone') as string }
    : {
        'data-one': t.raw('one') as string,
        'data-many': t.raw('many') as string,
        'data-changed': t.raw('changed') as string,
        'data-changed-many': t.raw('changedMany') as string,
      };
  return (
    <div className="live-line no-print">
      <p role="status" className="sr-only" data-live-status />
      <button type="button" hidden data-live-show data-failed={t('failed')} {...texts} />
    </div>
  );
}
