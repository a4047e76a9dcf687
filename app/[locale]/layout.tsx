import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { getAssetVersion } from '@/lib/config/asset-version';
import { getConfig } from '@/lib/config/config';
import { workerPath } from '@/lib/config/worker-path';
import { buildPath } from '@/lib/i18n/build-path';
import { locales } from '@/lib/i18n/locales';
import { preparePage } from '@/lib/i18n/prepare-page';
import '../globals.css';

export const instant = false;

interface ReaderLayoutProps {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export async function generateMetadata({ params }: ReaderLayoutProps): Promise<Metadata> {
  await preparePage(params);
  const { siteTitle } = getConfig();
  return {
    title: { default: siteTitle, template: `%s - ${siteTitle}` },
    icons: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/favicon.svg', type: 'image/svg+xml' },
    ],
    manifest: '/manifest.webmanifest',
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf9' },
    { media: '(prefers-color-scheme: dark)', color: '#121417' },
  ],
};

/**
 * Root of the reader pages. Their script applies the reader's settings before anything is painted, so it must block; it
 * loads the others when that is done. The attributes of the body are for the scripts of client/.
 */
export default async function ReaderLayout({ params, children }: ReaderLayoutProps) {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reading' });
  // In development files change under the same name: no worker may keep them.
  const withWorker = getConfig().offlineReading && process.env.NODE_ENV === 'production';
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script src={`/assets/theme.js?v=${getAssetVersion()}`} />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={getConfig().siteTitle}
          href="/opensearch.xml"
        />
      </head>
      <body
        className="flex min-h-dvh flex-col"
        data-read-label={t('read')}
        data-worker={withWorker ? workerPath : undefined}
        data-pages={`${buildPath(locale, '/offline')} ${buildPath(locale, '/saved')}`}
      >
        {children}
      </body>
    </html>
  );
}
