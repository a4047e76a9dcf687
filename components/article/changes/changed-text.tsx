import { useTranslations } from 'next-intl';
import { DiffParagraph } from '@/components/ui/diff-paragraph';
import type { ArticleVersionChange } from '@/lib/articles/article-history-store';

interface ChangedTextProps {
  text: NonNullable<ArticleVersionChange['text']>;
  /** `lang` of the story's own words, where it differs from the page's. */
  language: string | undefined;
}

/** The paragraphs of a text that changed, with their neighbours. */
export function ChangedText({ text, language }: ChangedTextProps) {
  const t = useTranslations('changes');
  return (
    <div className="grid grid-cols-1 gap-3 text-base leading-[1.8]">
      <h3 className="text-xs text-muted">{t('fields.text')}</h3>
      {text === 'tooLong' ? (
        <p className="text-sm text-muted">{t('tooLong')}</p>
      ) : (
        <>
          {text.paragraphs.map((paragraph, index) =>
            paragraph.kind === 'gap' ? (
              <p key={index} className="border-y border-hairline py-1 text-center text-xs text-muted">
                {t('gap', { count: paragraph.count })}
              </p>
            ) : (
              <DiffParagraph
                key={index}
                paragraph={paragraph}
                addedMark={t('addedMark')}
                removedMark={t('removedMark')}
                language={language}
              />
            ),
          )}
          {text.isCut && <p className="text-xs text-muted">{t('textCut')}</p>}
        </>
      )}
    </div>
  );
}
