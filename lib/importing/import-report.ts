import type { ImportStatus } from '@/lib/db/generated/client';
import { z } from 'zod';
import { type ImportNote, rejectionCodes, warningCodes } from './import-note';

export const importOutcomes = ['created', 'updated', 'unchanged', 'rejected', 'skipped'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export type ImportCounts = Record<'total' | ImportOutcome, number>;

/** What became of one file. */
export interface ImportReportItem {
  position: number;
  path: string;
  outcome: ImportOutcome;
  /** How it was read, and with which guessed character set; null where that was not needed. */
  format: string | null;
  charset: string | null;
  /** Fields in which the article that was there differs. */
  changedFields: string[];
  /** Slug and title of the article, where there is one (in a dry run: that there would be). */
  slug: string | null;
  title: string | null;
  publishedAt: Date | null;
  /** Name of the category, as the post states it. */
  category: string | null;
  notes: ImportNote[];
  /** In a preview: the editor leaves it out. */
  excluded?: boolean;
}

/** State of an import without its items. */
export interface ImportSummary extends ImportCounts {
  id: string;
  status: ImportStatus;
  dryRun: boolean;
  asDraft: boolean;
  origin: string;
  /** import, or undo: the entry of the history that took `parentId` back. */
  kind: string;
  parentId: string | null;
  /** What an undo did, as JSON; null for imports. */
  outcome: unknown;
  /** pause or cancel, asked for and not obeyed yet. */
  requested: string | null;
  errorCode: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface ImportReport extends ImportSummary {
  items: ImportReportItem[];
  /** Position after which the next items begin, or null at the end. */
  next: number | null;
}

const importNote: z.ZodType<ImportNote> = z.object({
  code: z.enum([...warningCodes, ...rejectionCodes]),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  line: z.int().optional(),
});

/** Reads the notes of an item from its JSON column. */
export const importNotes = z.array(importNote);
