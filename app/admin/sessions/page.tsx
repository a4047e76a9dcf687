import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { PasswordForm } from '@/components/admin/password-form';
import { SessionList, type SessionEntry } from '@/components/admin/session-list';
import { SignInPage } from '@/components/admin/sign-in-page';
import { getConfig } from '@/lib/config/config';
import { passwordLength } from '@/lib/editors/auth';
import { describeDevice } from '@/lib/editors/describe-device';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';
import { listSessions, type EditorSession } from '@/lib/editors/session-store';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';

export default async function SessionsPage() {
  const { locale, siteTitle, editor, sessionId } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin' });
  const sessions = await listSessions(editor);
  const entries = await Promise.all(sessions.map((session) => describe(session, locale, sessionId)));
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="sessions"
      heading={t('nav.sessions')}
    >
      <section className="grid max-w-3xl gap-3">
        <h2 className="font-serif text-lg font-bold">{t('sessionsHeading')}</h2>
        <SessionList sessions={entries} />
      </section>
      <section className="grid gap-3">
        <h2 className="font-serif text-lg font-bold">{t('passwordHeading')}</h2>
        <p className="text-sm text-muted">{t('passwordText')}</p>
        <PasswordForm minLength={passwordLength.min} />
      </section>
    </AdminShell>
  );
}

async function describe(session: EditorSession, locale: Locale, sessionId?: string): Promise<SessionEntry> {
  const t = await getTranslations({ locale, namespace: 'admin' });
  const { timeZone } = getConfig();
  return {
    id: session.id,
    device: describeDevice(session.userAgent) ?? t('unknownDevice'),
    address: session.ipAddress ?? '',
    since: t('signedInAt', { time: formatDateTime(session.createdAt, timeZone) }),
    used: t('usedAt', { time: formatDateTime(session.usedAt, timeZone) }),
    isCurrent: session.id === sessionId,
  };
}
