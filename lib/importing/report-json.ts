import type { Locale } from '@/lib/i18n/locales';
import { describeNote } from './describe-note';
import type { ImportReport, ImportReportItem, ImportSummary } from './import-report';

/** State and counts as JSON (contract, "Import report"). */
export function buildImportJson(summary: ImportSummary) {
  const { id, status, dryRun, asDraft, total, created, updated, unchanged, rejected, skipped } = summary;
  return {
    id,
    status,
    dryRun,
    asDraft,
    origin: summary.origin,
    /** import, or undo: then `result` says what was taken back. */
    kind: summary.kind,
    parentId: summary.parentId,
    result: summary.outcome,
    requested: summary.requested,
    errorCode: summary.errorCode,
    createdAt: summary.createdAt.toISOString(),
    startedAt: summary.startedAt?.toISOString() ?? null,
    finishedAt: summary.finishedAt?.toISOString() ?? null,
    total,
    processed: created + updated + unchanged + rejected + skipped,
    created,
    updated,
    unchanged,
    rejected,
    skipped,
  };
}

/** The whole report as JSON, its messages in the reader's language. */
export function buildReportJson(report: ImportReport, locale: Locale) {
  return {
    ...buildImportJson(report),
    items: report.items.map((item) => buildItemJson(item, report.dryRun, locale)),
    next: report.next,
  };
}

/** One item of a report as JSON. */
export function buildItemJson(item: ImportReportItem, dryRun: boolean, locale: Locale) {
  const path = item.slug === null ? null : `/articles/${encodeURIComponent(item.slug)}`;
  return {
    position: item.position,
    path: item.path,
    outcome: item.outcome,
    format: item.format,
    charset: item.charset,
    changedFields: item.changedFields,
    title: item.title,
    publishedAt: item.publishedAt?.toISOString() ?? null,
    category: item.category === null ? null : { name: item.category },
    // In a dry run a new article has no address yet; the one it would get is `newSlug`.
    article: dryRun && item.outcome === 'created' ? null : path,
    newSlug: dryRun ? item.slug : null,
    ...(dryRun && { excluded: item.excluded ?? false }),
    warnings: item.notes.map((note) => ({
      code: note.code,
      message: describeNote(note, locale),
      ...(note.line !== undefined && { line: note.line }),
    })),
  };
}
