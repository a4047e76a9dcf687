'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { sendJson } from '../feeds/send-json';
import { useTimeText } from '../use-time-text';
import { ActionError } from './action-error';
import { type ImportReport, type ImportReportItem, isUnfinished } from './import-answers';
import { ItemDetailsPanel } from './item-details';
import type { MendedTexts } from './mended-texts';
import { OutcomeMark } from './outcome-mark';
import { useAction } from './use-action';

interface ItemRowProps {
  item: ImportReportItem;
  report: ImportReport;
  onChanged: () => void;
  mended: MendedTexts;
}

/** One item: what became or would become of it, and on demand everything that is known of it. */
export function ItemRow({ item, report, onChanged, mended }: ItemRowProps) {
  const t = useTranslations('admin');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const canChoose =
    report.dryRun && report.status === 'done' && report.hasFiles && item.outcome !== 'rejected';
  const title = item.title ?? item.newSlug ?? item.path;
  const opener = t(report.dryRun && item.outcome === 'updated' ? 'imports.showChanges' : 'imports.details');
  return (
    <li className="grid grid-cols-1 gap-2 border-b border-hairline py-3 text-sm">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1 md:flex-nowrap">
        <div className="flex w-full items-center gap-3 md:w-36 md:shrink-0">
          {canChoose && <TakeBox item={item} importId={report.id} title={title} onChanged={onChanged} />}
          <OutcomeMark outcome={item.excluded ? 'skipped' : item.outcome} />
        </div>
        <div className="grid min-w-0 flex-1 gap-1">
          <ItemTitle item={item} title={title} />
          <ItemFacts item={item} />
          <ItemNotes item={item} />
        </div>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={t('actionOn', { action: opener, title })}
          onClick={() => setOpen(!isOpen)}
          className="inline-flex min-h-11 shrink-0 cursor-pointer items-center gap-1 text-accent md:min-h-8"
        >
          <span className="underline underline-offset-4">{opener}</span>
          <span aria-hidden className="w-4 text-center">
            {isOpen ? '▾' : '▸'}
          </span>
        </button>
      </div>
      {isOpen && (
        <div id={id} className="min-w-0">
          <ItemDetailsPanel
            importId={report.id}
            item={item}
            isPreview={report.dryRun && !isUnfinished(report) && report.hasFiles}
            canMend={!report.dryRun && item.outcome === 'rejected' && report.hasFiles}
            onChanged={onChanged}
            mended={mended}
          />
        </div>
      )}
    </li>
  );
}

interface TakeBoxProps {
  item: ImportReportItem;
  importId: string;
  title: string;
  onChanged: () => void;
}

/** Takes a post of a preview in or leaves it out; the tick moves at once. */
function TakeBox({ item, importId, title, onChanged }: TakeBoxProps) {
  const t = useTranslations('admin');
  const { busy, error, run } = useAction();
  const url = `/api/imports/${encodeURIComponent(importId)}/choices`;
  const toggle = () =>
    void run(() => sendJson('PUT', url, { paths: [item.path], excluded: !item.excluded }), onChanged);
  return (
    <>
      <label className="-m-3 inline-flex p-3 md:-m-1 md:p-1">
        <input
          type="checkbox"
          checked={busy ? item.excluded : !item.excluded}
          onChange={toggle}
          aria-label={t('imports.take', { title })}
          className="size-5 accent-accent"
        />
      </label>
      <ActionError error={error} />
    </>
  );
}

function hasTitle({ title, newSlug }: ImportReportItem): boolean {
  return Boolean(title ?? newSlug);
}

function ItemTitle({ item, title }: { item: ImportReportItem; title: string }) {
  if (!item.article) return <span className={hasTitle(item) ? 'font-serif text-base' : ''}>{title}</span>;
  return (
    <a
      href={item.article}
      className="inline-block font-serif text-base text-accent underline underline-offset-4 max-md:py-1.5"
    >
      {title}
    </a>
  );
}

function ItemFacts({ item }: { item: ImportReportItem }) {
  const t = useTranslations('admin.imports');
  const timeText = useTimeText();
  const { path, publishedAt, category, format, charset, changedFields } = item;
  return (
    <span className="flex flex-wrap gap-x-4 text-xs text-muted">
      {hasTitle(item) && <span>{path}</span>}
      {publishedAt && <time dateTime={publishedAt}>{timeText(publishedAt)}</time>}
      {category && <span>{category.name}</span>}
      {format && t.has(`formats.${format}`) && <span>{t(`formats.${format}`)}</span>}
      {charset && <span>{charset}</span>}
      {changedFields.length > 0 && (
        <span className="text-accent">
          {t('changed', {
            fields: changedFields
              .map((field) => (t.has(`fields.${field}`) ? t(`fields.${field}`) : field))
              .join(t('comma')),
          })}
        </span>
      )}
    </span>
  );
}

function ItemNotes({ item }: { item: ImportReportItem }) {
  const t = useTranslations('admin');
  if (item.warnings.length === 0) return null;
  return (
    <ul className="grid gap-1 text-xs">
      {item.warnings.map(({ code, message, line }, index) => (
        <li key={index} data-code={code}>
          {message}
          {typeof line === 'number' && <span className="ms-2 text-muted">{t('line', { line })}</span>}
        </li>
      ))}
    </ul>
  );
}
