import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { LanguageSwitch } from './language-switch';
import { SignInForm } from './sign-in-form';

interface SignInFrameProps {
  locale: Locale;
  siteTitle: string;
  heading: string;
  children: ReactNode;
}

/** The narrow page around the forms of people who are not signed in. */
export function SignInFrame({ locale, siteTitle, heading, children }: SignInFrameProps) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-start gap-6 px-4 py-10 md:pt-[12vh]">
      <title>{`${heading} – ${siteTitle}`}</title>
      <p className="border-b-2 border-ink pb-2 font-serif text-xl font-bold">
        <a href="/" className="inline-flex min-h-11 items-center text-accent">
          {siteTitle}
        </a>
      </p>
      <h1 className="font-serif text-lg font-bold">{heading}</h1>
      {children}
      <LanguageSwitch locale={locale} />
    </main>
  );
}

interface SignInPageProps {
  locale: Locale;
  siteTitle: string;
  next?: '/admin';
}

/** What any page of the editors shows to who is not signed in. */
export async function SignInPage({ locale, siteTitle, next }: SignInPageProps) {
  const t = await getTranslations({ locale, namespace: 'signIn' });
  return (
    <SignInFrame locale={locale} siteTitle={siteTitle} heading={t('heading')}>
      <SignInForm next={next} />
      <p className="text-xs text-muted">{t('help')}</p>
    </SignInFrame>
  );
}
