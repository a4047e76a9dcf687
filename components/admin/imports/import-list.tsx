'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '../button';
import { importListSchema, outcomes, type ImportHead } from './import-answers';
import { Notice } from '../notice';
import { readResult } from '../post-json';
import { cellClass, headClass, TableFrame } from '../table-frame';
import { useErrorText } from '../use-error-text';
import { useTimeText } from '../use-time-text';

interface ListState {
  items: ImportHead[] | null;
  next: string | number | null;
  error: string | null;
}

/** Past imports, newest first. `limit` cuts the list short, as on the overview. */
export function ImportList({ limit }: { limit?: number }) {
  const t = useTranslations('admin');
  const errorText = useErrorText();
  const [{ items, next, error }, setState] = useState<ListState>({ items: null, next: null, error: null });

  async function load(cursor?: string | number) {
    const loaded = await fetchImports(cursor);
    setState((before) => ({
      ...loaded,
      items: loaded.items ? [...(before.items ?? []), ...loaded.items] : before.items,
    }));
  }

  useEffect(() => {
    let current = true;
    void fetchImports().then((loaded) => {
      if (current) setState(loaded);
    });
    return () => {
      current = false;
    };
  }, []);

  if (error)
    return (
      <Notice look="danger" role="alert">
        {errorText({ code: error, params: {} })}
      </Notice>
    );
  if (!items) return <p className="text-sm text-muted">{t('loading')}</p>;
  if (items.length === 0) return <p className="text-sm text-muted">{t('noImports')}</p>;
  return (
    <>
      <ImportTable items={items.slice(0, limit)} />
      {next !== null && limit === undefined && (
        <p>
          <Button onClick={() => void load(next)}>{t('more')}</Button>
        </p>
      )}
    </>
  );
}

function ImportTable({ items }: { items: ImportHead[] }) {
  const t = useTranslations('admin');
  const names = useTranslations('importOutcomes');
  return (
    <TableFrame label={t('nav.imports')}>
      <thead>
        <tr>
          <th scope="col" className={headClass}>
            {t('columns.when')}
          </th>
          <th scope="col" className={headClass}>
            {t('columns.state')}
          </th>
          <th scope="col" className={headClass}>
            {t('columns.origin')}
          </th>
          <th scope="col" className={`${headClass} text-end`}>
            {t('columns.files')}
          </th>
          {outcomes.map((outcome) => (
            <th key={outcome} scope="col" className={`${headClass} text-end`}>
              {names(outcome)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ImportRow key={item.id} item={item} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function ImportRow({ item }: { item: ImportHead }) {
  const t = useTranslations('admin');
  const format = useFormatter();
  const timeText = useTimeText();
  const when = item.startedAt ?? item.createdAt ?? item.finishedAt;
  return (
    <tr>
      <th scope="row" className={`${cellClass} font-normal whitespace-nowrap`}>
        <a
          href={`/admin/imports/${encodeURIComponent(item.id)}`}
          className="inline-block text-accent underline underline-offset-4 max-md:-my-2.5 max-md:py-2.5"
        >
          {when ? timeText(when) : t('notStarted')}
        </a>
      </th>
      <td className={`${cellClass} whitespace-nowrap`}>
        {t(`status.${item.status}`)}
        {item.kind === 'undo' && <span className="ms-2">{t('imports.undoOf')}</span>}
        {item.dryRun && <span className="ms-2 text-muted">{t('previewMark')}</span>}
        {item.kind === 'undo' && item.parentId && (
          <a
            href={`/admin/imports/${encodeURIComponent(item.parentId)}`}
            className="ms-2 inline-block text-accent underline underline-offset-4 max-md:-my-2.5 max-md:py-2.5"
          >
            {t('imports.relations.undoOf')}
          </a>
        )}
      </td>
      <td className={`${cellClass} whitespace-nowrap`}>
        {item.origin && (t.has(`origins.${item.origin}`) ? t(`origins.${item.origin}`) : item.origin)}
      </td>
      <td className={`${cellClass} text-end`}>{format.number(item.total)}</td>
      {outcomes.map((outcome) => (
        <td key={outcome} className={`${cellClass} text-end`}>
          {format.number(item[outcome])}
        </td>
      ))}
    </tr>
  );
}

async function fetchImports(cursor?: string | number): Promise<ListState> {
  const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  try {
    const response = await fetch(`/api/imports${query}`);
    const result = readResult(response.ok, await response.text());
    if (!result.ok) return { items: null, next: null, error: result.code };
    const list = importListSchema.safeParse(result.body);
    if (!list.success) return { items: null, next: null, error: 'unexpected' };
    return { items: list.data.items, next: list.data.next ?? null, error: null };
  } catch {
    return { items: null, next: null, error: 'no-connection' };
  }
}
