import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { getConfig } from '@/lib/config/config';
import { loadAdminMessages } from '@/lib/editors/load-admin-messages';
import { prepareAdminLocale } from '@/lib/editors/prepare-admin-page';
import '../globals.css';

export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  await prepareAdminLocale();
  return {
    // Pages state their own; the 404 page cannot.
    title: getConfig().siteTitle,
    robots: { index: false, follow: false },
    // The address of the welcome page holds a secret.
    referrer: 'same-origin',
  };
}

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const locale = await prepareAdminLocale();
  return (
    <html lang={locale}>
      <body>
        <NextIntlClientProvider
          locale={locale}
          messages={loadAdminMessages(locale)}
          timeZone={getConfig().timeZone}
        >
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
