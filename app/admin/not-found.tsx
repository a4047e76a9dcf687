import { getTranslations } from 'next-intl/server';
import { prepareAdminLocale } from '@/lib/editors/prepare-admin-page';

export default async function AdminNotFound() {
  const locale = await prepareAdminLocale();
  const t = await getTranslations({ locale, namespace: 'admin' });
  return (
    <main className="frame grid gap-4 py-10">
      <h1 className="font-serif text-xl font-bold">{t('notFoundTitle')}</h1>
      <p>{t('notFoundText')}</p>
      <p>
        <a href="/admin" className="text-accent underline underline-offset-4">
          {t('nav.overview')}
        </a>
      </p>
    </main>
  );
}
