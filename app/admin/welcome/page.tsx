import { getTranslations } from 'next-intl/server';
import { SignInFrame } from '@/components/admin/sign-in-page';
import { Notice } from '@/components/admin/notice';
import { WelcomeForm } from '@/components/admin/welcome-form';
import { passwordLength } from '@/lib/editors/auth';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';
import { isWelcomeTokenValid } from '@/lib/editors/welcome-link';

interface WelcomeProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

/** Where the one-time link leads. Opening it changes nothing: only the form uses it up. */
export default async function Welcome({ searchParams }: WelcomeProps) {
  const { locale, siteTitle } = await prepareAdminPage();
  const t = await getTranslations({ locale, namespace: 'signIn' });
  const { token } = await searchParams;
  const isValid = typeof token === 'string' && (await isWelcomeTokenValid(token));
  return (
    <SignInFrame locale={locale} siteTitle={siteTitle} heading={t('welcomeHeading')}>
      {isValid ? (
        <>
          <p className="text-sm">{t('welcomeText')}</p>
          <WelcomeForm token={token} minLength={passwordLength.min} />
        </>
      ) : (
        <Notice look="caution">
          <p>{t('welcomeInvalid')}</p>
          <p>
            <a href="/admin/sign-in" className="underline underline-offset-4">
              {t('heading')}
            </a>
          </p>
        </Notice>
      )}
    </SignInFrame>
  );
}
