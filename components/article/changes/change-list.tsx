import { useLocale, useTranslations } from 'next-intl';
import { TimeStamp } from '@/components/ui/time-stamp';
import type { ArticleHistory, ArticleVersionChange } from '@/lib/articles/article-history-store';
import { getTextLanguage } from '@/lib/i18n/get-text-language';
import { ChangedField } from './changed-field';
import { ChangedText } from './changed-text';

/** Every change of a story, newest first, and at the end when it was published. */
export function ChangeList({ history }: { history: ArticleHistory }) {
  const t = useTranslations('changes');
  const language = getTextLanguage(history.language, useLocale());
  const { changes, hasOlder, publishedAt } = history;
  return (
    <>
      {changes.length === 0 ? (
        <p className="pt-4 text-base">{t('none')}</p>
      ) : (
        <p className="text-xs text-muted">{t('legend')}</p>
      )}
      {changes.map((change, index) => (
        <Change key={index} id={`change-${index + 1}`} change={change} language={language} />
      ))}
      {hasOlder && <p className="pt-6 text-sm text-muted">{t('older')}</p>}
      <p className="mt-8 border-t border-hairline pt-3 text-sm text-muted">
        {t('first')} <TimeStamp date={publishedAt} />
      </p>
    </>
  );
}

interface ChangeProps {
  id: string;
  change: ArticleVersionChange;
  language: string | undefined;
}

function Change({ id, change, language }: ChangeProps) {
  const t = useTranslations('changes');
  const { at, fields, text } = change;
  const names = [...fields.map(({ name }) => name), ...(text === null ? [] : ['text' as const])];
  return (
    <section aria-labelledby={id} className="pt-8">
      <h2 id={id} className="border-t-2 border-ink pt-2 text-sm font-semibold">
        {t.rich('changedAt', { time: () => <TimeStamp date={at} /> })}
        <span className="ms-4 font-normal text-muted">
          {names.map((name) => t(`fields.${name}`)).join(t('separator'))}
        </span>
      </h2>
      <div className="grid grid-cols-1 gap-4 pt-3">
        {fields.map((field) => (
          <ChangedField key={field.name} field={field} language={language} />
        ))}
        {text !== null && <ChangedText text={text} language={language} />}
      </div>
    </section>
  );
}
