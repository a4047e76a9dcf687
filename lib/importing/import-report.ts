import type { ImportStatus } from '@/lib/db/generated/client';
import { z } from 'zod';
import { type ImportNote, rejectionCodes, warningCodes } from './import-note';

export const importOutcomes = ['created', 'updated', 'unchanged', 'rejected'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export type ImportCounts = Record<'total' | ImportOutcome, number>;

/** What became of one file. */
export interface ImportReportItem {
  position: number;
  path: string;
  outcome: ImportOutcome;
  /** Slug and title of the article, where there is one (in a dry run: that there would be). */
  slug: string | null;
  title: string | null;
  publishedAt: Date | null;
  /** Name of the category, as the post states it. */
  category: string | null;
  notes: ImportNote[];
}

/** State of an import without its items. */
export interface ImportSummary extends ImportCounts {
  id: string;
  status: ImportStatus;
  dryRun: boolean;
  asDraft: boolean;
  origin: string;
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
