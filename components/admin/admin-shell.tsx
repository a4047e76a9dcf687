import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Editor } from '@/lib/editors/editor';
import type { Locale } from '@/lib/i18n/locales';
import { KeepSession } from './keep-session';
import { LanguageSwitch } from './language-switch';
import { SignOutButton } from './sign-out-button';

const sections = ['overview', 'import', 'imports', 'articles', 'feeds', 'tokens', 'sessions'] as const;

export type AdminSection = (typeof sections)[number];

interface AdminShellProps {
  locale: Locale;
  editor: Editor;
  siteTitle: string;
  current: AdminSection;
  heading: string;
  children: ReactNode;
}

/** Head, navigation and main part of every page of the editors. */
export async function AdminShell({ locale, editor, siteTitle, current, heading, children }: AdminShellProps) {
  const t = await getTranslations({ locale, namespace: 'admin' });
  return (
    <>
      <title>{`${heading} – ${siteTitle}`}</title>
      <a
        href="#main"
        className="sr-only bg-accent text-sm text-on-accent focus:not-sr-only focus:absolute focus:start-4 focus:z-20 focus:px-4 focus:py-2"
      >
        {t('skip')}
      </a>
      <KeepSession />
      <header className="border-b border-hairline">
        <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-6 gap-y-1 px-4 pt-3 lg:px-6">
          <a
            href="/"
            className="me-auto inline-flex min-h-11 items-center font-serif text-lg font-bold text-accent md:min-h-8"
          >
            {siteTitle}
          </a>
          <LanguageSwitch locale={locale} />
          <a
            href="/admin/sessions"
            className="inline-flex min-h-11 items-center text-xs text-muted hover:text-accent hover:underline md:min-h-6"
          >
            {editor.email}
          </a>
          <SignOutButton />
        </div>
        <AdminNav current={current} label={t('navigation')} labelOf={(section) => t(`nav.${section}`)} />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid max-w-[90rem] grid-cols-1 gap-6 px-4 py-6 lg:px-6"
      >
        <h1 className="font-serif text-xl font-bold">{heading}</h1>
        {children}
      </main>
    </>
  );
}

interface AdminNavProps {
  current: AdminSection;
  label: string;
  labelOf: (section: AdminSection) => string;
}

function AdminNav({ current, label, labelOf }: AdminNavProps) {
  return (
    <nav aria-label={label} className="mx-auto max-w-[90rem] px-4 lg:px-6">
      <ul className="flex flex-wrap gap-x-6 text-sm">
        {sections.map((section) => (
          <li key={section}>
            <a
              href={section === 'overview' ? '/admin' : `/admin/${section}`}
              aria-current={section === current ? 'page' : undefined}
              className="flex min-h-11 items-center border-b-2 border-transparent hover:text-accent aria-[current=page]:border-accent aria-[current=page]:font-semibold md:min-h-10"
            >
              {labelOf(section)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
