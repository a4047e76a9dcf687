import { resumeImport } from '@/lib/importing/import-control';
import { controlImport } from '../control-import';

export const POST = controlImport(resumeImport);
