import type { ImportReport } from './import-answers';
import type { ReportFilter } from './use-import';

/** What the parts of an import's page share: what is shown, and how to show something else. */
export interface ImportPage {
  report: ImportReport;
  filter: ReportFilter;
  cursor: number | null;
  onFilter: (change: Partial<ReportFilter>) => void;
  onCursor: (cursor: number | null) => void;
  onChanged: () => void;
}
