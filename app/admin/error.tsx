'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/admin/button';

/** An editors' page that could not be built, mostly because the database is away. */
export default function AdminError() {
  const t = useTranslations('admin');
  return (
    <main className="frame grid justify-items-start gap-4 py-10">
      <h1 className="font-serif text-xl font-bold">{t('pageFailedTitle')}</h1>
      <p>{t('pageFailedText')}</p>
      <Button type="button" look="main" onClick={() => location.reload()}>
        {t('retry')}
      </Button>
    </main>
  );
}
