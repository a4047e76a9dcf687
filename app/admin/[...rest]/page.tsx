import { notFound } from 'next/navigation';
import { prepareAdminLocale } from '@/lib/editors/prepare-admin-page';

/** Every address below /admin that is no page: the designed 404 of `not-found.tsx`. */
export default async function UnknownAdminPage(): Promise<never> {
  await prepareAdminLocale();
  notFound();
}
