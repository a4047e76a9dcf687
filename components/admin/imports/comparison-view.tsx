'use client';

import { useTranslations } from 'next-intl';
import { DiffParagraph } from '@/components/ui/diff-paragraph';
import { useTimeText } from '../use-time-text';
import type { Comparison, DiffParagraph as AnsweredParagraph } from './import-answers';

/** A post beside the article that is there: first the fields, then the text as a comparison. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('admin.imports');
  const { article, body, changedFields } = comparison;
  const sameText = article !== null && body.paragraphs.every(({ kind }) => kind === 'gap');
  return (
    <div className="grid grid-cols-1 gap-4">
      {article === null ? (
        <p className="text-xs text-muted">{t('isNew')}</p>
      ) : (
        <p className="text-xs text-muted">
          {t('comparedWith')}{' '}
          <a href={`/admin/articles/${encodeURIComponent(article)}`} className="text-accent underline">
            {article}
          </a>
        </p>
      )}
      <FieldTable comparison={comparison} />
      <div className="grid grid-cols-1 gap-2">
        <h3 className="text-xs font-semibold">{t('fields.body')}</h3>
        {sameText ? (
          <p className="text-xs text-muted">{t(changedFields.includes('body') ? 'markupOnly' : 'sameText')}</p>
        ) : (
          <div className="grid max-h-[60vh] grid-cols-1 gap-2 overflow-auto font-serif leading-relaxed"
            role="region"
            aria-label={t('fields.body')}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            {body.paragraphs.map((paragraph, index) => (
              <Paragraph key={index} paragraph={paragraph} isNew={article === null} />
            ))}
          </div>
        )}
        {body.isCut && <p className="text-xs text-muted">{t('textCut')}</p>}
      </div>
    </div>
  );
} // prettier-ignore

function FieldTable({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('admin.imports');
  const { article, fields, changedFields } = comparison;
  const shown = fields.filter(({ before, after }) => before !== null || after !== null);
  return (
    <table className="w-full text-left text-xs">
      <caption className="sr-only">{t('fieldTable')}</caption>
      <thead>
        <tr className="border-b border-faint">
          <th scope="col" className="w-20 py-1 pe-3 font-semibold">
            {t('field')}
          </th>
          {article !== null && (
            <th scope="col" className="w-2/5 py-1 pe-3 font-semibold">
              {t('before')}
            </th>
          )}
          <th scope="col" className="py-1 font-semibold">
            {t('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, before, after }) => (
          <tr key={name} className="border-b border-hairline align-top">
            <th scope="row" className="py-1 pe-3 font-normal text-muted">
              {t.has(`fields.${name}`) ? t(`fields.${name}`) : name}
            </th>
            {article !== null && (
              <td className="py-1 pe-3">
                <FieldValue name={name} value={before} />
              </td>
            )}
            <td className={`py-1 ${changedFields.includes(name) ? 'font-semibold text-accent' : ''}`}>
              {article !== null && !changedFields.includes(name) ? (
                <span className="text-muted">{t('sameField')}</span>
              ) : (
                <FieldValue name={name} value={after} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FieldValue({ name, value }: { name: string; value: string | null }) {
  const t = useTranslations('admin.imports');
  const timeText = useTimeText();
  if (value === null) return <span className="text-muted">{t('none')}</span>;
  return name === 'publishedAt' ? timeText(value) : value;
}

function Paragraph({ paragraph, isNew }: { paragraph: AnsweredParagraph; isNew: boolean }) {
  const t = useTranslations('admin.imports');
  if (paragraph.kind === 'gap')
    return (
      <p className="border-y border-hairline py-1 text-center font-sans text-xs text-muted">
        {t('gap', { count: paragraph.count })}
      </p>
    );
  // A new post has no other side: its text is just text.
  if (isNew) return <p>{paragraph.parts.map(({ text }) => text).join('')}</p>;
  return (
    <DiffParagraph
      paragraph={paragraph}
      addedMark={t('addedMark')}
      removedMark={t('removedMark')}
      isColoured
    />
  );
}
