import { pauseImport } from '@/lib/importing/import-control';
import { controlImport } from '../control-import';

export const POST = controlImport(pauseImport);
