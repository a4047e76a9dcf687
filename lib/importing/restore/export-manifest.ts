import { manifestKind } from '@/lib/articles/portal-manifest';

const start = new RegExp(`^\\s*\\{\\s*"kind":\\s*"${manifestKind}"`);

/** Whether a file is the manifest of a portal's export: no post, but the list of its files. */
export function isExportManifest(path: string, text: string): boolean {
  return /(?:^|\/)manifest\.json$/.test(path) && start.test(text.slice(0, 200));
}
