import { cancelImport } from '@/lib/importing/import-control';
import { controlImport } from '../control-import';

/** What was written until then stays; `POST …/undo` takes it back. */
export const POST = controlImport(cancelImport);
