import { useTranslations } from 'next-intl';

/** Title and way out of a dialog; the form closes it without script of ours. */
export function DialogHead({ id, title }: { id: string; title: string }) {
  const t = useTranslations('reading');
  return (
    <form method="dialog" className="flex items-center justify-between gap-x-4 pb-2">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <button type="submit" className="panel-button text-sm">
        {t('close')}
      </button>
    </form>
  );
}
