'use client';

import { useLocale, useTranslations } from 'next-intl';
import { sendJson } from '../feeds/send-json';
import { useErrorText } from '../use-error-text';
import { ActionError } from './action-error';
import { CharsetChoice } from './charset-choice';
import { ComparisonView } from './comparison-view';
import { type ImportReportItem, type ItemDetails, itemDetailsSchema } from './import-answers';
import { MendEditor } from './mend-editor';
import type { MendedTexts } from './mended-texts';
import { focusState } from './import-state';
import { useAction } from './use-action';
import { useJson } from './use-json';

interface ItemDetailsProps {
  importId: string;
  item: ImportReportItem;
  /** Choices can still be made. */
  isPreview: boolean;
  canMend: boolean;
  onChanged: () => void;
  mended: MendedTexts;
}

/** One item in full: old beside new, where the notes point to, and what can be decided about it. */
export function ItemDetailsPanel(props: ItemDetailsProps) {
  const t = useTranslations('admin');
  const errorText = useErrorText();
  const locale = useLocale();
  const { importId, item } = props;
  const url = `/api/imports/${encodeURIComponent(importId)}/items/${item.position}?locale=${locale}`;
  const answer = useJson(url, itemDetailsSchema);
  if (!answer)
    return (
      <p role="status" className="text-sm text-muted">
        {t('loading')}
      </p>
    );
  if (!answer.ok) return <ActionError error={errorText(answer)} />;
  return <Details {...props} details={answer.data} />;
}

function Details({ details, item, importId, isPreview, canMend, onChanged, mended }: ItemDetailsProps & { details: ItemDetails }) {
  const t = useTranslations('admin.imports');
  const { busy, error, run } = useAction();
  const decide = (change: Record<string, unknown>) =>
    void run(
      () => sendJson('PUT', `/api/imports/${encodeURIComponent(importId)}/choices`, { paths: [item.path], ...change }),
      () => {
        focusState();
        onChanged();
      },
    );
  const { comparison, original } = details;
  // What reads well as UTF-8 is hardly anything else.
  const isDoubtful = details.charset !== null && details.charset !== 'utf-8';
  return (
    <div className="grid grid-cols-1 gap-5 border-s-2 border-hairline ps-3 md:ps-5">
      <ActionError error={error} />
      <Excerpts details={details} />
      {comparison && <ComparisonView comparison={comparison} />}
      {isPreview && details.repairs.length > 0 && (
        <RepairSwitches repairs={details.repairs} busy={busy} onChange={(withoutRepairs) => decide({ withoutRepairs })} />
      )}
      {isPreview && isDoubtful && details.charsetAlternatives.length > 0 && (
        <CharsetChoice
          legend={t('charsetOfFile', { charset: details.charset ?? '' })}
          alternatives={details.charsetAlternatives}
          disabled={busy}
          onChoose={(charset) => decide({ charset })}
        />
      )}
      {canMend && <MendEditor path={item.path} original={original} warnings={details.warnings} mended={mended} />}
      {!canMend && original && <Original text={original.text} isWhole={original.isWhole} />}
      {!original && !canMend && <p className="text-xs text-muted">{t('noOriginal')}</p>}
    </div>
  );
} // prettier-ignore

/** The lines that the notes are about. */
function Excerpts({ details }: { details: ItemDetails }) {
  const t = useTranslations('admin');
  const pointed = details.warnings.filter(({ excerpt }) => excerpt.length > 0);
  return pointed.map(({ message, line, excerpt }, index) => (
    <figure key={index} className="grid grid-cols-1 gap-1">
      <figcaption className="text-xs">
        {message} {line !== null && t('imports.atLine', { line })}
      </figcaption>
      <pre className="overflow-x-auto bg-wash p-3 font-mono text-xs">
        {excerpt.map((one) => (
          <span key={one.line} className={`block ${one.line === line ? 'font-bold' : 'text-muted'}`}>
            <span className="me-4 inline-block min-w-8 text-end">
              {one.line === line ? '▸ ' : ''}
              {one.line}
            </span>
            {one.text}
          </span>
        ))}
      </pre>
    </figure>
  ));
}

interface RepairSwitchesProps {
  repairs: ItemDetails['repairs'];
  busy: boolean;
  onChange: (off: string[]) => void;
}

function RepairSwitches({ repairs, busy, onChange }: RepairSwitchesProps) {
  const t = useTranslations('admin');
  const off = repairs.filter(({ isOff, isOffForAll }) => isOff && !isOffForAll).map(({ code }) => code);
  return (
    <fieldset className="grid gap-1" disabled={busy}>
      <legend className="text-xs font-semibold">{t('imports.repairsOfFile')}</legend>
      {repairs.map(({ code, isOff, isOffForAll }) => (
        <label key={code} className="flex min-h-11 items-center gap-3 md:min-h-7">
          <input
            type="checkbox"
            checked={!isOff}
            disabled={isOffForAll}
            onChange={() => onChange(isOff ? off.filter((one) => one !== code) : [...off, code])}
            className="size-5 accent-accent"
          />
          {t.has(`imports.repairs.${code}`) ? t(`imports.repairs.${code}`) : code}
        </label>
      ))}
    </fieldset>
  );
}

function Original({ text, isWhole }: { text: string; isWhole: boolean }) {
  const t = useTranslations('admin.imports');
  return (
    <details className="grid grid-cols-1">
      <summary className="min-h-11 cursor-pointer py-2 text-xs text-accent md:min-h-7 md:py-1">
        {t('original')}
      </summary>
      <pre
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('original')}
        role="region"
        className="max-h-96 overflow-auto bg-wash p-3 font-mono text-xs whitespace-pre-wrap"
      >
        {text}
      </pre>
      {!isWhole && <p className="text-xs text-muted">{t('originalCut')}</p>}
    </details>
  );
}
